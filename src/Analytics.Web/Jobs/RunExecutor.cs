using System.Diagnostics;
using Hangfire;

namespace Analytics.Web.Jobs;

/// <summary>Carries out one run of the ledger: what Hangfire calls.</summary>
/// <remarks>
/// Hangfire may call this twice for one run, from one process or several: only who claims it goes on. Hangfire never
/// retries: a run that cannot be claimed because the store is busy stays Pending and comes with a later tick.
/// </remarks>
sealed partial class RunExecutor(Ledger ledger, RunQueue queue, IServiceScopeFactory scopes, JobTiming timing, TimeProvider time, ILogger<RunExecutor> logger)
{
    // Deleted, not failed: failed jobs stay in Hangfire's memory for ever, and the ledger tells what failed.
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task Execute(int runId, CancellationToken ct)
    {
        if (!queue.Begin(runId)) return;
        try
        {
            if (ledger.Take(runId, ct) is { } claim) await CarryOut(claim, ct);
        }
        finally
        {
            queue.End(runId);
        }
    }

    async Task CarryOut(Claim claim, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        LogStarted(claim.RunId, claim.Job, claim.Attempts);
        JobOutcome outcome;
        await using (var heartbeat = new Heartbeat(ledger, claim, timing.Heartbeat, time, logger, ct))
            outcome = await Work(claim, heartbeat);

        if (ledger.Record(claim, outcome))
            LogEnded(claim.RunId, claim.Job, outcome.End, Stopwatch.GetElapsedTime(started).TotalSeconds);
        else
            LogTakenOver(claim.RunId, claim.Job);
    }

    async Task<JobOutcome> Work(Claim claim, Heartbeat heartbeat)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var job = scope.ServiceProvider.GetServices<IJob>().FirstOrDefault(j => j.Name == claim.Job);
            if (job is null) return JobOutcome.Refused(OutcomeText.NoJob(claim.Job));
            return await job.Run(new JobContext(claim.RunId, claim.DueAt, heartbeat.Report), heartbeat.Token);
        }
        catch (Exception) when (heartbeat.Token.IsCancellationRequested)
        {
            // Whatever a cancelled job throws, it was not its fault. Where the run was taken over, recording changes nothing.
            return JobOutcome.Interrupted;
        }
        catch (Exception error)
        {
            var id = Guid.NewGuid().ToString("N")[..8];
            LogFailed(error, claim.RunId, claim.Job, id);
            return JobOutcome.Failed(OutcomeText.Error(id, error));
        }
    }

    [LoggerMessage(LogLevel.Information, "Run {RunId} ({Job}) started, attempt {Attempt}")]
    partial void LogStarted(int runId, string job, int attempt);

    [LoggerMessage(LogLevel.Information, "Run {RunId} ({Job}) ended: {End} after {Seconds:0.0} s")]
    partial void LogEnded(int runId, string job, JobEnd end, double seconds);

    [LoggerMessage(LogLevel.Warning, "Run {RunId} ({Job}) was taken over by another process; its outcome is not recorded here")]
    partial void LogTakenOver(int runId, string job);

    [LoggerMessage(LogLevel.Error, "Run {RunId} ({Job}) failed, error {ErrorId}")]
    partial void LogFailed(Exception error, int runId, string job, string errorId);
}
