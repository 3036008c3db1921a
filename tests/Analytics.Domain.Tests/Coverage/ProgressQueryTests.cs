using Analytics.Domain.Coverage;
using Analytics.Domain.People;

namespace Analytics.Domain.Tests.Coverage;

public sealed class ProgressQueryTests : IDisposable
{
    readonly CoverageCity city = new();

    public void Dispose() => city.Dispose();

    static DateTime Utc(int year, int month, int day, int hour = 3) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Without_a_roster_the_units_valid_when_the_round_was_held_are_expected()
    {
        Assert.Equal(["A1", "A2", "A3", "A4", "A5"], city.Progress(24, new(2025, 1, 1)).Expected.Select(u => u.Unit.Code));
        var since = city.Progress(26, new(2026, 11, 1));
        Assert.Equal(["B1", "B2"], since.Expected.Select(u => u.Unit.Code));
        Assert.False(since.FromRoster);
        Assert.All(since.Units, u => Assert.Null(u.Due));
    }

    [Fact]
    public void With_a_roster_only_units_with_somebody_due_are_expected_and_posts_are_counted_by_what_they_are()
    {
        // A1: two due. A2: one due, one vacant. A3: no council. A4: the only post is exempt. A5: not in the roster.
        city.Due(24, "A1", 1); city.Due(24, "A1", 2);
        city.Due(24, "A2", 1, RosterStatus.Vacant); city.Due(24, "A2", 2);
        city.Due(24, "A3", 1, RosterStatus.NoCouncil); city.Due(24, "A3", 2, RosterStatus.NoCouncil);
        city.Due(24, "A4", 2, RosterStatus.Exempt);
        var progress = city.Progress(24, new(2025, 1, 1));
        Assert.True(progress.FromRoster);
        Assert.Equal(
            [("A1", true, 2, 0, 0), ("A2", true, 1, 1, 0), ("A3", false, 0, 0, 2), ("A4", false, 0, 1, 0)],
            progress.Units.Select(u => (u.Unit.Code, u.Expected, u.Due!.Value, u.NotDue, u.NoCouncil)));
        // Due by post: chairs of councils 1 (A1), chairs of committees 2 (A1, A2).
        Assert.Equal([("PC-CHAIR", 1, 0), ("PPC-CHAIR", 2, 0)], progress.ByPosition.Select(p => (p.Position, p.Due!.Value, p.Results)));
    }

    [Fact]
    public void A_unit_without_a_council_is_never_missing_nor_overdue()
    {
        city.Due(24, "A1", 1); city.Due(24, "A3", 1, RosterStatus.NoCouncil); city.Due(24, "A3", 2, RosterStatus.NoCouncil);
        var progress = city.Progress(24, new(2026, 1, 1));
        Assert.Equal(["A1"], progress.Expected.Select(u => u.Unit.Code));
        Assert.Null(progress.OverdueOf(progress.Units.Single(u => u.Unit.Code == "A3")));
    }

    [Fact]
    public void A_unit_that_reported_without_being_expected_is_listed_and_not_counted()
    {
        city.Due(24, "A1", 1);
        city.Result(24, "A5", 1, Utc(2025, 1, 3));
        var progress = city.Progress(24, new(2025, 1, 10));
        Assert.Equal([("A1", true, 0), ("A5", false, 1)], progress.Units.Select(u => (u.Unit.Code, u.Expected, u.Results)));
        Assert.Equal(0, progress.Taken(CoverageStep.Loaded));
        Assert.Null(progress.OverdueOf(progress.Units[1]));
    }

    [Fact]
    public void A_step_written_down_has_its_day_and_the_steps_before_it_are_passed_without_one()
    {
        city.Step(24, "A1", CoverageStep.Planned, new(2024, 12, 5));
        city.Step(24, "A1", CoverageStep.Minutes, new(2024, 12, 20));
        var unit = city.Unit(24, "A1");
        Assert.Equal(
            [
                (StepSource.Recorded, new DateOnly(2024, 12, 5), "office@example.org"), (StepSource.Passed, null, null), (StepSource.Passed, null, null),
                (StepSource.Recorded, new DateOnly(2024, 12, 20), "office@example.org"), (StepSource.None, null, null), (StepSource.None, null, null),
            ],
            unit.Days.Select(d => (d.Source, d.On, d.By)));
        Assert.Equal(CoverageStep.Minutes, unit.Reached);
        Assert.True(unit.Received);
        Assert.Null(city.Unit(24, "A2").Reached);
    }

