using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.Units;

public class UnitLineageTests
{
    static readonly DateOnly Day = new(2025, 7, 1);

    static readonly UnitBook Book = new(
        [
            Unit("GD", UnitLevel.Province), Unit("01", UnitLevel.District, "GD", to: Day), Unit("02", UnitLevel.District, "GD", to: Day),
            Unit("0101", UnitLevel.Commune, "01", to: Day), Unit("0102", UnitLevel.Commune, "01", to: Day), Unit("0201", UnitLevel.Commune, "02", to: Day),
            Unit("0101", UnitLevel.Commune, "GD", from: Day), Unit("0201", UnitLevel.Commune, "GD", from: Day),
        ],
        [
            Change("0101", "0101", whole: true), Change("0102", "0101", whole: false), Change("0102", "0201", whole: false), Change("0201", "0201", whole: true),
            Change("0201", "0101", whole: false), Change("9999", "0201", whole: true),
        ]);

    [Fact]
    public void A_unit_was_made_from_those_valid_the_day_before() =>
        Assert.Equal(["0101/01", "0102/01", "0201/02"], Book.Before(Book.At("0101", Day)!).Select(s => s.Other!.Code + "/" + s.Other.ParentCode));

    [Fact]
    public void A_divided_unit_went_in_parts_to_those_valid_on_the_day()
    {
        var after = Book.After(Book.At("0102", Day.AddDays(-1))!);
        Assert.Equal(["0101", "0201"], after.Select(s => s.Other!.Code));
        Assert.All(after, s => Assert.False(s.Change.Whole));
    }

    [Fact]
    public void A_later_version_of_a_code_has_no_part_in_what_became_of_the_earlier_one()
    {
        Assert.Empty(Book.After(Book.At("0101", Day)!));
        Assert.Empty(Book.Before(Book.At("0101", Day.AddDays(-1))!));
    }

    [Fact]
    public void A_predecessor_nobody_knows_is_kept_as_a_step_without_a_unit() =>
        Assert.Contains(Book.Before(Book.At("0201", Day)!), s => s.Change.FromCode == "9999" && s.Other is null);

    [Fact]
    public void On_a_later_day_a_unit_is_itself_or_everything_its_parts_went_to()
    {
        var divided = Book.At("0102", Day.AddDays(-1))!;
        Assert.Equal([Book.At("0101", Day)!, Book.At("0201", Day)!], Book.On(divided, Day));
        Assert.Equal([divided], Book.On(divided, Day.AddDays(-1)));
        Assert.Empty(Book.On(Book.At("01", Day.AddDays(-1))!, Day));
    }

    [Fact]
    public void Former_areas_are_those_of_the_predecessors_and_else_the_units_own()
    {
        Assert.Equal(["01", "02"], Book.FormerAreas(Book.At("0101", Day)!, Day));
        Assert.Equal(["01"], Book.FormerAreas(Book.At("0102", Day.AddDays(-1))!, Day.AddDays(-1)));
    }

    static Unit Unit(string code, UnitLevel level, string? parent = null, DateOnly? from = null, DateOnly? to = null) =>
        new() { Code = code, Name = code, NameFolded = code, SortKey = code, Level = level, ParentCode = parent, ValidFrom = from, ValidTo = to };

    static UnitChange Change(string from, string to, bool whole) =>
        new() { EffectiveDate = Day, Kind = UnitChangeKind.Merge, FromCode = from, ToCode = to, Whole = whole };
}
