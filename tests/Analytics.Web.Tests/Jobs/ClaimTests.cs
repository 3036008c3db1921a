using Analytics.Domain.Schedules;
using Analytics.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Tests.Jobs;

public sealed class ClaimTests : IDisposable
{
    readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_eight_processes_racing_for_each_of_twenty_runs_one_carries_it_out()
    {
        workshop.AddSchedule("* * * * *");
        workshop.Time.Advance(TimeSpan.FromMinutes(20));
        workshop.Start().Tick();
        var probe = new Probe(async (_, ct) =>
        {
            await Task.Delay(5, ct);
            return JobOutcome.Done("done");
        });
        var workers = Enumerable.Range(0, 8).Select(_ => workshop.Start(probe)).ToList();

        foreach (var run in workshop.Runs())
            await Task.WhenAll(workers.Select(w => Task.Run(() => w.Execute(run.Id), Ct)));

        Assert.Equal(20, probe.Calls);
        Assert.All(workshop.Runs(), r => Assert.Equal((RunState.Done, 1), (r.State, r.Attempts)));
    }

    [Fact]
    public async Task A_run_handed_over_twice_is_carried_out_once()
    {
        var runId = workshop.AddRun();
        var probe = new Probe();
        var worker = workshop.Start(probe);

        await worker.Execute(runId);
        await worker.Execute(runId);

        Assert.Equal(1, probe.Calls);
    }

    [Fact]
    public async Task A_done_run_tells_when_it_was_due_how_late_it_began_and_what_came_of_it()
    {
        var runId = workshop.AddRun();
        workshop.Time.Advance(TimeSpan.FromSeconds(90));

        await workshop.Start(new Probe((_, _) => Task.FromResult(JobOutcome.Done("3 groups\ncomputed")))).Execute(runId);

        var run = workshop.Run(runId);
        Assert.Equal((RunState.Done, 90.0, "3 groups computed"), (run.State, run.LatenessSeconds, run.Outcome));
        Assert.Equal((workshop.Now, workshop.Now), (run.StartedAt, run.FinishedAt));
        Assert.Null(run.Owner);
        Assert.Null(run.LeaseUntil);
    }

    [Fact]
    public async Task A_heartbeat_prolongs_the_lease_and_stores_progress_while_the_job_works()
    {
        var runId = workshop.AddRun();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var worker = workshop.Start(new Probe(async (context, _) =>
        {
            context.Report("2 of 5 formats");
            begun.SetResult();
            await end.Task;
            return JobOutcome.Done("done");
        }));
        var execution = Task.Run(() => worker.Execute(runId), Ct);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Equal(workshop.Now.AddMinutes(2), workshop.Run(runId).LeaseUntil);

        workshop.Time.Advance(TimeSpan.FromSeconds(30));

        await Until(() => workshop.Run(runId).LeaseUntil == workshop.Now.AddMinutes(2));
        Assert.Equal("2 of 5 formats", workshop.Run(runId).Outcome);
        end.SetResult();
        await execution.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Equal("done", workshop.Run(runId).Outcome);
    }

    [Fact]
    public async Task A_job_whose_run_was_taken_over_is_cancelled_and_does_not_touch_what_the_other_recorded()
    {
        var runId = workshop.AddRun();
        var begun = new TaskCompletionSource();
        var worker = workshop.Start(new Probe(async (_, ct) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return JobOutcome.Done("not reached");
        }));
        var execution = Task.Run(() => worker.Execute(runId), Ct);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        workshop.Change(db => db.Runs.ExecuteUpdate(set => set.SetProperty(r => r.Owner, "another")));

        workshop.Time.Advance(TimeSpan.FromSeconds(30));
        await execution.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        Assert.Equal((RunState.Running, "another"), (workshop.Run(runId).State, workshop.Run(runId).Owner));
    }

    static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 200 && !holds(); i++) await Task.Delay(25, Ct);
        Assert.True(holds(), "not within five seconds");
    }
}
