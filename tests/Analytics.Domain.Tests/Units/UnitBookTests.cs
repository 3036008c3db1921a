using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.Units;

public class UnitBookTests
{
    static readonly DateOnly Reform = new(2025, 7, 1);
    static readonly DateOnly Before = new(2024, 12, 1);
    static readonly DateOnly After = new(2026, 10, 1);
    static int next;

    static Unit Unit(string code, UnitLevel level, string? parent, DateOnly? from = null, DateOnly? to = null, string? area = null) => new()
    { Id = ++next, Code = code, Name = code, NameFolded = code, SortKey = code, Level = level, ParentCode = parent, ValidFrom = from, ValidTo = to, AreaCode = area };

    static UnitChange Merge(string from, string to, bool whole = true) =>
        new() { EffectiveDate = Reform, Kind = UnitChangeKind.Merge, FromCode = from, ToCode = to, Whole = whole };

    static readonly UnitBook Book = new(
        [
            Unit("C", UnitLevel.Province, null),
            Unit("D1", UnitLevel.District, "C", to: Reform), Unit("D2", UnitLevel.District, "C", to: Reform),
            Unit("011", UnitLevel.Commune, "D1", to: Reform), Unit("012", UnitLevel.Commune, "D1", to: Reform),
            Unit("021", UnitLevel.Commune, "D2", to: Reform), Unit("022", UnitLevel.Commune, "D2", to: Reform),
            // 011 is used again for another area; 101 straddles; 102 has an area of its own.
            Unit("011", UnitLevel.Commune, "C", from: Reform),
            Unit("101", UnitLevel.Commune, "C", from: Reform),
            Unit("102", UnitLevel.Commune, "C", from: Reform, area: "D2"),
        ],
        [Merge("021", "011"), Merge("011", "101"), Merge("012", "101", whole: false), Merge("022", "101", whole: false), Merge("012", "102", whole: false)]);

    [Fact]
    public void A_code_means_the_unit_valid_at_the_date()
    {
        Assert.Equal("D1", Book.At("011", Before)!.ParentCode);
        Assert.Equal("C", Book.At("011", After)!.ParentCode);
        Assert.Null(Book.At("101", Before));
    }

    [Theory]
    [InlineData("D1", true), InlineData("D2", true), InlineData("D3", false)]
    public void A_reorganisation_is_told_to_the_areas_whose_units_it_concerned(string area, bool told) =>
        Assert.Equal(told ? [Reform] : [], Book.ReorganisationDays(Before, After, (unit, day) => Book.AreaOf(unit, day) == area));

    [Fact]
    public void A_reorganisation_of_the_first_day_is_before_the_stretch_and_one_of_the_last_day_in_it()
    {
        Assert.Empty(Book.ReorganisationDays(Reform, After, (_, _) => true));
        Assert.Equal([Reform], Book.ReorganisationDays(Before, Reform, (_, _) => true));
    }

    [Fact]
    public void The_end_of_validity_is_exclusive()
    {
        Assert.NotNull(Book.At("012", Reform.AddDays(-1)));
        Assert.Null(Book.At("012", Reform));
    }

    [Fact]
    public void A_commune_is_counted_under_its_nearest_district() => Assert.Equal("D1", Book.AreaOf(Book.At("012", Before)!, Before));

    [Fact]
    public void Without_a_district_a_commune_is_counted_under_its_own_area() => Assert.Equal("D2", Book.AreaOf(Book.At("102", After)!, After));

    [Fact]
    public void Else_under_the_area_most_predecessors_lay_in_each_counting_once_whole_or_part()
    {
        Assert.Equal("D2", Book.AreaOf(Book.At("011", After)!, After));
        Assert.Equal("D1", Book.AreaOf(Book.At("101", After)!, After));
        Assert.True(Book.Straddles(Book.At("101", After)!, After));
    }

    [Fact]
    public void A_unit_above_commune_level_belongs_to_no_area_but_to_its_city()
    {
        var city = Book.At("C", After)!;
        Assert.Null(Book.AreaOf(city, After));
        Assert.Equal("C", Book.CityOf(city, After));
        Assert.Equal("C", Book.CityOf(Book.At("101", After)!, After));
    }

    [Fact]
    public void A_merge_that_names_a_code_makes_two_units_of_it() =>
        Assert.NotEqual(Book.ClusterOf(Book.At("011", Before)!, Before), Book.ClusterOf(Book.At("011", After)!, After));

    [Fact]
    public void A_code_of_several_versions_is_printed_with_its_first_day()
    {
        Assert.Equal("011", Book.TrendKey(Book.At("011", Before)!));
        Assert.Equal("011@2025-07-01", Book.TrendKey(Book.At("011", After)!));
        Assert.Equal("101", Book.TrendKey(Book.At("101", After)!));
    }
}
