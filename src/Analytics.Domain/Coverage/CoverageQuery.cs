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
        var roster = db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id)
            .GroupBy(r => new { r.UnitId, r.PositionId, r.Status }).Select(g => new { g.Key.UnitId, g.Key.PositionId, g.Key.Status, Count = g.Count() }).ToList();
        var reported = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id)
            .Select(r => r.UnitId).Distinct().ToHashSet();

        var due = roster.Where(r => r.Status == RosterStatus.Due).ToList();
        var dueByUnit = due.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
        var expected = roster.Count > 0 ? dueByUnit.Keys.ToHashSet() : ValidUnits(reference, round).Select(u => u.Id).ToHashSet();
        var units = expected.Union(reported).Select(id => reference.Units.ById(id)!)
            .OrderBy(u => u.Code, StringComparer.Ordinal)
            .Select(u => new UnitCoverage(u, reference.Units.AreaOf(u, round.HeldFrom), expected.Contains(u.Id), reported.Contains(u.Id),
                roster.Count > 0 ? dueByUnit.GetValueOrDefault(u.Id) : null))
            .ToList();
        var byPosition = roster.Count > 0
            ? due.GroupBy(r => reference.Position(r.PositionId)!.Code).ToDictionary(g => g.Key, g => g.Sum(r => r.Count), StringComparer.Ordinal)
            : reference.RegimeOf(round).Positions.ToDictionary(code => code, _ => expected.Count, StringComparer.Ordinal);
        return new RoundCoverage(round, roster.Count > 0, units, byPosition);
    }

    static IEnumerable<Unit> ValidUnits(ReferenceData reference, Round round) =>
        reference.Units.All.Where(u => u.Level == round.Level && u.IsValidOn(round.HeldFrom));
}
