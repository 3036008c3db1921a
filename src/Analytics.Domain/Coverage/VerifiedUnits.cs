using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>How many results of a unit were compared with the minutes, when the last of them was, and by whom.</summary>
public readonly record struct VerifiedUnit(int Count, DateTime At, string By);

/// <summary>Which results of a round were compared with the minutes, unit by unit. Those of who is exempt are not counted.</summary>
/// <param name="Standing">Comparisons of all rounds that stand; with <paramref name="Latest"/>, the highest id of them, it tells two moments apart.</param>
public sealed record VerifiedUnits(int Standing, int Latest, IReadOnlyDictionary<int, VerifiedUnit> ByUnit)
{
    /// <param name="end">As known just before this moment, UTC; null: now. The results are those of the version read.</param>
    public static VerifiedUnits Read(AnalyticsDb db, int round, DateTime? end = null)
    {
        var all = db.Verifications.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]);
        var wanted = end is { } until ? all.Where(v => v.At < until && (v.RevokedAt == null || v.RevokedAt >= until)) : all.Where(v => v.RevokedAt == null);
        var (standing, latest) = Stamp(db);
        // Added up by the store: a row for each unit and person, not for each result.
        var rows = (
            from v in wanted
            join r in db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]) on v.ResultId equals r.Id
            where r.RoundId == round && r.Exempt == null
            group v by new { r.UnitId, v.By } into g
            select new { g.Key.UnitId, g.Key.By, Count = g.Count(), At = g.Max(v => v.At) }).ToList();
        return new(standing, latest, rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.At) is var last ? new VerifiedUnit(g.Sum(r => r.Count), last!.At, last.By) : default));
    }

    /// <summary>The same as reading it, from what was read of the same round and version of results before.</summary>
    /// <remarks>Comparisons are added with rising ids, taken back once and never removed.</remarks>
    public static VerifiedUnits Read(AnalyticsDb db, int round, VerifiedUnits? known) => known is not null && Stamp(db) == (known.Standing, known.Latest) ? known : Read(db, round);

    static (int Standing, int Latest) Stamp(AnalyticsDb db) =>
        db.Verifications.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(v => v.RevokedAt == null).GroupBy(v => 1).Select(g => new { Count = g.Count(), Latest = g.Max(v => v.Id) }).SingleOrDefault()
            is { } stamp ? (stamp.Count, stamp.Latest) : (0, 0);
}
