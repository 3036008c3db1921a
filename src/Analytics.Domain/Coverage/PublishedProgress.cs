using Analytics.Domain.Dates;
using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>How far the units of a round have come by rosters and results alone: what changes with a publication, and with nobody's work.</summary>
/// <param name="Units">In the order of area and code. Their days are those the results tell; nothing is written down, nothing compared.</param>
/// <param name="ByPosition">Per post code: officials due (null: cannot be told) and officials with a result.</param>
public sealed record PublishedProgress(Round Round, bool FromRoster, IReadOnlyList<UnitProgress> Units, IReadOnlyList<(string Position, int? Due, int Results)> ByPosition)
{
    /// <summary>Units of the round's level that its roster says nothing of, neither that somebody is due nor that nobody is; without a roster none.</summary>
    public IReadOnlyList<Unit> Unlisted { get; init; } = [];

    public static PublishedProgress Of(AnalyticsDb db, ReferenceData reference, Round round) => new PublishedProgressReading(db, reference, round).Read();
}

sealed class PublishedProgressReading(AnalyticsDb db, ReferenceData reference, Round round)
{
    sealed record Loaded(int Results, DateOnly? HeldOn, DateTime At, string By);

    readonly IQueryable<RosterEntry> roster = db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id);

    public PublishedProgress Read()
    {
        // Added up by the store: a row for each unit, not for each of its posts.
        var posts = roster.GroupBy(r => r.UnitId).Select(g => new
        {
            g.Key,
            Due = g.Count(r => r.Status == RosterStatus.Due),
            NotDue = g.Count(r => r.Status == RosterStatus.Exempt || r.Status == RosterStatus.Vacant),
            NoCouncil = g.Count(r => r.Status == RosterStatus.NoCouncil),
        }).ToDictionary(g => g.Key, g => (g.Due, g.NotDue, g.NoCouncil));
        var loaded = ReadLoaded();
        var fromRoster = posts.Count > 0;
        var valid = reference.Units.All.Where(u => u.Level == round.Level && u.IsValidOn(round.HeldFrom)).ToList();
        var ids = fromRoster ? posts.Keys.ToHashSet() : valid.Select(u => u.Id).ToHashSet();
        var expected = fromRoster ? posts.Where(p => p.Value.Due > 0).Select(p => p.Key).ToHashSet() : ids.ToHashSet();
        ids.UnionWith(loaded.Keys);
        var units = ids.Select(id => reference.Units.ById(id)).OfType<Unit>()
            .Select(u => One(u, expected.Contains(u.Id), fromRoster ? posts.GetValueOrDefault(u.Id) : null, loaded.GetValueOrDefault(u.Id)))
            .OrderBy(u => u.Area, StringComparer.Ordinal).ThenBy(u => u.Unit.Code, StringComparer.Ordinal).ToList();
        return new(round, fromRoster, units, ByPosition(fromRoster)) { Unlisted = fromRoster ? valid.FindAll(u => !posts.ContainsKey(u.Id)) : [] };
    }

    UnitProgress One(Unit unit, bool expected, (int Due, int NotDue, int NoCouncil)? posts, Loaded? loaded)
    {
        var days = new StepDay[CoverageSteps.All.Count];
        if (loaded is not null)
        {
            if (loaded.HeldOn is { } held) days[(int)CoverageStep.Conference] = new(StepSource.Results, held, loaded.By);
            days[(int)CoverageStep.Loaded] = new(StepSource.Results, VietnamTime.DateOf(loaded.At), loaded.By);
        }
        return new(unit, reference.Units.AreaOf(unit, round.HeldFrom), reference.Units.ReportingBodyOf(unit, round.HeldFrom), expected,
            posts?.Due, posts?.NotDue ?? 0, posts?.NoCouncil ?? 0, loaded?.Results ?? 0, 0, days);
    }

    List<(string, int?, int)> ByPosition(bool fromRoster)
    {
        var due = roster.Where(r => r.Status == RosterStatus.Due).GroupBy(r => r.PositionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
        var results = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id && r.Exempt == null)
            .GroupBy(r => r.PositionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
        return reference.Positions.Where(p => due.ContainsKey(p.Id) || results.ContainsKey(p.Id))
            .Select(p => (p.Code, fromRoster ? due.GetValueOrDefault(p.Id) : (int?)null, results.GetValueOrDefault(p.Id))).ToList();
    }

    Dictionary<int, Loaded> ReadLoaded()
    {
        var rows = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id)
            .GroupBy(r => new { r.UnitId, r.ImportId })
            .Select(g => new { g.Key.UnitId, g.Key.ImportId, Results = g.Count(r => r.Exempt == null), HeldOn = g.Min(r => r.HeldOn) }).ToList();
        var ids = rows.Select(r => r.ImportId).Distinct().ToList();
        var imports = ids.Chunk(500).SelectMany(chunk => db.Imports.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking().Where(i => chunk.Contains(i.Id)).Select(i => new { i.Id, i.At, i.By }))
            .ToDictionary(i => i.Id);
        return rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g =>
        {
            var first = g.Select(r => imports[r.ImportId]).MinBy(i => i.At)!;
            return new Loaded(g.Sum(r => r.Results), g.Min(r => r.HeldOn), first.At, first.By);
        });
    }
}
