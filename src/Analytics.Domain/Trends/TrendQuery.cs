using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>Trend rows of one grouping as pages and commands ask for them.</summary>
public static class TrendQuery
{
    /// <summary>
    /// All rows of a stored grouping. The scope of <paramref name="db"/> decides which groups come back; q is always
    /// taken over all groups, so that a viewer with a smaller scope sees the same directions.
    /// </summary>
    /// <param name="roundId">Only this round; null for all.</param>
    public static IReadOnlyList<TrendRow> Stored(AnalyticsDb db, ReferenceData reference, TrendBy by, int? roundId = null)
    {
        var rows = TrendRows.Derive(All(db, by, roundId), reference);
        if (db.Scope.Aggregates && db.Scope.AllAreas) return rows;
        var visible = db.Snapshots.Where(s => s.By == by).Select(s => new { s.Key, s.Position }).Distinct().AsEnumerable()
            .Select(s => (s.Key, s.Position)).ToHashSet();
        return rows.Where(r => visible.Contains((r.Snapshot.Key, r.Snapshot.Position))).ToList();
    }

    /// <summary>The snapshots of every group of a round whatever the scope: for what is decided over all of them.</summary>
    public static IReadOnlyList<Snapshot> AllOfRound(AnalyticsDb db, TrendBy by, int roundId) => All(db, by, roundId);

    static List<Snapshot> All(AnalyticsDb db, TrendBy by, int? roundId) =>
        db.Snapshots.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking()
            .Where(s => s.By == by && (roundId == null || s.RoundId == roundId)).ToList();

    /// <summary>All rows of a grouping computed from the results of <paramref name="db"/>'s version, for units and for "as known at".</summary>
    /// <param name="boundaries">Within which units are grouped; null: as they were at each round.</param>
    public static IReadOnlyList<TrendRow> Computed(
        AnalyticsDb db, ReferenceData reference, TrendBy by, PresentBoundaries? boundaries = null, CancellationToken ct = default) =>
        TrendRows.Derive(TrendComputation.Over(db, reference, new HashSet<TrendBy> { by }, boundaries, ct).Snapshots().ToList(), reference);
}
