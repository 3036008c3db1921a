using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Queries;

/// <summary>Units, posts, rounds and regimes of the latest work version read; small, shared by all requests.</summary>
sealed class ReferenceCache
{
    sealed record Held(long DataVersion, long WorkVersion, ReferenceData Data);

    volatile Held? held;

    public ReferenceData Get(AnalyticsDb db) => Get(db, db.State.AsNoTracking().Single());

    /// <summary>The reference data as <paramref name="db"/> sees it in its transaction, whose state is <paramref name="state"/>.</summary>
    public ReferenceData Get(AnalyticsDb db, StoreState state)
    {
        if (held is { } known && known.WorkVersion == state.WorkVersion && known.DataVersion == state.DataVersion) return known.Data;
        var loaded = ReferenceData.Load(db);
        held = new Held(state.DataVersion, state.WorkVersion, loaded);
        return loaded;
    }
}
