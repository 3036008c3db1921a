using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>Coverage of a round as published. It holds no names, so it is the same for every viewer of aggregates.</summary>
public static class CoverageQuery
{
    public static RoundCoverage Of(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var roster = db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id);
        // Added up by the store: a row for each unit, not for each of its posts.
        var posts = roster.GroupBy(r => r.UnitId).Select(g => new { g.Key, Due = g.Count(r => r.Status == RosterStatus.Due) }).ToDictionary(g => g.Key, g => g.Due);
        var reported = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id)
            .Select(r => r.UnitId).Distinct().ToHashSet();

        var fromRoster = posts.Count > 0;
        var expected = fromRoster ? posts.Where(p => p.Value > 0).Select(p => p.Key).ToHashSet() : ValidUnits(reference, round).Select(u => u.Id).ToHashSet();
        var units = expected.Union(reported).Select(id => reference.Units.ById(id)!)
            .OrderBy(u => u.Code, StringComparer.Ordinal)
            .Select(u => new UnitCoverage(u, reference.Units.AreaOf(u, round.HeldFrom), expected.Contains(u.Id), reported.Contains(u.Id),
                fromRoster ? posts.GetValueOrDefault(u.Id) : null))
            .ToList();
        var byPosition = fromRoster
            ? roster.Where(r => r.Status == RosterStatus.Due).GroupBy(r => r.PositionId).Select(g => new { g.Key, Count = g.Count() }).AsEnumerable()
                .ToDictionary(g => reference.Position(g.Key)!.Code, g => g.Count, StringComparer.Ordinal)
            : reference.RegimeOf(round).Positions.ToDictionary(code => code, _ => expected.Count, StringComparer.Ordinal);
        return new RoundCoverage(round, fromRoster, units, byPosition);
    }

    static IEnumerable<Unit> ValidUnits(ReferenceData reference, Round round) =>
        reference.Units.All.Where(u => u.Level == round.Level && u.IsValidOn(round.HeldFrom));
}
