using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Queries;

/// <summary>
/// Units, posts, rounds and regimes as read last, shared by all requests. Another version of the store is a reason to ask whether they changed;
/// read again they are only if they did.
/// </summary>
sealed class ReferenceCache
{
    sealed record Held(long DataVersion, long WorkVersion, ReferenceStamp Stamp, ReferenceData Data);

    /// <summary>The present, and a few looks at earlier days whose rules were others.</summary>
    const int Most = 4;

    volatile Held[] held = [];

    /// <summary>The reference data as a reader sees it; while nothing has changed it need not read for them.</summary>
    public ReferenceData Get(Reader reader) => Get(() => reader.Db, reader.State);

    /// <summary>The reference data as the context sees it in its transaction, which reads <paramref name="state"/>.</summary>
    public ReferenceData Get(Func<AnalyticsDb> open, StoreState state)
    {
        var known = held;
        if (Array.Find(known, h => h.WorkVersion == state.WorkVersion && h.DataVersion == state.DataVersion) is { } current) return current.Data;
        var db = open();
        var stamp = ReferenceStamp.Of(db);
        var data = Array.Find(known, h => h.Stamp == stamp)?.Data ?? ReferenceData.Load(db);
        held = [new(state.DataVersion, state.WorkVersion, stamp, data), .. known.Where(h => h.DataVersion != state.DataVersion).Take(Most - 1)];
        return data;
    }
}
