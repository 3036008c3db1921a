using Analytics.Domain.Schedules;
using Analytics.Web.Jobs;

namespace Analytics.Web.Tests.Jobs;

public sealed class EndingTests : IDisposable
{
    readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public async Task A_failing_run_is_tried_after_one_and_after_five_minutes_and_then_stays_failed()
    {
        var runId = workshop.AddRun();
        var probe = new Probe((_, _) => throw new InvalidOperationException("no official Nguyễn Văn A"));
        var worker = workshop.Start(probe);

        await TickAndDrain(worker);
        Assert.Equal((RunState.Failed, workshop.Now.AddMinutes(1)), (workshop.Run(runId).State, workshop.Run(runId).RetryAt));

        workshop.Time.Advance(TimeSpan.FromSeconds(59));
        await TickAndDrain(worker);
        Assert.Equal(1, probe.Calls);

        workshop.Time.Advance(TimeSpan.FromSeconds(1));
        await TickAndDrain(worker);
        Assert.Equal((2, workshop.Now.AddMinutes(5)), (probe.Calls, workshop.Run(runId).RetryAt));
        Assert.Null(workshop.Run(runId).FinishedAt);

        workshop.Time.Advance(TimeSpan.FromMinutes(5));
        await TickAndDrain(worker);
        workshop.Time.Advance(TimeSpan.FromDays(1));
        await TickAndDrain(worker);

        var run = workshop.Run(runId);
        Assert.Equal((3, RunState.Failed, 3), (probe.Calls, run.State, run.Attempts));
        Assert.Null(run.RetryAt);
        Assert.NotNull(run.FinishedAt);
    }

    [Fact]
    public async Task What_an_exception_says_is_not_stored_but_its_kind_and_the_id_it_is_logged_under()
    {
        var runId = workshop.AddRun();

        await workshop.Start(new Probe((_, _) => throw new InvalidOperationException("no official Nguyễn Văn A"))).Execute(runId);

        Assert.Matches("^Error, see the log under [0-9a-f]{8}: InvalidOperationException$", workshop.Run(runId).Outcome);
    }

    [Fact]
    public async Task A_failure_that_is_over_leaves_the_run_done()
    {
        var runId = workshop.AddRun();
        var failures = 1;
        var worker = workshop.Start(new Probe((_, _) => Task.FromResult(failures-- > 0 ? JobOutcome.Failed("mail server away") : JobOutcome.Done("sent"))));

        await TickAndDrain(worker);
        Assert.Equal("mail server away", workshop.Run(runId).Outcome);
        workshop.Time.Advance(TimeSpan.FromMinutes(1));
        await TickAndDrain(worker);

        Assert.Equal((RunState.Done, 2, "sent"), (workshop.Run(runId).State, workshop.Run(runId).Attempts, workshop.Run(runId).Outcome));
    }

    [Fact]
    public async Task A_job_nobody_provides_fails_at_once_and_is_named()
    {
        var runId = workshop.AddRun();

        await workshop.Start().Execute(runId);

        Assert.Equal((RunState.Failed, "There is no job named probe"), (workshop.Run(runId).State, workshop.Run(runId).Outcome));
        Assert.Null(workshop.Run(runId).RetryAt);
    }

    [Fact]
    public async Task A_shutdown_sends_the_run_back_without_counting_the_attempt_and_the_next_start_carries_it_out()
    {
        var runId = workshop.AddRun();
        using var shutdown = new CancellationTokenSource();
        var interrupted = workshop.Start(new Probe(async (_, ct) =>
        {
            await shutdown.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            return JobOutcome.Done("not reached");
        }));
        await interrupted.Executor.Execute(runId, shutdown.Token).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        var run = workshop.Run(runId);
        Assert.Equal((RunState.Pending, 0, OutcomeText.Interrupted), (run.State, run.Attempts, run.Outcome));
        Assert.Null(run.Owner);

        var next = workshop.Start(new Probe());
        await TickAndDrain(next);
        Assert.Equal((RunState.Done, 1), (workshop.Run(runId).State, workshop.Run(runId).Attempts));
    }

    [Fact]
    public async Task A_job_that_finishes_in_spite_of_the_shutdown_is_done()
    {
        var runId = workshop.AddRun();
        using var shutdown = new CancellationTokenSource();

        await workshop.Start(new Probe(async (_, _) =>
        {
            await shutdown.CancelAsync();
            return JobOutcome.Done("just in time");
        })).Executor.Execute(runId, shutdown.Token);

        Assert.Equal(RunState.Done, workshop.Run(runId).State);
    }

    [Fact]
    public void What_the_ledger_writes_can_be_read_in_Vietnamese()
    {
        Assert.Equal("Không có công việc mang tên probe", OutcomeText.InVietnamese(OutcomeText.NoJob("probe")));
        Assert.Equal("Bỏ qua: hệ thống không hoạt động khi đến hạn.", OutcomeText.InVietnamese(OutcomeText.Missed));
        Assert.Equal("3 nhóm", OutcomeText.InVietnamese("3 nhóm"));
        Assert.Null(OutcomeText.InVietnamese(null));
    }

    static async Task TickAndDrain(Worker worker)
    {
        worker.Tick();
        await worker.Drain();
    }
}
