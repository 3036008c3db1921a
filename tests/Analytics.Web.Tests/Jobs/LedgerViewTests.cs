using Analytics.Domain.Schedules;
using Analytics.Web.Jobs;
using static Analytics.Web.Tests.Jobs.Workshop;

namespace Analytics.Web.Tests.Jobs;

public sealed class LedgerViewTests : IDisposable
{
    readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public void A_new_store_gets_its_schedules_with_nothing_missed()
    {
        DefaultSchedules.Seed(workshop.Store, workshop.Now);
        DefaultSchedules.Seed(workshop.Store, workshop.Now.AddDays(1));
        workshop.Start().Tick();

        var rows = workshop.Look(db => LedgerView.Schedules(db, ["refresh", "trend-report", "case-digest"], workshop.Now));

        Assert.Equal(["daily-case-digest", "monthly-trend-report", "nightly-refresh"], rows.Select(r => r.Name));
        Assert.Equal([Instant("2026-03-10 00:30"), Instant("2026-04-01 00:00"), Instant("2026-03-10 19:00")], rows.Select(r => r.Next!.Value));
        Assert.All(rows, r => Assert.Equal((MissedRunPolicy.RunLatest, "Asia/Ho_Chi_Minh", true, null), (r.Missed, r.Zone, r.Enabled, r.Problem)));
        Assert.Empty(workshop.Runs());
    }

    [Fact]
    public void A_schedule_its_users_have_changed_is_not_seeded_over()
    {
        workshop.AddSchedule("0 4 * * *", name: "nightly-refresh");

        DefaultSchedules.Seed(workshop.Store, workshop.Now);

        Assert.Equal("0 4 * * *", workshop.Look(db => db.Schedules.Single(s => s.Name == "nightly-refresh").Cron));
        Assert.Equal(3, workshop.Look(db => db.Schedules.Count()));
    }

    [Fact]
    public void Every_reason_why_a_schedule_does_not_run_is_shown()
    {
        workshop.AddSchedule("x", name: "a");
        workshop.AddSchedule("* * * * *", zone: "Nowhere", name: "b");
        workshop.AddSchedule("* * * * *", job: "gone", name: "c");
        workshop.AddSchedule("* * * * *", last: workshop.Now.AddYears(3), name: "d");

        var problems = workshop.Look(db => LedgerView.Schedules(db, ["probe"], workshop.Now)).Select(r => r.Problem!).ToList();

        Assert.Collection(problems,
            p => Assert.StartsWith("Cron expression 'x'", p.English),
            p => Assert.StartsWith("Time zone 'Nowhere'", p.English),
            p => Assert.Equal("There is no job named gone", p.English),
            p => Assert.StartsWith("Accounted for until 2029-03-10 00:00 UTC", p.English));
        Assert.Collection(problems,
            p => Assert.StartsWith("Không đọc được lịch 'x'", p.Vietnamese),
            p => Assert.StartsWith("Không có múi giờ 'Nowhere'", p.Vietnamese),
            p => Assert.Equal("Không có công việc mang tên gone", p.Vietnamese),
            p => Assert.StartsWith("Đã tính đến 10/03/2029 00:00 UTC", p.Vietnamese));
    }

    [Fact]
    public async Task The_latest_runs_come_first_each_with_schedule_state_lateness_and_outcome()
    {
        workshop.AddSchedule("* * * * *", MissedRunPolicy.RunLatest);
        workshop.Time.Advance(TimeSpan.FromSeconds(200));
        var worker = workshop.Start(new Probe());
        worker.Tick();
        await worker.Drain();

        var rows = workshop.Look(db => LedgerView.Runs(db, most: 2));

        Assert.Equal([Instant("2026-03-10 00:03"), Instant("2026-03-10 00:02")], rows.Select(r => r.DueAt));
        Assert.Equal(("probe", RunState.Done, 20.0, "done"), (rows[0].Schedule, rows[0].State, rows[0].LatenessSeconds, rows[0].Outcome));
        Assert.Equal((RunState.Skipped, null, OutcomeText.Superseded), (rows[1].State, rows[1].LatenessSeconds, rows[1].Outcome));
        Assert.Equal(DateTimeKind.Utc, rows[0].StartedAt!.Value.Kind);
    }
}
