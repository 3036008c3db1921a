using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = Analytics.Domain.Units.Unit;

namespace Analytics.Web.Pages.Roster;

/// <summary>One unit of a round and its posts on the roster.</summary>
/// <param name="Area">Code of the area it is counted under; null where it has none.</param>
sealed record RosterUnit(Unit Unit, string? Area, string? AreaName, int Due, int Exempt, int Vacant, int NoCouncil)
{
    public bool IsListed => Due + Exempt + Vacant + NoCouncil > 0;

    /// <summary><c>unlisted</c>: nothing is said of it; <c>due</c>: somebody is put to the vote; <c>none</c>: nobody is.</summary>
    public string State => !IsListed ? Unlisted : Due > 0 ? "due" : "none";

    public const string Unlisted = "unlisted";

    public static IReadOnlyList<string> States { get; } = [Unlisted, "due", "none"];
}

/// <summary>The units of a round that a viewer may see: those not on the roster first, then in the order of area and code.</summary>
/// <param name="RoundHasRoster">Whether the round is counted by a roster; where not, every unit is expected with every post.</param>
sealed record RosterUnits(Round Round, bool RoundHasRoster, IReadOnlyList<RosterUnit> Units) : IRowCount
{
    public int RowCount => Units.Count;

    IReadOnlyDictionary<string, int>? counts;

    public int CountOf(string state) => (counts ??= Units.CountBy(u => u.State).ToDictionary(StringComparer.Ordinal)).GetValueOrDefault(state);

    IReadOnlyList<(string Code, string Name)>? areas;

    /// <summary>Areas with a unit, by code.</summary>
    public IReadOnlyList<(string Code, string Name)> Areas => areas ??= Units.Where(u => u.Area is not null).Select(u => (u.Area!, u.AreaName!)).Distinct().OrderBy(a => a.Item1, StringComparer.Ordinal).ToList();

    (int Due, int Exempt, int Vacant, int NoCouncil)? posts;

    /// <summary>Posts of all units.</summary>
    public (int Due, int Exempt, int Vacant, int NoCouncil) Posts => posts ??= (Units.Sum(u => u.Due), Units.Sum(u => u.Exempt), Units.Sum(u => u.Vacant), Units.Sum(u => u.NoCouncil));
}

sealed record RosterUnitsQuery(string Round) : IQuery<RosterUnits?>
{
    public sealed class Handler(QueryContext context) : MediatR.RequestHandler<RosterUnitsQuery, RosterUnits?>
    {
        protected override RosterUnits? Handle(RosterUnitsQuery request)
        {
            var (db, reference) = (context.Db, context.Reference);
            if (reference.Round(request.Round) is not { } round) return null;
            var roster = db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id);
            var posts = roster.GroupBy(r => new { r.UnitId, r.Status }).Select(g => new { g.Key.UnitId, g.Key.Status, Count = g.Count() }).ToList()
                .ToLookup(g => g.UnitId, g => (g.Status, g.Count));
            var scope = context.Viewer.Scope;
            var units = reference.Units.All.Where(u => u.Level == round.Level && u.IsValidOn(round.HeldFrom)).Select(u => u.Id)
                .Union(posts.Select(p => p.Key)).Where(scope.Holds).Select(id => reference.Units.ById(id)!)
                .Select(u => One(round, u, posts[u.Id].ToDictionary(p => p.Status, p => p.Count)))
                .OrderBy(u => u.IsListed).ThenBy(u => u.Area, StringComparer.Ordinal).ThenBy(u => u.Unit.Code, StringComparer.Ordinal).ToList();
            return new(round, posts.Count > 0, units);
        }

        RosterUnit One(Round round, Unit unit, Dictionary<RosterStatus, int> posts)
        {
            var area = context.Reference.Units.AreaOf(unit, round.HeldFrom);
            return new(unit, area, area is null ? null : context.Reference.Units.Nearest(area, round.HeldFrom)?.Name ?? area,
                posts.GetValueOrDefault(RosterStatus.Due), posts.GetValueOrDefault(RosterStatus.Exempt), posts.GetValueOrDefault(RosterStatus.Vacant), posts.GetValueOrDefault(RosterStatus.NoCouncil));
        }
    }
}

/// <summary>The roster of a round as a file of the same kind, which can be changed in Excel and loaded again.</summary>
/// <param name="District">Code of an area; empty for all.</param>
sealed record RosterFileQuery(string Round, string District) : IQuery<RosterFile>, INamedData
{
    public sealed class Handler(QueryContext context) : MediatR.RequestHandler<RosterFileQuery, RosterFile>
    {
        protected override RosterFile Handle(RosterFileQuery request)
        {
            var (db, reference) = (context.Db, context.Reference);
            var round = reference.Round(request.Round) ?? throw new InvalidOperationException($"There is no round {request.Round}.");
            return new(round.Code, db.Roster.AsNoTracking().Where(r => r.RoundId == round.Id).AsEnumerable()
                .Select(r => (Entry: r, Unit: reference.Units.ById(r.UnitId)!, Position: reference.Position(r.PositionId)!))
                .Where(r => request.District.Length == 0 || reference.Units.AreaOf(r.Unit, round.HeldFrom) == request.District)
                .OrderBy(r => r.Unit.Code, StringComparer.Ordinal).ThenBy(r => r.Position.Sort).ThenBy(r => r.Entry.Id)
                .Select(r => new RosterFileRow(r.Unit.Code, r.Position.Code, r.Entry)).ToList());
        }
    }
}

sealed record RosterFileRow(string Unit, string Position, RosterEntry Entry);

sealed record RosterFile(string Round, IReadOnlyList<RosterFileRow> Rows) : IRowCount
{
    public int RowCount => Rows.Count;

    public ExportTable ToTable() => ExportTable.Of("roster-" + Round, Rows,
        ("round", _ => Round), ("unit", r => r.Unit), ("position", r => r.Position), ("official", r => r.Entry.Official), ("official_code", r => r.Entry.OfficialCode), ("born", r => r.Entry.Born),
        ("in_post_since", r => r.Entry.InPostSince), ("status", r => r.Entry.Status.Code()), ("reason", r => r.Entry.Reason));
}
