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

    volatile Held? held;

    public ReferenceData Get(AnalyticsDb db) => Get(db, db.State.AsNoTracking().Single());

    /// <summary>The reference data as <paramref name="db"/> sees it in its transaction, whose state is <paramref name="state"/>.</summary>
    public ReferenceData Get(AnalyticsDb db, StoreState state)
    {
        var known = held;
        if (known is not null && known.WorkVersion == state.WorkVersion && known.DataVersion == state.DataVersion) return known.Data;
        var stamp = ReferenceStamp.Of(db);
        var data = known?.Stamp == stamp ? known.Data : ReferenceData.Load(db);
        held = new Held(state.DataVersion, state.WorkVersion, stamp, data);
        return data;
    }
}
