using Hangfire;

namespace Analytics.Web.Jobs;

/// <summary>Refreshes in the background, after an import and whenever a tick finds stale marks.</summary>
/// <remarks>
/// Needs no row in the ledger: the stale marks are stored with the results that made them stale, and stay until a
/// refresh has published. When the process dies, or a refresh fails, the next tick asks again. Asked while one is
/// running, it runs once more afterwards, so that marks made meanwhile are not left to the next minute; asked many
/// times, it still takes one worker.
/// </remarks>
sealed partial class ImmediateRefresh(IBackgroundJobClient hangfire, Refresh refresh, ILogger<ImmediateRefresh> logger)
{
    readonly Lock gate = new();
    bool wanted;
    bool active;

    /// <summary>Asks for a refresh and returns at once. Call it after the transaction that wrote the stale marks.</summary>
    public void Enqueue()
    {
        lock (gate)
        {
            wanted = true;
            if (active) return;
            hangfire.Enqueue<ImmediateRefresh>(me => me.Run(CancellationToken.None));
            active = true;
        }
    }

    /// <summary>What Hangfire calls.</summary>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public void Run(CancellationToken ct)
    {
        try
        {
            while (TakeWish())
                LogRefreshed(refresh(false, ct));
        }
        catch
        {
            lock (gate) active = false;
            throw;
        }
    }

    bool TakeWish()
    {
        lock (gate)
        {
            var go = wanted;
            wanted = false;
            active = go;
            return go;
        }
    }

    [LoggerMessage(LogLevel.Information, "Refreshed in the background: {Outcome}")]
    partial void LogRefreshed(string outcome);
}
