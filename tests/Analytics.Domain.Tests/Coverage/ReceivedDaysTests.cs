using Analytics.Domain.Coverage;
using Analytics.Domain.People;

namespace Analytics.Domain.Tests.Coverage;

public sealed class ReceivedDaysTests : IDisposable
{
    readonly CoverageCity city = new();

    public void Dispose() => city.Dispose();

    /// <summary>Minutes arrive so many days after the last day, 15 January; before it when negative.</summary>
    void Minutes(int round, string unit, int days, DateTime? at = null) => city.Step(round, unit, CoverageStep.Minutes, new DateOnly(2001 + round, 1, 15).AddDays(days), at);

    IReadOnlyList<Silence> Silent(int round, DateOnly today, DateTime? end = null) => city.Read((db, reference) =>
        ReceivedDays.Silent(db, reference, ProgressQuery.Of(db, reference, reference.Round(round)!, today, end), end));

    ReceivedCurve Earlier(int round, DateTime? end = null, Func<int, bool>? isSeen = null) => city.Read((db, reference) => ReceivedDays.Earlier(db, reference, reference.Round(round)!, end, isSeen));

    [Fact]
    public void Rounds_before_are_those_of_the_level_with_a_last_day_the_latest_first_and_at_most_four()
    {
        IEnumerable<string> Before(int round) => city.Read((_, reference) => ReceivedDays.Before(reference, reference.Round(round)!)).Select(r => r.Code);
        Assert.Equal(["R24", "R22", "R20", "R18"], Before(26));
        Assert.Equal(["R18"], Before(20));
        city.Write(db =>
        {
            db.Rounds.Single(r => r.Id == 24).Due = null;
            db.Rounds.Add(new() { Id = 16, Code = "R16", NameVi = "Đợt 2016", RegimeId = "VFF-2007", HeldFrom = new(2016, 12, 1), HeldTo = new(2016, 12, 31), Due = new(2017, 1, 15), Level = Domain.Units.UnitLevel.Commune });
            db.Rounds.Add(new() { Id = 23, Code = "P23", NameVi = "Đợt cấp tỉnh", RegimeId = "NA-96", HeldFrom = new(2023, 12, 1), HeldTo = new(2023, 12, 31), Due = new(2024, 1, 15), Level = Domain.Units.UnitLevel.Province });
        });
        Assert.Equal(["R22", "R20", "R18", "R16"], Before(26));
    }

    [Fact]
    public void The_current_curve_counts_each_expected_unit_on_its_day_and_that_of_loading_where_none_was_written_down()
    {
        city.Due(24, "A1", 1); city.Due(24, "A2", 1); city.Due(24, "A3", 1); city.Due(24, "A4", 1, RosterStatus.Vacant);
        Minutes(24, "A1", -5);
        city.Result(24, "A2", 1, new(2025, 1, 10, 1, 0, 0, DateTimeKind.Utc));
        Minutes(24, "A4", -1);
        var curve = ReceivedDays.Current(city.Progress(24, new(2025, 1, 20)));
        // A1 on the 10th, A2 loaded on the 10th, A3 not, A4 not expected: two of three.
        Assert.Equal((3, 2), (curve.Expected, curve.Known));
        Assert.Equal([(new DateOnly(2025, 1, 10), 2)], curve.Days);
    }

    [Fact]
    public void The_curve_of_an_earlier_round_counts_the_days_written_down_of_units_expected_then()
    {
        Minutes(22, "A1", -5);
        Minutes(22, "A2", -5);
        Minutes(22, "A3", 2);
        // Loaded years later: no day of arrival.
        city.Result(22, "A4", 1, new(2026, 1, 10, 1, 0, 0, DateTimeKind.Utc));
        var curve = Earlier(22);
        Assert.Equal((5, 3), (curve.Expected, curve.Known));
        Assert.Equal([(new DateOnly(2023, 1, 10), 2), (new DateOnly(2023, 1, 17), 1)], curve.Days);
        Assert.Equal((5, 0), (Earlier(20).Expected, Earlier(20).Known));
    }

