using System.Collections.Concurrent;
using Hangfire;

namespace Analytics.Web.Jobs;

/// <summary>What this process has handed to Hangfire, and what it is carrying out now.</summary>
/// <remarks>
/// Kept in memory like Hangfire's own queue, and lost with it; the ledger alone is right. Handing a run over twice is
/// harmless, this only keeps a run that waits behind a long one from being queued again each minute. A run Hangfire
/// has lost is handed over again after <see cref="Patience"/>.
/// </remarks>
sealed class RunQueue(IBackgroundJobClient hangfire, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<int, DateTime> queued = new();
    readonly ConcurrentDictionary<int, byte> inHand = new();

    /// <summary>Hands a run to Hangfire unless it waits there, or is in hand, already.</summary>
    public void Enqueue(int runId)
    {
        var now = time.Now();
        if (IsInHand(runId) || (queued.TryGetValue(runId, out var at) && now - at < Patience)) return;
        hangfire.Enqueue<RunExecutor>(executor => executor.Execute(runId, CancellationToken.None));
        queued[runId] = now;
    }

    /// <summary>Begins a run in this process; false when one of its threads has it already.</summary>
    public bool Begin(int runId)
    {
        queued.TryRemove(runId, out _);
        return inHand.TryAdd(runId, 0);
    }

    public void End(int runId) => inHand.TryRemove(runId, out _);

    public bool IsInHand(int runId) => inHand.ContainsKey(runId);
}
