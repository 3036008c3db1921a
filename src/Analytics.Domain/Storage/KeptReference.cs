using System.Collections.Concurrent;
using Analytics.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>
/// The reference data of a store as this process read them last: thousands of units are not read again for each file of a
/// hundred rows. Read anew as soon as a file of units, changes, posts or rounds came since, or the work version is another.
/// </summary>
static class KeptReference
{
    sealed record Held(long WorkVersion, int? Import, DateTime? At, ReferenceData Data);

    static readonly ConcurrentDictionary<string, Held> ByStore = new(StringComparer.Ordinal);

    /// <param name="db">In a transaction that has changed nothing yet.</param>
    public static ReferenceData Of(Store store, AnalyticsDb db, long workVersion)
    {
        var latest = db.Imports.AsNoTracking().Where(i => i.State == ImportState.Loaded && i.Kind != "results" && i.Kind != "roster")
            .OrderByDescending(i => i.Id).Select(i => new { i.Id, i.At }).FirstOrDefault();
        if (ByStore.TryGetValue(store.Name, out var held) && (held.WorkVersion, held.Import, held.At) == (workVersion, latest?.Id, latest?.At)) return held.Data;
        var data = ReferenceData.Load(db);
        ByStore[store.Name] = new(workVersion, latest?.Id, latest?.At, data);
        return data;
    }
}
