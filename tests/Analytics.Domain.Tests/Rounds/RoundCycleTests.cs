using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.Rounds;

public class RoundCycleTests
{
    static Round Held(int year, UnitLevel level) =>
        new() { Code = $"{level}-{year}", NameVi = "", RegimeId = "", HeldFrom = new(year, 10, 1), HeldTo = new(year, 10, 31), Level = level };

    [Fact]
    public void The_next_round_is_due_two_years_after_the_latest() =>
        Assert.Equal(2028, RoundCycle.NextYear([Held(2026, UnitLevel.Commune), Held(2024, UnitLevel.Commune)]));

    [Fact]
    public void Rounds_of_other_levels_follow_other_rules() =>
        Assert.Equal(2026, RoundCycle.NextYear([Held(2024, UnitLevel.Commune), Held(2025, UnitLevel.Province)]));

    [Fact]
    public void Nothing_is_due_where_no_commune_round_was_held() => Assert.Null(RoundCycle.NextYear([Held(2023, UnitLevel.Country)]));
}
