using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.Units;

/// <summary>A result goes with a unit only as long as all of the unit goes with it.</summary>
public class PresentBoundariesTests
{
    static readonly DateOnly First = new(2020, 3, 1), Second = new(2025, 7, 1), Today = new(2026, 11, 1), Before = new(2018, 12, 1), Between = new(2022, 12, 1);

    static int next;

    static Unit Unit(string code, DateOnly? from = null, DateOnly? to = null) => new()
    { Id = ++next, Code = code, Name = code, NameFolded = code, SortKey = code, Level = UnitLevel.Commune, ValidFrom = from, ValidTo = to };

    static UnitChange Change(DateOnly on, string? from, string? to, bool whole = true, UnitChangeKind kind = UnitChangeKind.Merge) =>
        new() { EffectiveDate = on, Kind = kind, FromCode = from, ToCode = to, Whole = whole };

    /// <summary>A and B become AB in 2020, AB and C make X in 2025, to which half of D goes; the other half of D goes to Y with all of E. F is never touched, G dissolved, H ended without a change.</summary>
    static readonly UnitBook Book = new(
        [
            Unit("A", to: First), Unit("B", to: First), Unit("AB", from: First, to: Second), Unit("C", to: Second), Unit("D", to: Second), Unit("E", to: Second),
            Unit("X", from: Second), Unit("Y", from: Second), Unit("F"), Unit("G", to: Second), Unit("H", to: Second),
            Unit("Z", to: Second), Unit("Z", from: Second),
        ],
        [
            Change(First, "A", "AB"), Change(First, "B", "AB"), Change(Second, "AB", "X"), Change(Second, "C", "X"),
            Change(Second, "D", "X", whole: false), Change(Second, "D", "Y", whole: false), Change(Second, "E", "Y"), Change(Second, "G", null, kind: UnitChangeKind.Dissolve),
            Change(Second, "Z", "Z", kind: UnitChangeKind.Rename),
        ]);

    static Unit? Present(string code, DateOnly at, DateOnly? day = null) => new PresentBoundaries(Book, day ?? Today).Of(Book.At(code, at)!, at);

    [Theory]
    [InlineData("A"), InlineData("B"), InlineData("C")]
    public void A_unit_that_went_whole_counts_for_what_it_became_through_several_reorganisations(string code) => Assert.Equal("X", Present(code, Before)?.Code);

    [Fact]
    public void On_the_day_between_two_reorganisations_only_the_first_has_happened()
    {
        Assert.Equal("AB", Present("A", Before, Between)?.Code);
        Assert.Equal("D", Present("D", Before, Between)?.Code);
    }

    [Fact]
    public void A_reorganisation_takes_effect_on_its_day()
    {
        Assert.Equal("C", Present("C", Before, Second.AddDays(-1))?.Code);
        Assert.Equal("X", Present("C", Before, Second)?.Code);
    }

    [Theory]
    [InlineData("D"), InlineData("G"), InlineData("H")]
    public void What_was_divided_dissolved_or_ended_unexplained_is_carried_nowhere(string code) => Assert.Null(Present(code, Before));

    [Fact]
    public void What_nothing_happened_to_is_itself() => Assert.Equal("F", Present("F", Before)?.Code);

    [Fact]
    public void A_renamed_unit_goes_on_under_its_next_version()
    {
        var now = Present("Z", Before)!;
        Assert.Equal(("Z", (DateOnly?)Second), (now.Code, now.ValidFrom));
    }

    [Fact]
    public void A_series_is_complete_only_where_every_part_came_whole()
    {
        var boundaries = new PresentBoundaries(Book, Today);
        bool IsComplete(string code) => boundaries.IsComplete(Book.At(code, Today)!);
        Assert.Equal([false, false, true, true], new[] { IsComplete("X"), IsComplete("Y"), IsComplete("F"), IsComplete("Z") });
        Assert.True(new PresentBoundaries(Book, Between).IsComplete(Book.At("AB", Between)!));
    }

    [Fact]
    public void A_circle_of_wrong_changes_ends()
    {
        var day = new DateOnly(2021, 1, 1);
        var book = new UnitBook([Unit("P"), Unit("Q")], [Change(day, "P", "Q"), Change(day, "Q", "P"), Change(day.AddDays(1), "P", "Q"), Change(day.AddDays(1), "Q", "P")]);
        Assert.NotNull(new PresentBoundaries(book, Today).Of(book.At("P", Before)!, Before));
        Assert.False(new PresentBoundaries(book, Today).IsComplete(book.At("P", Today)!));
    }
}
