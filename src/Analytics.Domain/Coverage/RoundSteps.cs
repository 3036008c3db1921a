using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>What was written down of a round and stands.</summary>
/// <param name="Latest">The highest id of a record that stands; 0 without any.</param>
/// <param name="ByUnit">Of units with a record: a day for each of <see cref="CoverageSteps.All"/>. Shared, never changed.</param>
public sealed record RoundSteps(int Count, int Latest, IReadOnlyDictionary<int, IReadOnlyList<StepDay>> ByUnit)
{
    readonly record struct Row(int Id, int Unit, CoverageStep Step, DateOnly On, string By);

    /// <summary>The day a unit's minutes arrived, as somebody wrote it down.</summary>
    public DateOnly? ReceivedOn(int unit) => ByUnit.TryGetValue(unit, out var days) ? days[(int)CoverageStep.Minutes].On : null;

    /// <param name="end">As known just before this moment, UTC; null: now.</param>
    public static RoundSteps Read(AnalyticsDb db, int round, DateTime? end = null) => Add(new(0, 0, new Dictionary<int, IReadOnlyList<StepDay>>()), Rows(end is { } until
        ? db.StepRecords.Where(s => s.RoundId == round && s.At < until && (s.RemovedAt == null || s.RemovedAt >= until))
        : Standing(db, round)));

    /// <summary>The same as reading it, from what was read of the round before.</summary>
    /// <param name="known">As it stood at an earlier moment.</param>
    /// <remarks>
    /// Records are added with rising ids, taken back once and never removed, and of a unit's step one stands. So number and highest id of those that
    /// stand tell two moments apart. Those that came since have higher ids and take the places of those they replaced; only if there are more places
    /// then than records that stand, some were taken back, and it is asked which places are left.
    /// </remarks>
    public static RoundSteps Read(AnalyticsDb db, int round, RoundSteps? known)
    {
        var stamp = Standing(db, round).GroupBy(s => 1).Select(g => new { Count = g.Count(), Latest = g.Max(s => s.Id) }).SingleOrDefault();
        var (count, latest) = (stamp?.Count ?? 0, stamp?.Latest ?? 0);
        if (known is null) return Read(db, round);
        if ((known.Count, known.Latest) == (count, latest)) return known;
        var next = Add(known, Rows(Standing(db, round).Where(s => s.Id > known.Latest)));
        if (next.Count != count) next = next.Left(db, round);
        return next.Count == count ? next with { Latest = latest } : Read(db, round);
    }

    static IQueryable<StepRecord> Standing(AnalyticsDb db, int round) => db.StepRecords.Where(s => s.RoundId == round && s.RemovedAt == null);

    static IEnumerable<Row> Rows(IQueryable<StepRecord> records) => records.AsNoTracking().Select(s => new { s.Id, s.UnitId, s.Step, s.On, s.By }).AsEnumerable()
        .Select(s => new Row(s.Id, s.UnitId, s.Step, s.On, s.By));

    static RoundSteps Add(RoundSteps before, IEnumerable<Row> rows)
    {
        var byUnit = new Dictionary<int, IReadOnlyList<StepDay>>(before.ByUnit);
        var own = new Dictionary<int, StepDay[]>();
        var (count, latest) = (before.Count, before.Latest);
        foreach (var row in rows)
        {
            if (!own.TryGetValue(row.Unit, out var days)) byUnit[row.Unit] = own[row.Unit] = days = byUnit.TryGetValue(row.Unit, out var known) ? [.. known] : new StepDay[CoverageSteps.All.Count];
            ref var day = ref days[(int)row.Step];
            if (!day.Taken) count++;
            day = new(StepSource.Recorded, row.On, row.By);
            latest = Math.Max(latest, row.Id);
        }
        return new(count, latest, byUnit);
    }

    /// <summary>Those of the places in which a record stands now.</summary>
    RoundSteps Left(AnalyticsDb db, int round)
    {
        var left = new Dictionary<int, StepDay[]>();
        var count = 0;
        using var places = db.Scan(Standing(db, round).Select(s => new { s.UnitId, s.Step }));
        while (places.Next())
        {
            var (unit, step) = (places.Number(0), places.Number(1));
            if (!ByUnit.TryGetValue(unit, out var days) || !days[step].Taken) continue;
            if (!left.TryGetValue(unit, out var kept)) left[unit] = kept = new StepDay[days.Count];
            kept[step] = days[step];
            count++;
        }
        // Units of which nothing was taken back keep what they have, so that others see that nothing changed.
        return new(count, Latest, left.ToDictionary(u => u.Key, u => u.Value.SequenceEqual(ByUnit[u.Key]) ? ByUnit[u.Key] : u.Value));
    }
}