    [Fact]
    public void Results_tell_the_day_of_the_vote_and_of_the_first_load_and_that_the_minutes_came()
    {
        // Loaded on 25 December at 18:00 UTC, when it is the 26th in Viet Nam, and more of it two days later.
        city.Result(24, "A1", 1, Utc(2024, 12, 25, 18), heldOn: new(2024, 12, 6));
        city.Result(24, "A1", 2, Utc(2024, 12, 27), heldOn: new(2024, 12, 7));
        var unit = city.Unit(24, "A1");
        Assert.Equal((StepSource.Results, new DateOnly(2024, 12, 6), "loader@example.org"), (unit[CoverageStep.Conference].Source, unit[CoverageStep.Conference].On!.Value, unit[CoverageStep.Conference].By));
        Assert.Equal((StepSource.Results, new DateOnly(2024, 12, 26)), (unit[CoverageStep.Loaded].Source, unit[CoverageStep.Loaded].On!.Value));
        Assert.Equal(StepSource.Passed, unit[CoverageStep.Minutes].Source);
        Assert.Equal((CoverageStep.Loaded, true, 2), (unit.Reached!.Value, unit.Received, unit.Results));
    }

    [Fact]
    public void The_day_of_the_vote_that_was_written_down_stands_before_that_in_the_results()
    {
        city.Step(24, "A1", CoverageStep.Conference, new(2024, 12, 4));
        city.Result(24, "A1", 1, Utc(2024, 12, 25), heldOn: new(2024, 12, 6));
        Assert.Equal((StepSource.Recorded, new DateOnly(2024, 12, 4)), (city.Unit(24, "A1")[CoverageStep.Conference].Source, city.Unit(24, "A1")[CoverageStep.Conference].On!.Value));
    }

    [Fact]
    public void Results_of_some_of_those_due_are_partial_and_who_was_not_voted_on_is_no_result()
    {
        city.Due(24, "A1", 1); city.Due(24, "A1", 2); city.Due(24, "A2", 1);
        city.Result(24, "A1", 1, Utc(2024, 12, 25));
        city.Result(24, "A2", 1, Utc(2024, 12, 25));
        city.Result(24, "A2", 2, Utc(2024, 12, 25), exempt: "nghỉ hưu");
        Assert.Equal((true, 1, 2), (city.Unit(24, "A1").Partial, city.Unit(24, "A1").Results, city.Unit(24, "A1").Due!.Value));
        Assert.Equal((false, 1, 1), (city.Unit(24, "A2").Partial, city.Unit(24, "A2").Results, city.Unit(24, "A2").Due!.Value));
        Assert.Equal([("PC-CHAIR", 2, 2), ("PPC-CHAIR", 1, 0)], city.Progress(24, new(2025, 1, 1)).ByPosition.Select(p => (p.Position, p.Due!.Value, p.Results)));
    }

    [Fact]
    public void A_unit_is_verified_when_the_last_of_its_results_was_compared()
    {
        var (first, second) = (city.Result(24, "A1", 1, Utc(2024, 12, 25)), city.Result(24, "A1", 2, Utc(2024, 12, 25)));
        city.Verified(first, Utc(2025, 1, 5));
        Assert.Equal((1, CoverageStep.Loaded, false), (city.Unit(24, "A1").Verified, city.Unit(24, "A1").Reached!.Value, city.Unit(24, "A1").Complete));
        city.Verified(second, Utc(2025, 1, 6, 20));
        var unit = city.Unit(24, "A1");
        Assert.Equal((StepSource.Results, new DateOnly(2025, 1, 7), "second@example.org"), (unit[CoverageStep.Verified].Source, unit[CoverageStep.Verified].On!.Value, unit[CoverageStep.Verified].By));
        Assert.True(unit.Complete);
    }

    [Fact]
    public void A_unit_whose_only_results_are_verified_is_not_complete_while_others_are_due()
    {
        city.Due(24, "A1", 1); city.Due(24, "A1", 2);
        city.Verified(city.Result(24, "A1", 1, Utc(2024, 12, 25)), Utc(2025, 1, 5));
        Assert.True(city.Unit(24, "A1").Partial);
        Assert.False(city.Unit(24, "A1").Complete);
    }

    [Fact]
    public void A_comparison_taken_back_counts_no_more()
    {
        city.Verified(city.Result(24, "A1", 1, Utc(2024, 12, 25)), Utc(2025, 1, 5), revoked: Utc(2025, 1, 8));
        Assert.Equal((0, CoverageStep.Loaded), (city.Unit(24, "A1").Verified, city.Unit(24, "A1").Reached!.Value));
        Assert.Equal((1, CoverageStep.Verified), (city.Unit(24, "A1", Utc(2025, 1, 7)).Verified, city.Unit(24, "A1", Utc(2025, 1, 7)).Reached!.Value));
        Assert.Equal((0, CoverageStep.Loaded), (city.Unit(24, "A1", Utc(2025, 1, 5)).Verified, city.Unit(24, "A1", Utc(2025, 1, 5)).Reached!.Value));
    }

