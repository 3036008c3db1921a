using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Templates;

/// <summary>A line of a template that is filled in already.</summary>
/// <param name="District">Name of its area; empty where it has none.</param>
/// <param name="Exempt">Why no vote is taken; empty where one is.</param>
public sealed record TemplateRow(string Unit, string UnitName, string District, string Position, string Official, string OfficialCode, string Born, string Exempt);

/// <summary>Who is to be voted on in a round, as far as the scope of the context shows it.</summary>
public static class TemplateRows
{
    /// <summary>Those due and exempt of the roster; of a round without one every covered post of every unit of its level, nobody named.</summary>
    /// <param name="district">Code of an area or unit; null for all.</param>
    public static IReadOnlyList<TemplateRow> Of(AnalyticsDb db, ReferenceData reference, Round round, string? district)
    {
        var units = reference.Units;
        // A scope without roster rows is not a round without a roster.
        var hasRoster = db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Any(r => r.RoundId == round.Id);
        var rows = hasRoster
            ? db.Roster.AsNoTracking().Where(r => r.RoundId == round.Id && (r.Status == RosterStatus.Due || r.Status == RosterStatus.Exempt)).AsEnumerable()
                .Select(r => (Unit: units.ById(r.UnitId)!, Position: reference.Position(r.PositionId)!, Entry: (RosterEntry?)r))
            : from unit in units.All
              where unit.Level == round.Level && unit.IsValidOn(round.HeldFrom) && (db.Scope.AllUnits || db.Scope.UnitIds.Contains(unit.Id))
              from position in reference.Positions
              where reference.RegimeOf(round).Covers(position.Code)
              select (Unit: unit, Position: position, Entry: (RosterEntry?)null);
        return rows.Where(r => district is null || r.Unit.Code == district || AreaOf(r.Unit) == district)
            .OrderBy(r => r.Unit.Code, StringComparer.Ordinal).ThenBy(r => r.Position.Sort).ThenBy(r => r.Entry?.Id ?? 0)
            .Select(r => Row(r.Unit, r.Position, r.Entry)).ToList();

        string? AreaOf(Unit unit) => units.AreaOf(unit, round.HeldFrom);

        TemplateRow Row(Unit unit, Position position, RosterEntry? entry) => new(
            unit.Code, unit.Name, AreaOf(unit) is { } area ? units.Nearest(area, round.HeldFrom)?.Name ?? "" : "",
            reference.Positions.Count(p => p.NameVi == position.NameVi) == 1 ? position.NameVi : position.Code,
            entry?.Official ?? "", entry?.OfficialCode ?? "", entry?.Born ?? "",
            entry is { Status: RosterStatus.Exempt } ? entry.Reason.Length > 0 ? entry.Reason : "không thuộc diện" : "");
    }
}
