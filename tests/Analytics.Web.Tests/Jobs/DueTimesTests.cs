using Analytics.Domain.Schedules;
using Analytics.Web.Jobs;
using static Analytics.Web.Tests.Jobs.Workshop;

namespace Analytics.Web.Tests.Jobs;

public class DueTimesTests
{
    static Schedule Daily(MissedRunPolicy missed, string last) =>
        new() { Id = 7, Name = "daily", Job = "probe", Cron = "0 2 * * *", Zone = "Etc/UTC", Missed = missed, Last = Instant(last) };

    static List<Run> Account(Schedule schedule, string now) =>
        DueTimes.Account(schedule, Timetable.Read(schedule.Cron, schedule.Zone, out _)!, Instant(now));

    [Fact]
    public void After_three_days_down_run_all_has_three_runs_waiting()
    {
        var runs = Account(Daily(MissedRunPolicy.RunAll, "2026-03-09 12:00"), "2026-03-12 12:00");

        Assert.Equal([Instant("2026-03-10 02:00"), Instant("2026-03-11 02:00"), Instant("2026-03-12 02:00")], runs.Select(r => r.DueAt));
        Assert.All(runs, r => Assert.Equal(RunState.Pending, r.State));
    }

    [Fact]
    public void After_three_days_down_run_latest_waits_for_the_last_and_records_the_others_as_skipped()
    {
        var runs = Account(Daily(MissedRunPolicy.RunLatest, "2026-03-09 12:00"), "2026-03-12 12:00");

        Assert.Equal([RunState.Skipped, RunState.Skipped, RunState.Pending], runs.Select(r => r.State));
        Assert.Equal([OutcomeText.Superseded, OutcomeText.Superseded, null], runs.Select(r => r.Outcome));
    }

    [Fact]
    public void After_three_days_down_skip_records_all_three_as_skipped()
    {
        var runs = Account(Daily(MissedRunPolicy.Skip, "2026-03-09 12:00"), "2026-03-12 12:00");

        Assert.Equal(3, runs.Count);
        Assert.All(runs, r => Assert.Equal((RunState.Skipped, OutcomeText.Missed), (r.State, r.Outcome)));
    }

    [Fact]
    public void Skip_runs_what_is_seen_in_time() =>
        Assert.Equal([RunState.Pending], Account(Daily(MissedRunPolicy.Skip, "2026-03-10 01:59"), "2026-03-10 02:00:40").Select(r => r.State));

    [Fact]
    public void A_due_time_is_counted_at_its_very_instant_and_not_again_from_there()
    {
        var schedule = Daily(MissedRunPolicy.RunAll, "2026-03-10 01:00");

        Assert.Single(Account(schedule, "2026-03-10 02:00"));
        Assert.Empty(Account(schedule, "2026-03-10 02:01"));
    }

    [Fact]
    public void A_clock_put_back_repeats_no_due_time()
    {
        var schedule = Daily(MissedRunPolicy.RunAll, "2026-03-10 01:00");

        Assert.Single(Account(schedule, "2026-03-10 02:30"));
        Assert.Empty(Account(schedule, "2026-03-10 01:30"));
        Assert.Empty(Account(schedule, "2026-03-10 02:45"));
    }

    [Fact]
    public void A_standstill_of_1500_minutes_is_accounted_for_in_two_steps_and_only_the_true_latest_runs()
    {
        var schedule = Daily(MissedRunPolicy.RunLatest, "2026-03-10 00:00");
        schedule.Cron = "* * * * *";

        var first = Account(schedule, "2026-03-11 01:00");
        var second = Account(schedule, "2026-03-11 01:00");

        Assert.Equal((1000, 500), (first.Count, second.Count));
        Assert.Equal(1500, first.Concat(second).Select(r => r.DueAt).Distinct().Count());
        Assert.Equal([Instant("2026-03-11 01:00")], first.Concat(second).Where(r => r.State == RunState.Pending).Select(r => r.DueAt));
    }

    [Fact]
    public void Two_in_the_morning_in_Hanoi_is_19_hours_UTC_of_the_day_before_in_every_month()
    {
        var hanoi = Timetable.Read("0 2 * * *", "Asia/Ho_Chi_Minh", out _)!;

        var due = hanoi.Between(Instant("2025-12-31 19:00"), Instant("2026-12-31 19:00")).ToList();

        Assert.Equal(365, due.Count);
        Assert.All(due, d => Assert.Equal(new TimeOnly(19, 0), TimeOnly.FromDateTime(d)));
    }

    [Fact]
    public void Where_clocks_change_each_night_still_has_one_due_time()
    {
        var berlin = Timetable.Read("30 2 * * *", "Europe/Berlin", out _)!;

        Assert.Equal([Instant("2026-03-29 01:00")], berlin.Between(Instant("2026-03-28 12:00"), Instant("2026-03-29 12:00")));
        Assert.Equal([Instant("2026-10-25 00:30")], berlin.Between(Instant("2026-10-24 12:00"), Instant("2026-10-25 12:00")));
    }

    [Theory]
    [InlineData("0 25 * * *", "Asia/Ho_Chi_Minh", "Cron expression '0 25 * * *'")]
    [InlineData("", "Asia/Ho_Chi_Minh", "Cron expression ''")]
    [InlineData("0 2 * * *", "Asia/Hanoi", "Time zone 'Asia/Hanoi'")]
    [InlineData("0 2 * * *", "", "Time zone ''")]
    [InlineData("0 2 * * *", "../../etc/passwd", "Time zone '../../etc/passwd'")]
    public void A_wrong_expression_or_zone_is_told_and_not_thrown(string cron, string zone, string told)
    {
        Assert.Null(Timetable.Read(cron, zone, out var problem));
        Assert.StartsWith(told, problem!.English);
    }

    [Fact]
    public void The_thirtieth_of_February_is_never_due()
    {
        var never = Timetable.Read("0 0 30 2 *", "Etc/UTC", out _)!;

        Assert.Null(never.Next(Instant("2026-03-10 00:00")));
        Assert.Empty(never.Between(Instant("2026-01-01 00:00"), Instant("2027-01-01 00:00")));
    }
}
