using System.Threading.Channels;
using Analytics.Ingest.Loading;

namespace Analytics.Web.Loading;

/// <summary>Wakes the worker when a batch has arrived, and says how far the one being loaded has come.</summary>
sealed class UploadQueue
{
    /// <summary>More batches than this at once are not taken in: somebody sends the same files again and again.</summary>
    public const int MostWaiting = 50;

    // One bell is enough however many batches arrive: the worker looks for all of them.
    readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    volatile State? current;

    sealed record State(Guid Id, ImportProgress Progress);

    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Waits for the bell; false when it did not ring in that time.</summary>
    public async Task<bool> Rung(TimeSpan atMost, TimeProvider time, CancellationToken ct)
    {
        using var enough = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, ct);
        try
        {
            return await bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Progress of a batch; null while it waits.</summary>
    public ImportProgress? ProgressOf(Guid id) => current is { } state && state.Id == id ? state.Progress : null;

    public IProgress<ImportProgress> Of(Guid id) => new Reporter(this, id);

    /// <summary>Reports at once and in order, unlike <see cref="Progress{T}"/>.</summary>
    sealed class Reporter(UploadQueue queue, Guid id) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => queue.current = new State(id, value);
    }
}
