using System.Collections.Concurrent;

namespace Analytics.Domain.Storage;

/// <summary>
/// The reference data of a store as this process read them last: thousands of units are not read again for each file of a
/// hundred rows, nor for each step that is written down. Read anew as soon as their stamp is another.
/// </summary>
static class KeptReference
{
    sealed record Held(ReferenceStamp Stamp, ReferenceData Data);

    static readonly ConcurrentDictionary<string, Held> ByStore = new(StringComparer.Ordinal);

    /// <param name="db">In a transaction that has changed nothing yet.</param>
    public static ReferenceData Of(Store store, AnalyticsDb db)
    {
        var stamp = ReferenceStamp.Of(db);
        if (ByStore.TryGetValue(store.Name, out var held) && held.Stamp == stamp) return held.Data;
        var data = ReferenceData.Load(db);
        ByStore[store.Name] = new(stamp, data);
        return data;
    }
}
