using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.People;

/// <summary>Commune X1 was merged with X2 into X3 on 2025-07-01.</summary>
public class TenureTests
{
    static readonly Unit X1 = Commune(1, "X1", to: new(2025, 7, 1)), X2 = Commune(2, "X2", to: new(2025, 7, 1)), X3 = Commune(3, "X3", from: new(2025, 7, 1));

    static readonly UnitBook Book = new([X1, X2, X3], [Merge("X1"), Merge("X2")]);

    static readonly Position Chair = new() { Id = 1, Code = "PC-CHAIR", NameVi = "Chủ tịch HĐND", Sort = 1 }, Vice = new() { Id = 2, Code = "PPC-VICE", NameVi = "Phó Chủ tịch UBND", Sort = 4 };

    static Unit Commune(int id, string code, DateOnly? from = null, DateOnly? to = null) =>
        new() { Id = id, Code = code, Name = code, NameFolded = code, SortKey = code, Level = UnitLevel.Commune, ValidFrom = from, ValidTo = to };

    static UnitChange Merge(string from) => new() { EffectiveDate = new(2025, 7, 1), Kind = UnitChangeKind.Merge, FromCode = from, ToCode = "X3", Whole = true };

    static Round Of(int year) => new() { Id = year, Code = $"R{year}", NameVi = "", RegimeId = "CITY-2026", HeldFrom = new(year, 12, 1), HeldTo = new(year, 12, 31), Level = UnitLevel.Commune };

    static TenureSign Sign(int year, Unit unit, Position post, DateOnly? since = null) => new(Of(year), unit, post, new(year, 12, 10), since);

    [Fact]
    public void A_post_seen_in_several_rounds_is_one_tenure_since_the_day_a_roster_tells()
    {
        var tenure = Assert.Single(Tenure.Of([Sign(2022, X1, Chair), Sign(2024, X1, Chair, since: new(2021, 6, 30)), Sign(2024, X1, Chair)], Book));
        Assert.Equal((new DateOnly(2021, 6, 30), new(2022, 12, 10), new(2024, 12, 10)), (tenure.Since!.Value, tenure.FirstSeen, tenure.LastSeen));
        Assert.Equal([2022, 2024], tenure.Rounds.Select(r => r.Id));
    }

    [Fact]
    public void Without_a_roster_nothing_is_known_but_when_it_was_seen()
    {
        var tenure = Assert.Single(Tenure.Of([Sign(2024, X1, Chair)], Book));
        Assert.Null(tenure.Since);
    }

    [Fact]
    public void It_goes_on_in_the_unit_that_came_of_its_unit()
    {
        var tenure = Assert.Single(Tenure.Of([Sign(2024, X1, Chair), Sign(2026, X3, Chair)], Book));
        Assert.Equal("X3", tenure.Unit.Code);
    }

    [Fact]
    public void Another_post_and_another_unit_are_tenures_of_their_own() =>
        Assert.Equal(["PPC-VICE X1", "PC-CHAIR X1", "PC-CHAIR X2"],
            Tenure.Of([Sign(2024, X2, Chair), Sign(2020, X1, Vice), Sign(2022, X1, Chair)], Book).Select(t => $"{t.Position.Code} {t.Unit.Code}"));

    [Fact]
    public void Who_left_and_came_back_holds_the_post_twice() =>
        Assert.Equal([null, new DateOnly(2023, 5, 1)], Tenure.Of([Sign(2020, X1, Chair), Sign(2024, X1, Chair, since: new(2023, 5, 1))], Book).Select(t => t.Since));

    [Fact]
    public void Two_posts_in_one_round_are_held_beside_each_other()
    {
        var tenures = Tenure.Of([Sign(2022, X1, Vice), Sign(2024, X1, Vice), Sign(2024, X1, Chair)], Book);
        Assert.True(tenures[0].IsBeside(tenures[1]));
        Assert.False(Tenure.Of([Sign(2022, X1, Vice), Sign(2024, X1, Chair)], Book) is [var a, var b] && a.IsBeside(b));
    }
}
