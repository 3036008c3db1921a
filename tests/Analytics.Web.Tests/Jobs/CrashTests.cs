using Analytics.Domain.Audit;
using Analytics.Domain.Schedules;
using Analytics.Web.Jobs;

namespace Analytics.Web.Tests.Jobs;

/// <summary>A process that ends is one whose next step never comes; what it held in memory is not used again.</summary>
public sealed class CrashTests : IDisposable
{
    readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public async Task Killed_between_recording_a_run_and_queueing_it_the_next_start_carries_it_out()
    {
        workshop.AddSchedule("* * * * *");
        workshop.Time.Advance(TimeSpan.FromMinutes(1));
        var killed = workshop.Start();
        killed.Hangfire.Broken = true;
        Assert.Throws<InvalidOperationException>(killed.Tick);
        Assert.Equal([RunState.Pending], workshop.Runs().Select(r => r.State));

        var next = workshop.Start(new Probe());
        next.Tick();
        await next.Drain();

        Assert.Equal([RunState.Done], workshop.Runs().Select(r => r.State));
    }

    [Fact]
    public async Task Killed_while_running_the_run_is_claimed_again_when_its_lease_has_ended()
    {
        var runId = workshop.AddRun();
        workshop.Start().Ledger.Take(runId, CancellationToken.None);
        var probe = new Probe();
        var next = workshop.Start(probe);

        workshop.Time.Advance(TimeSpan.FromSeconds(119));
        next.Tick();
        Assert.Empty(next.Hangfire.Runs);
        await next.Execute(runId);
        Assert.Equal(0, probe.Calls);

        workshop.Time.Advance(TimeSpan.FromSeconds(1));
        next.Tick();
        await next.Drain();
        var run = workshop.Run(runId);
        Assert.Equal((RunState.Done, 2, 1), (run.State, run.Attempts, probe.Calls));
        Assert.Equal(0.0, run.LatenessSeconds);
    }

    [Fact]
    public async Task Killed_after_the_work_and_before_its_record_the_job_runs_twice_and_its_effect_is_there_once()
    {
        var runId = workshop.AddRun();
        var job = new Probe((context, _) => Task.FromResult(LeaveOneRow(context)));
        var killed = workshop.Start();
        var claim = killed.Ledger.Take(runId, CancellationToken.None)!;
        await job.Run(new JobContext(claim.RunId, claim.DueAt, _ => { }), CancellationToken.None);

        workshop.Time.Advance(TimeSpan.FromMinutes(2));
        var next = workshop.Start(job);
        next.Tick();
        await next.Drain();

        Assert.Equal(2, job.Calls);
        Assert.Equal(1, workshop.Look(db => db.Audit.Count()));
        Assert.Equal((RunState.Done, "was there"), (workshop.Run(runId).State, workshop.Run(runId).Outcome));
    }

    [Fact]
    public void A_run_that_ends_its_process_three_times_is_given_up()
    {
        var runId = workshop.AddRun();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, workshop.Start().Ledger.Take(runId, CancellationToken.None)!.Attempts);
            workshop.Time.Advance(TimeSpan.FromMinutes(2));
        }

        var next = workshop.Start();
        Assert.Null(next.Ledger.Take(runId, CancellationToken.None));
        next.Tick();

        Assert.Empty(next.Hangfire.Runs);
        var run = workshop.Run(runId);
        Assert.Equal((RunState.Failed, 3, OutcomeText.GivenUp), (run.State, run.Attempts, run.Outcome));
        Assert.Equal(workshop.Now, run.FinishedAt);
    }

    [Fact]
    public void A_process_that_comes_to_itself_after_its_lease_records_nothing_over_the_new_owner()
    {
        var runId = workshop.AddRun();
        var paused = workshop.Start();
        var old = paused.Ledger.Take(runId, CancellationToken.None)!;
        workshop.Time.Advance(TimeSpan.FromMinutes(2));
        var taken = workshop.Start().Ledger.Take(runId, CancellationToken.None)!;

        Assert.False(paused.Ledger.Renew(old, null, CancellationToken.None));
        Assert.False(paused.Ledger.Record(old, JobOutcome.Done("too late")));

        Assert.Equal((RunState.Running, taken.Owner), (workshop.Run(runId).State, workshop.Run(runId).Owner));
    }

    JobOutcome LeaveOneRow(JobContext context)
    {
        using var writer = workshop.Store.Write();
        var key = $"run-{context.RunId}";
        if (writer.Db.Audit.Any(a => a.EntryKey == key)) return JobOutcome.Done("was there");
        writer.Db.Audit.Add(new AuditEntry { At = context.DueAt, User = "schedule", Action = "report", Target = "probe", EntryKey = key });
        writer.Commit();
        return JobOutcome.Done("written");
    }
}