    [Fact]
    public void The_first_step_whose_last_day_is_over_is_overdue_from_the_day_after()
    {
        city.Write(db => db.RoundPlans.Add(new() { RoundId = 24, PlannedDue = new(2024, 11, 30), UpdatedBy = "office@example.org" }));
        city.Step(24, "A2", CoverageStep.Planned, new(2024, 12, 5));
        city.Step(24, "A3", CoverageStep.Conference, new(2024, 12, 5));
        (CoverageStep, DateOnly)? Overdue(string unit, DateOnly today) => city.Progress(24, today) is var p ? p.OverdueOf(p.Units.Single(u => u.Unit.Code == unit)) : null;
        // A1 has set no day, due on 30 November by the plan.
        Assert.Null(Overdue("A1", new(2024, 11, 30)));
        Assert.Equal((CoverageStep.Planned, new(2024, 11, 30)), Overdue("A1", new(2024, 12, 1)));
        // A2 has not held its conference; the plan sets no day for that: the last of the round, 31 December.
        Assert.Null(Overdue("A2", new(2024, 12, 31)));
        Assert.Equal((CoverageStep.Conference, new(2024, 12, 31)), Overdue("A2", new(2025, 1, 20)));
        // A3 has held it and not sent the minutes, due on 15 January.
        Assert.Null(Overdue("A3", new(2025, 1, 15)));
        Assert.Equal((CoverageStep.Minutes, new(2025, 1, 15)), Overdue("A3", new(2025, 1, 16)));
        // Loading and comparing are the office's own.
        city.Step(24, "A3", CoverageStep.Minutes, new(2025, 1, 17));
        Assert.Null(Overdue("A3", new(2025, 6, 1)));
    }

    [Fact]
    public void The_plan_may_move_the_last_day_for_minutes()
    {
        city.Write(db => db.RoundPlans.Add(new() { RoundId = 24, MinutesDue = new(2025, 1, 20), UpdatedBy = "office@example.org" }));
        city.Step(24, "A3", CoverageStep.Conference, new(2024, 12, 5));
        var progress = city.Progress(24, new(2025, 1, 18));
        Assert.Equal(new DateOnly(2025, 1, 20), progress.DueOf(CoverageStep.Minutes));
        Assert.Null(progress.OverdueOf(progress.Units.Single(u => u.Unit.Code == "A3")));
    }

    [Fact]
    public void A_look_at_an_earlier_moment_finds_the_day_that_stood_then()
    {
        // Written down as the 20th on the 21st, corrected to the 19th on the 28th.
        city.Step(24, "A1", CoverageStep.Minutes, new(2024, 12, 20), at: Utc(2024, 12, 21), removed: Utc(2024, 12, 28));
        city.Step(24, "A1", CoverageStep.Minutes, new(2024, 12, 19), at: Utc(2024, 12, 28));
        DateOnly? Known(DateTime? end) => city.Unit(24, "A1", end)[CoverageStep.Minutes].On;
        Assert.Null(Known(Utc(2024, 12, 21)));
        Assert.Equal(new DateOnly(2024, 12, 20), Known(Utc(2024, 12, 21, 4)));
        Assert.Equal(new DateOnly(2024, 12, 20), Known(Utc(2024, 12, 28)));
        Assert.Equal(new DateOnly(2024, 12, 19), Known(Utc(2024, 12, 28, 4)));
        Assert.Equal(new DateOnly(2024, 12, 19), Known(null));
    }

    [Fact]
    public void A_record_taken_back_leaves_nothing()
    {
        city.Step(24, "A1", CoverageStep.Minutes, new(2024, 12, 20), removed: Utc(2024, 12, 28));
        Assert.Null(city.Unit(24, "A1").Reached);
    }

    [Fact]
    public void The_district_reports_before_1_July_2025_and_each_commune_for_itself_since()
    {
        Assert.Equal(("D", "D"), (city.Unit(24, "A1").Body.Code, city.Unit(24, "A1").Area));
        Assert.Equal(("B1", "D"), (city.Unit(26, "B1").Body.Code, city.Unit(26, "B1").Area));
    }

    [Fact]
    public void Steps_are_those_of_the_round_asked_about()
    {
        city.Step(22, "A1", CoverageStep.Minutes, new(2022, 12, 20));
        Assert.Null(city.Unit(24, "A1").Reached);
    }

    [Fact]
    public void Some_units_of_a_round_keep_its_days_and_leave_out_what_is_told_of_all_together()
    {
        city.Due(24, "A1", 1); city.Due(24, "A2", 1);
        var own = city.Progress(24, new(2025, 2, 1)).Of(u => u.Code == "A2");
        Assert.Equal(["A2"], own.Units.Select(u => u.Unit.Code));
        Assert.Equal((1, 0), (own.Expected.Count, own.ByPosition.Count));
        Assert.NotNull(own.OverdueOf(own.Units[0]));
    }
}
