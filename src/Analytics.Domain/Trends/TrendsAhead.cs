using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>
/// The trends of a store's first results, worked out on another core while these are written, so that the refresh after it
/// need not read them back.
/// </summary>
/// <remarks>Only a help: where it is missing or no longer fits what is stored, the refresh reads everything.</remarks>
public sealed class TrendsAhead : IDisposable
{
    readonly TrendSumming summing;
    readonly HashSet<int> roundsThatLookBack;
    readonly long version, workVersion;
    Task<TrendFindings>? findings;
    bool looksBack;
    int lastId;

    TrendsAhead(ReferenceData reference, StoreState state)
    {
        var standings = new StandingPass(reference);
        (version, workVersion) = (state.DataVersion, state.WorkVersion);
        roundsThatLookBack = [.. standings.RoundsThatLookBack];
        summing = new(standings, reference, new UnitQualityPass(reference, null), everything: true);
    }

    /// <summary>Null where there are results already.</summary>
    public static TrendsAhead? For(AnalyticsDb db, ReferenceData reference) =>
        db.Results.IgnoreQueryFilters().Any() ? null : new(reference, db.State.AsNoTracking().Single());

    /// <summary>A result that was written, under a higher id than those before.</summary>
    public void Add(int id, int roundId, int unitId, int positionId, int personId, bool exempt, in Counts counts, double? lowPercent, double? highPercent)
    {
        // A rule that asks for the round before can be followed only when all results are there.
        looksBack |= roundsThatLookBack.Contains(roundId);
        if (!looksBack) summing.Add(new(id, roundId, unitId, positionId, personId, exempt, counts, lowPercent, highPercent));
        lastId = id;
    }

    /// <summary>No more results come; the rest is worked out while the caller goes on.</summary>
    public void Complete() => findings = summing.Complete();

    /// <summary>Keeps it for the next refresh; called when the results are committed.</summary>
    public void Keep(Store store) => TrendMemory.Keep(store.Name, this);

    /// <summary>What was found; null where the store holds other results by now, or other units, posts and rounds.</summary>
    internal TrendFindings? Fitting(AnalyticsDb db, StoreState state)
    {
        var fits = !looksBack && (version, workVersion) == (state.DataVersion, state.WorkVersion)
            && db.Results.IgnoreQueryFilters().Max(r => (int?)r.Id) == lastId && !db.Results.IgnoreQueryFilters().Any(r => r.ToVersion != null);
        return fits ? findings?.GetAwaiter().GetResult() : null;
    }

    /// <summary>Ends what is not complete.</summary>
    public void Dispose() => summing.Dispose();
}
