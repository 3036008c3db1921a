using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>Writes what a refresh computed over what was there.</summary>
static class SnapshotStore
{
    static readonly string[] Columns =
    [
        "by", "key", "position", "round_id", "officials", "left_out", "units", "base", "high", "middle", "low", "below_rule",
        "low_share", "low_lower", "low_upper", "previous_round_id", "change", "change_lower", "change_upper", "change_p",
        "slope", "slope_lower", "slope_upper", "slope_p", "rounds",
    ];

    /// <summary>Replaces the groups touched, each from its earliest touched round on, and returns how many rows were written.</summary>
    public static int Replace(AnalyticsDb db, ReferenceData reference, IEnumerable<Snapshot> snapshots, TouchedGroups touched, CancellationToken ct)
    {
        foreach (var sameDay in touched.From.GroupBy(g => g.Value))
        {
            var rounds = reference.Rounds.Where(r => r.HeldFrom >= sameDay.Key).Select(r => r.Id).ToList();
            foreach (var sameKind in sameDay.Select(g => g.Key).GroupBy(g => (g.By, g.Position)))
            {
                var ((by, position), keys) = (sameKind.Key, sameKind.Select(g => g.Key).ToList());
                db.Snapshots.Where(s => s.By == by && s.Position == position && keys.Contains(s.Key) && rounds.Contains(s.RoundId)).ExecuteDelete();
            }
        }
        return Insert(db, snapshots, ct);
    }

    /// <summary>Replaces the wanted groups (null: all) and returns how many rows were written.</summary>
    public static int Replace(AnalyticsDb db, IEnumerable<Snapshot> snapshots, StaleGroups? wanted, CancellationToken ct)
    {
        if (wanted is null && snapshots is IReadOnlyCollection<Snapshot> all && IsStored(db, all)) return all.Count;
        var old = db.Snapshots.AsQueryable();
        if (wanted is not null)
        {
            var (cities, areas) = (wanted.Cities, wanted.Areas);
            old = old.Where(s => s.By == TrendBy.Position
                || (s.By == TrendBy.City && cities.Contains(s.Key))
                || ((s.By == TrendBy.District || s.By == TrendBy.DistrictPosition) && areas.Contains(s.Key)));
        }
        old.ExecuteDelete();
        return Insert(db, snapshots, ct);
    }

    /// <summary>Whether the store holds exactly these already: to look costs a tenth of writing them all.</summary>
    static bool IsStored(AnalyticsDb db, IReadOnlyCollection<Snapshot> snapshots)
    {
        var (stored, differ) = (0, false);
        var fresh = new Lazy<Dictionary<(TrendBy, string, string, int), Snapshot>>(() => snapshots.ToDictionary(s => (s.By, s.Key, s.Position, s.RoundId)));
        db.ForEach([.. Columns.Select(c => $"\"{c}\"")], "FROM snapshot", row =>
        {
            differ = differ || !fresh.Value.TryGetValue(((TrendBy)row.Number(0), row.Text(1), row.Text(2), row.Number(3)), out var s) || !IsSame(s, row);
            stored++;
        });
        return !differ && stored == snapshots.Count;
    }

    static bool IsSame(Snapshot s, RowScan row) =>
        (s.Officials, s.LeftOut, s.Units) == (row.Number(4), row.Number(5), row.Number(6))
        && (s.Base, s.High, s.Middle, s.Low) == (row.LongOrNull(7), row.LongOrNull(8), row.LongOrNull(9), row.LongOrNull(10)) && s.BelowRule == row.Number(11)
        && (s.LowShare, s.LowLower, s.LowUpper) == (row.FractionOrNull(12), row.FractionOrNull(13), row.FractionOrNull(14)) && s.PreviousRoundId == row.NumberOrNull(15)
        && (s.Change, s.ChangeLower, s.ChangeUpper, s.ChangeP) == (row.FractionOrNull(16), row.FractionOrNull(17), row.FractionOrNull(18), row.FractionOrNull(19))
        && (s.Slope, s.SlopeLower, s.SlopeUpper, s.SlopeP) == (row.FractionOrNull(20), row.FractionOrNull(21), row.FractionOrNull(22), row.FractionOrNull(23))
        && s.Rounds == row.Number(24);

    internal static int Insert(AnalyticsDb db, IEnumerable<Snapshot> snapshots, CancellationToken ct)
    {
        var rows = 0;
        using var insert = db.Bulk("snapshot", Columns);
        foreach (var s in snapshots)
        {
            ct.ThrowIfCancellationRequested();
            Insert(insert, s);
            rows++;
        }
        insert.Complete();
        return rows;
    }

    static void Insert(BulkInsert insert, Snapshot s)
    {
        insert.Add((int)s.By);
        insert.Add(s.Key);
        insert.Add(s.Position);
        foreach (var number in (ReadOnlySpan<int>)[s.RoundId, s.Officials, s.LeftOut, s.Units]) insert.Add(number);
        foreach (var ballots in (ReadOnlySpan<long>)[s.Base, s.High, s.Middle, s.Low]) insert.Add(ballots);
        insert.Add(s.BelowRule);
        foreach (var share in (ReadOnlySpan<double?>)[s.LowShare, s.LowLower, s.LowUpper]) insert.Add(share);
        insert.Add(s.PreviousRoundId);
        foreach (var value in (ReadOnlySpan<double?>)[s.Change, s.ChangeLower, s.ChangeUpper, s.ChangeP, s.Slope, s.SlopeLower, s.SlopeUpper, s.SlopeP]) insert.Add(value);
        insert.Add(s.Rounds);
        insert.End();
    }

    /// <summary>
    /// Replaces comparison sets and threshold marks of the rounds (null: all) and, where a rule looks at two rounds
    /// running, of the later rounds under the same regime.
    /// </summary>
    /// <param name="parameters">The comparison sets, where they have been worked out; else null.</param>
    /// <returns>Ids of the rounds whose standings may have changed.</returns>
    public static IReadOnlySet<int> ReplaceRounds(
        AnalyticsDb db, ReferenceData reference, TrendComputation computation, ILookup<int, RoundParameters>? parameters, IReadOnlySet<int>? rounds)
    {
        var touched = reference.Rounds.Where(r => rounds is null || rounds.Contains(r.Id) || FollowsOne(reference, r, rounds)).Select(r => r.Id).ToHashSet();
        db.RoundParameters.Where(p => touched.Contains(p.RoundId)).ExecuteDelete();
        db.ThresholdMarks.Where(m => touched.Contains(m.RoundId)).ExecuteDelete();
        db.RoundParameters.AddRange(touched.SelectMany(r => parameters?[r] ?? computation.Parameters(r)));
        db.ThresholdMarks.AddRange(computation.Marks.Where(m => touched.Contains(m.RoundId)));
        db.SaveChanges();
        return touched;
    }

    static bool FollowsOne(ReferenceData reference, Rounds.Round round, IReadOnlySet<int> rounds) =>
        reference.RegimeOf(round).Thresholds.Any(t => t.Consecutive)
        && rounds.Any(id => reference.Round(id) is { } earlier && earlier.RegimeId == round.RegimeId && earlier.HeldFrom <= round.HeldFrom);
}
