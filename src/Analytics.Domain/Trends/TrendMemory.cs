using System.Collections.Concurrent;

namespace Analytics.Domain.Trends;

/// <summary>
/// What a process keeps of the sums behind a store's published trends, so that the next refresh reads only the results
/// that changed since, not all there are.
/// </summary>
/// <remarks>
/// Good for exactly the publication it was kept at: one by another process, or of another store at the same place, has
/// another version or another moment, and everything is read anew. Who takes it owns it; a refresh that fails keeps
/// nothing. Let go of after five minutes without a refresh: with a million results it holds some 45 MB.
/// </remarks>
static class TrendMemory
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    static readonly ConcurrentDictionary<string, Entry> Entries = new(StringComparer.Ordinal);

    static readonly ConcurrentDictionary<string, TrendsAhead> Ahead = new(StringComparer.Ordinal);

    // The timer lives as long as the process; without it an idle one would hold what nobody may ever ask for.
    static readonly Timer Sweep = new(_ =>
    {
        Entries.Clear();
        Ahead.Clear();
        // Nobody changes results any more, so nothing else may make the runtime give the memory back for hours.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    });

    public sealed record Entry(long Version, DateTime PublishedAt, int LastId, TrendComputation Computation);

    public static Entry? Take(string store, long version, DateTime? publishedAt) =>
        Entries.TryRemove(store, out var entry) && entry.Version == version && entry.PublishedAt == publishedAt ? entry : null;

    public static void Keep(string store, Entry entry)
    {
        Entries[store] = entry;
        Sweep.Change(Kept, Timeout.InfiniteTimeSpan);
    }

    public static TrendsAhead? TakeAhead(string store) => Ahead.TryRemove(store, out var ahead) ? ahead : null;

    public static void Keep(string store, TrendsAhead ahead)
    {
        Ahead[store] = ahead;
        Sweep.Change(Kept, Timeout.InfiniteTimeSpan);
    }
}
