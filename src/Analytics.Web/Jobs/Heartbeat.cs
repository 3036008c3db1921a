namespace Analytics.Web.Jobs;

/// <summary>Prolongs the lease of a run while its job works.</summary>
/// <remarks>
/// When the store is busy a beat is left out; the lease outlasts three of them. When the run has been taken over by
/// another process, the job is cancelled. A process that dies stops beating, and the lease ends by itself.
/// </remarks>
sealed partial class Heartbeat : IAsyncDisposable
{
    readonly Ledger ledger;
    readonly Claim claim;
    readonly ILogger logger;
    readonly PeriodicTimer timer;
    readonly CancellationTokenSource job;
    readonly CancellationTokenSource stop = new();
    readonly Task beating;
    volatile string? progress;

    public Heartbeat(Ledger ledger, Claim claim, TimeSpan interval, TimeProvider time, ILogger logger, CancellationToken ct)
    {
        this.ledger = ledger;
        this.claim = claim;
        this.logger = logger;
        job = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer = new PeriodicTimer(interval, time);
        beating = Task.Run(Beat, CancellationToken.None);
    }

    /// <summary>For the job: cancelled at shutdown and when the run has been taken over.</summary>
    public CancellationToken Token => job.Token;

    /// <summary>Takes a line on progress, stored with the next beat.</summary>
    public void Report(string line) => progress = OutcomeText.Line(line);

    async Task Beat()
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                if (!TryRenew())
                {
                    await job.CancelAsync();
                    return;
                }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The job has ended.
        }
    }

    bool TryRenew()
    {
        try
        {
            return ledger.Renew(claim, progress, stop.Token);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogMissedBeat(error, claim.RunId);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await beating;
        timer.Dispose();
        job.Dispose();
        stop.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "The lease of run {RunId} could not be prolonged; trying again with the next heartbeat")]
    partial void LogMissedBeat(Exception error, int runId);
}
