using Analytics.Domain.Dates;
using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>How far each unit of a round has come: what was written down, joined with what the results themselves say. It names no official.</summary>
public sealed class ProgressQuery
{
    sealed record Loaded(int Rows, int Results, DateOnly? HeldOn, DateTime At, string By);

    readonly AnalyticsDb db;
    readonly ReferenceData reference;
    readonly Round round;
    readonly DateTime until;
    readonly Dictionary<int, StepDay[]> recorded;
    readonly Dictionary<int, Loaded> loaded;
    readonly Dictionary<int, (int Count, DateTime At, string By)> verified;

    ProgressQuery(AnalyticsDb db, ReferenceData reference, Round round, DateTime? end)
    {
        (this.db, this.reference, this.round, until) = (db, reference, round, end ?? DateTime.MaxValue);
        recorded = ReadRecorded();
        loaded = ReadLoaded();
        verified = ReadVerified();
    }

    /// <param name="today">Local date of the look: what is due before it is overdue.</param>
    /// <param name="end">As known just before this moment, UTC; null: now. The results are those of the version read.</param>
    public static RoundProgress Of(AnalyticsDb db, ReferenceData reference, Round round, DateOnly today, DateTime? end = null) =>
        new ProgressQuery(db, reference, round, end).Read(today);

    RoundProgress Read(DateOnly today)
    {
        var roster = db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id);
        // Added up by the store: a row for each unit, not for each of its posts.
        var posts = roster.GroupBy(r => r.UnitId).Select(g => new
        {
            g.Key,
            Due = g.Count(r => r.Status == RosterStatus.Due),
            NotDue = g.Count(r => r.Status == RosterStatus.Exempt || r.Status == RosterStatus.Vacant),
            NoCouncil = g.Count(r => r.Status == RosterStatus.NoCouncil),
        }).ToDictionary(g => g.Key, g => (g.Due, g.NotDue, g.NoCouncil));
        var fromRoster = posts.Count > 0;
        var ids = fromRoster
            ? posts.Keys.ToHashSet()
            : reference.Units.All.Where(u => u.Level == round.Level && u.IsValidOn(round.HeldFrom)).Select(u => u.Id).ToHashSet();
        var expected = fromRoster ? posts.Where(p => p.Value.Due > 0).Select(p => p.Key).ToHashSet() : ids.ToHashSet();
        ids.UnionWith(loaded.Keys);
        var units = ids.Select(id => reference.Units.ById(id)).OfType<Unit>()
            .Select(u => One(u, expected.Contains(u.Id), fromRoster ? posts.GetValueOrDefault(u.Id) : null))
            .OrderBy(u => u.Area, StringComparer.Ordinal).ThenBy(u => u.Unit.Code, StringComparer.Ordinal).ToList();
        return new RoundProgress(round, db.RoundPlans.AsNoTracking().SingleOrDefault(p => p.RoundId == round.Id), fromRoster, today, units, ByPosition(
            roster.Where(r => r.Status == RosterStatus.Due).GroupBy(r => r.PositionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count), fromRoster));
    }

    List<(string, int?, int)> ByPosition(Dictionary<int, int> due, bool fromRoster)
    {
        var results = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id && r.Exempt == null)
            .GroupBy(r => r.PositionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
        return reference.Positions.Where(p => due.ContainsKey(p.Id) || results.ContainsKey(p.Id))
            .Select(p => (p.Code, fromRoster ? due.GetValueOrDefault(p.Id) : (int?)null, results.GetValueOrDefault(p.Id))).ToList();
    }

    UnitProgress One(Unit unit, bool expected, (int Due, int NotDue, int NoCouncil)? posts)
    {
        var days = recorded.GetValueOrDefault(unit.Id) ?? new StepDay[CoverageSteps.All.Count];
        var results = 0;
        if (loaded.TryGetValue(unit.Id, out var load))
        {
            results = load.Results;
            ref var conference = ref days[(int)CoverageStep.Conference];
            if (!conference.Taken && load.HeldOn is { } held) conference = new(StepSource.Results, held, load.By);
            days[(int)CoverageStep.Loaded] = new(StepSource.Results, VietnamTime.DateOf(load.At), load.By);
            if (results > 0 && verified.TryGetValue(unit.Id, out var compared) && compared.Count >= results)
                days[(int)CoverageStep.Verified] = new(StepSource.Results, VietnamTime.DateOf(compared.At), compared.By);
        }
        for (int i = days.Length - 2, later = days[^1].Taken ? 1 : 0; i >= 0; i--)
        {
            if (days[i].Taken) later = 1;
            else if (later == 1) days[i] = new(StepSource.Passed, null, null);
        }
        return new UnitProgress(unit, reference.Units.AreaOf(unit, round.HeldFrom), reference.Units.ReportingBodyOf(unit, round.HeldFrom), expected,
            posts?.Due, posts?.NotDue ?? 0, posts?.NoCouncil ?? 0, results, verified.GetValueOrDefault(unit.Id).Count, days);
    }

    Dictionary<int, StepDay[]> ReadRecorded()
    {
        var found = new Dictionary<int, StepDay[]>();
        foreach (var s in db.StepRecords.AsNoTracking().Where(s => s.RoundId == round.Id && s.At < until && (s.RemovedAt == null || s.RemovedAt >= until)).Select(s => new { s.UnitId, s.Step, s.On, s.By }))
        {
            if (!found.TryGetValue(s.UnitId, out var days)) found[s.UnitId] = days = new StepDay[CoverageSteps.All.Count];
            days[(int)s.Step] = new(StepSource.Recorded, s.On, s.By);
        }
        return found;
    }

    Dictionary<int, Loaded> ReadLoaded()
    {
        var rows = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id)
            .GroupBy(r => new { r.UnitId, r.ImportId })
            .Select(g => new { g.Key.UnitId, g.Key.ImportId, Rows = g.Count(), Results = g.Count(r => r.Exempt == null), HeldOn = g.Min(r => r.HeldOn) }).ToList();
        var ids = rows.Select(r => r.ImportId).Distinct().ToList();
        var imports = ids.Chunk(500).SelectMany(chunk => db.Imports.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking().Where(i => chunk.Contains(i.Id)).Select(i => new { i.Id, i.At, i.By }))
            .ToDictionary(i => i.Id);
        return rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g =>
        {
            var first = g.Select(r => imports[r.ImportId]).MinBy(i => i.At)!;
            return new Loaded(g.Sum(r => r.Rows), g.Sum(r => r.Results), g.Min(r => r.HeldOn), first.At, first.By);
        });
    }

    Dictionary<int, (int, DateTime, string)> ReadVerified() => (
        from v in db.Verifications.IgnoreQueryFilters([AnalyticsDb.ScopeFilter])
        join r in db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]) on v.ResultId equals r.Id
        where r.RoundId == round.Id && r.Exempt == null && v.At < until && (v.RevokedAt == null || v.RevokedAt >= until)
        select new { r.UnitId, v.At, v.By }).ToList()
        .GroupBy(v => v.UnitId).ToDictionary(g => g.Key, g => (g.Count(), g.Max(v => v.At), g.MaxBy(v => v.At)!.By));
}
