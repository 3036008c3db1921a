using System.Runtime.InteropServices;
using Analytics.Domain.Minutes;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>The quality of each unit's figures in each round, while a refresh looks at the results; then in place of what was stored.</summary>
/// <param name="only">The rounds and units looked at; null for all.</param>
public sealed class UnitQualityPass(ReferenceData reference, IReadOnlySet<(int RoundId, int UnitId)>? only)
{
    static readonly string[] Columns =
        ["round_id", "unit_id", "officials", "complete", "reconciled", "published", "confirmed", "invited", "present", "same_counts", "fingerprint"];

    readonly Dictionary<int, UnitTable<QualitySums>> byRound = [];
    readonly Dictionary<int, Regime> regimes = reference.Rounds.ToDictionary(r => r.Id, reference.RegimeOf);
    /// <summary>Looked for row by row, and the row before was mostly of the same round.</summary>
    (int Round, UnitTable<QualitySums> Units, Regime Regime)? latest;

    internal void Add(in ResultSums r)
    {
        if (r.Exempt || (only is not null && !only.Contains((r.RoundId, r.UnitId)))) return;
        if (latest is not { } of || of.Round != r.RoundId) latest = of = InRound(r.RoundId);
        of.Units[r.UnitId].Add(r.PositionId, r.Counts, of.Regime, r.PublishedLowPercent, r.PublishedHighPercent);
    }

    (int, UnitTable<QualitySums>, Regime) InRound(int round)
    {
        ref var units = ref CollectionsMarshal.GetValueRefOrAddDefault(byRound, round, out _);
        return (round, units ??= new(), regimes[round]);
    }

    /// <summary>The quality of every unit in every round, from the results of <paramref name="db"/>'s version.</summary>
    public static IEnumerable<UnitQuality> Computed(AnalyticsDb db, ReferenceData reference)
    {
        var pass = new UnitQualityPass(reference, null);
        foreach (var result in ResultSource.All(db)) pass.Add(result);
        return pass.Quality;
    }

    /// <summary>Adds what the store holds of the units looked at, for a refresh that does not read every result.</summary>
    internal UnitQualityPass Read(AnalyticsDb db)
    {
        foreach (var unit in only!.Select(o => o.UnitId).Distinct())
            foreach (var result in ResultSource.OfUnit(db, unit)) Add(result);
        return this;
    }

    internal void Store(AnalyticsDb db)
    {
        if (only is null && IsStored(db)) return;
        if (only is null) db.UnitQuality.ExecuteDelete();
        else
        {
            foreach (var round in only.GroupBy(o => o.RoundId, o => o.UnitId))
                foreach (var units in round.Chunk(500)) db.UnitQuality.Where(q => q.RoundId == round.Key && units.Contains(q.UnitId)).ExecuteDelete();
        }
        Insert(db, Quality);
    }

    /// <summary>What was found, unit by unit.</summary>
    internal IEnumerable<UnitQuality> Quality => byRound.SelectMany(r => r.Value.All().Where(u => u.Value.Any).Select(u => u.Value.Of(r.Key, u.UnitId)));

    internal static void Insert(AnalyticsDb db, IEnumerable<UnitQuality> quality)
    {
        using var insert = db.Bulk("unit_quality", Columns);
        foreach (var q in quality) Insert(insert, q);
        insert.Complete();
    }

    /// <summary>Whether the store holds exactly this already: to look costs a fraction of writing a row for each unit of each round.</summary>
    bool IsStored(AnalyticsDb db)
    {
        var (stored, differ) = (0, false);
        db.ForEach(Columns, "FROM unit_quality", row =>
        {
            var (round, unit) = (row.Number(0), row.Number(1));
            differ = differ || !byRound.TryGetValue(round, out var units) || units.Find(unit) is not { Any: true } sums || !IsSame(sums.Of(round, unit), row);
            stored++;
        });
        return !differ && stored == byRound.Sum(r => r.Value.All().Count(u => u.Value.Any));
    }

    static bool IsSame(UnitQuality q, RowScan row) =>
        (q.Officials, q.Complete, q.Reconciled, q.Published, q.Confirmed) == (row.Number(2), row.Number(3), row.Number(4), row.Number(5), row.Number(6))
        && (q.Invited, q.Present) == (row.NumberOrNull(7), row.NumberOrNull(8)) && q.SameCounts == row.Truth(9) && q.Fingerprint == row.LongOrNull(10);

    static void Insert(BulkInsert insert, UnitQuality q)
    {
        foreach (var number in (ReadOnlySpan<int>)[q.RoundId, q.UnitId, q.Officials, q.Complete, q.Reconciled, q.Published, q.Confirmed]) insert.Add(number);
        insert.Add(q.Invited);
        insert.Add(q.Present);
        insert.Add(q.SameCounts);
        insert.Add(q.Fingerprint);
        insert.End();
    }
}