    [Fact]
    public void A_roster_says_who_was_expected_in_an_earlier_round()
    {
        city.Due(22, "A1", 1); city.Due(22, "A1", 2); city.Due(22, "A2", 1); city.Due(22, "A3", 1, RosterStatus.NoCouncil);
        Minutes(22, "A1", -5);
        Minutes(22, "A3", -5);
        Assert.Equal((2, 1), (Earlier(22).Expected, Earlier(22).Known));
    }

    [Fact]
    public void Who_may_see_some_units_only_has_the_curve_of_those()
    {
        Minutes(22, "A1", -5);
        Minutes(22, "A2", -4);
        var own = Earlier(22, isSeen: id => id is 12 or 13);
        Assert.Equal((2, 1), (own.Expected, own.Known));
        Assert.Equal(new DateOnly(2023, 1, 11), Assert.Single(own.Days).Day);
    }

    [Fact]
    public void A_look_at_an_earlier_moment_compares_with_what_was_known_then()
    {
        // Both days of 2022 were written down in 2023, those of 2020 only in November 2026.
        var late = new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
        Minutes(22, "A1", -10); Minutes(22, "A2", -10);
        Minutes(20, "A1", -10, late); Minutes(20, "A2", -10, late);
        Assert.Equal(2, Earlier(20).Known);
        Assert.Equal(0, Earlier(20, late).Known);
        Assert.Equal(2, Earlier(22, late).Known);
        Assert.Equal(["B1", "B2"], Silent(26, new(2026, 11, 21)).Select(s => s.Unit.Unit.Code).Order(StringComparer.Ordinal));
        Assert.Empty(Silent(26, new(2026, 11, 19), late));
    }

    [Fact]
    public void A_unit_is_silent_when_more_than_three_days_later_than_the_median_of_its_rounds()
    {
        // A1 sent 10, 6 and 2 days before the last day of earlier rounds: the median is −6, the grace lasts until day −3, 12 January.
        Minutes(18, "A1", -10); Minutes(20, "A1", -6); Minutes(22, "A1", -2);
        Assert.Empty(Silent(24, new(2025, 1, 12)));
        var silence = Assert.Single(Silent(24, new(2025, 1, 13)));
        Assert.Equal(("A1", -6.0, 3), (silence.Unit.Unit.Code, silence.UsualDays, silence.Rounds));
    }

    [Fact]
    public void One_round_is_no_habit_and_who_has_sent_is_not_silent()
    {
        Minutes(22, "A1", -10);
        Assert.Empty(Silent(24, new(2025, 2, 1)));
        Minutes(20, "A1", -10);
        Assert.Single(Silent(24, new(2025, 2, 1)));
        Minutes(24, "A1", 10);
        Assert.Empty(Silent(24, new(2025, 2, 1)));
    }

    [Fact]
    public void A_new_unit_is_compared_with_those_it_was_made_of_whole_or_in_part()
    {
        // B1 of A1 and A2. 2024: −12 and −8, median −10. 2022: −6 alone. Median of the rounds: −8.
        Minutes(24, "A1", -12); Minutes(24, "A2", -8); Minutes(22, "A1", -6);
        // B2 of A3 and a part of A2. 2024: −8 of A2 and 0 of A3, median −4. 2022: 4 of A3. Median of the rounds: 0.
        Minutes(24, "A3", 0); Minutes(22, "A3", 4);
        // Due on 10 November 2026. On the 14th, 4 days late, both are later than usual and grace allow (−8 + 3, 0 + 3).
        Assert.Equal([("B1", -8.0, 2), ("B2", 0.0, 2)], Silent(26, new(2026, 11, 14)).Select(s => (s.Unit.Unit.Code, s.UsualDays, s.Rounds)));
        // On the 13th B2 is three days late, which the grace allows; on 5 November (day −5) even B1.
        Assert.Equal(["B1"], Silent(26, new(2026, 11, 13)).Select(s => s.Unit.Unit.Code));
        Assert.Empty(Silent(26, new(2026, 11, 5)));
        Assert.Equal(["B1"], Silent(26, new(2026, 11, 6)).Select(s => s.Unit.Unit.Code));
    }

    [Fact]
    public void A_round_without_a_last_day_has_nobody_silent()
    {
        Minutes(22, "A1", -10); Minutes(20, "A1", -10);
        city.Write(db => db.Rounds.Single(r => r.Id == 24).Due = null);
        Assert.Empty(Silent(24, new(2025, 6, 1)));
    }
}
