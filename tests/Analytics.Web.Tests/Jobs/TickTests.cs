using Analytics.Domain.Schedules;
using Analytics.Domain.Trends;
using Analytics.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Tests.Jobs;

public sealed class TickTests : IDisposable
{
    readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public void Ticks_of_eight_processes_at_once_record_every_due_time_once()
    {
        workshop.AddSchedule("* * * * *");
        workshop.Time.Advance(TimeSpan.FromMinutes(30));

        Parallel.For(0, 8, _ => workshop.Start().Tick());

        Assert.Equal(30, workshop.Runs().Count);
        Assert.Equal(30, workshop.Runs().Select(r => r.DueAt).Distinct().Count());
    }

    [Fact]
    public async Task Over_a_day_with_standstills_every_due_time_has_exactly_one_run()
    {
        workshop.AddSchedule("*/10 * * * *");
        foreach (var minutes in new[] { 1, 1, 9, 180, 1, 60, 1, 700, 1, 486 })
        {
            workshop.Time.Advance(TimeSpan.FromMinutes(minutes));
            var worker = workshop.Start(new Probe());
            worker.Tick();
            await worker.Drain();
        }

        Assert.Equal(Enumerable.Range(1, 144).Select(i => Workshop.Instant("2026-03-10 00:00").AddMinutes(10 * i)), workshop.Runs().Select(r => r.DueAt));
        Assert.All(workshop.Runs(), r => Assert.Equal(RunState.Done, r.State));
    }

    [Theory]
    [InlineData("61 * * * *", "Etc/UTC")]
    [InlineData("* * * * *", "Asia/Nowhere")]
    public void A_schedule_that_cannot_be_read_stops_no_other_and_catches_up_when_mended(string cron, string zone)
    {
        var faulty = workshop.AddSchedule(cron, zone: zone, name: "faulty");
        var good = workshop.AddSchedule("* * * * *", name: "good");
        var worker = workshop.Start();
        workshop.Time.Advance(TimeSpan.FromMinutes(3));
        worker.Tick();

        Assert.Equal([good, good, good], workshop.Runs().Select(r => r.ScheduleId));

        workshop.Change(db => db.Schedules.Where(s => s.Id == faulty)
            .ExecuteUpdate(set => set.SetProperty(s => s.Cron, "* * * * *").SetProperty(s => s.Zone, "Etc/UTC")));
        worker.Tick();
        Assert.Equal(3, workshop.Runs().Count(r => r.ScheduleId == faulty));
    }

    [Fact]
    public void What_would_have_been_due_while_a_schedule_was_off_is_not_made_up_for()
    {
        workshop.AddSchedule("* * * * *");
        workshop.Change(db => db.Schedules.ExecuteUpdate(set => set.SetProperty(s => s.Enabled, false)));
        var worker = workshop.Start();
        workshop.Time.Advance(TimeSpan.FromMinutes(30));
        worker.Tick();
        workshop.Change(db => db.Schedules.ExecuteUpdate(set => set.SetProperty(s => s.Enabled, true)));
        workshop.Time.Advance(TimeSpan.FromMinutes(1));
        worker.Tick();

        Assert.Equal([workshop.Now], workshop.Runs().Select(r => r.DueAt));
    }

    [Fact]
    public void A_run_that_waits_in_the_queue_is_not_queued_again_each_minute_but_after_ten()
    {
        var runId = workshop.AddRun();
        var worker = workshop.Start();
        for (var minute = 0; minute <= 10; minute++)
        {
            worker.Tick();
            workshop.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([runId, runId], worker.Hangfire.Runs);
    }

    [Fact]
    public void Stale_trends_are_refreshed_by_the_tick_though_no_import_asked()
    {
        var worker = workshop.Start();
        worker.Tick();
        Assert.Empty(worker.Hangfire.Jobs);

        workshop.Change(db => db.StaleMarks.Add(new StaleMark()));
        worker.Tick();
        worker.Tick();

        Assert.Equal([typeof(ImmediateRefresh)], worker.Hangfire.Jobs.Select(j => j.Type));
    }
}
