using System.Globalization;
using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Pages.Entry;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = Analytics.Domain.Units.Unit;

namespace Analytics.Web.Pages.Roster;

/// <summary>One line of the roster of a unit, or one that may become one.</summary>
/// <param name="Entry">The version that stands; null for a proposal: somebody with a result, or a post nobody is known for.</param>
/// <param name="Official">Empty where nobody is known.</param>
/// <param name="HasResult">A result of the official is loaded.</param>
sealed record RosterLine(RosterEntry? Entry, Position Position, string Official, string? Code, string? Born, string Reason, RosterStatus Status, bool HasResult)
{
    public static RosterLine Of(RosterEntry entry, Position position, bool hasResult) =>
        new(entry, position, entry.Official ?? "", entry.OfficialCode, entry.Born, entry.Reason, entry.Status, hasResult);
}

/// <summary>A line as it stood until somebody changed it or took it off.</summary>
sealed record EarlierLine(RosterEntry Entry, Position Position, string Reason);

/// <summary>From which file a line came.</summary>
sealed record RosterSource(int Import, string By, DateTime At);

/// <summary>Who is due in a round in one unit (danh sách người thuộc diện lấy phiếu).</summary>
/// <param name="RoundHasRoster">Whether the round is counted by a roster; where not, the first line of any unit begins one for all.</param>
/// <param name="Sources">By number of the import.</param>
sealed record RosterSheet(
    Round Round, Regime Regime, Unit Unit, string? AreaName, bool RoundHasRoster, IReadOnlyList<RosterLine> Lines, IReadOnlyList<EarlierLine> Earlier,
    IReadOnlyDictionary<int, RosterSource> Sources) : IRowCount
{
    public int RowCount => Lines.Count(l => l.Official.Length > 0);

    public IEnumerable<RosterLine> Standing => Lines.Where(l => l.Entry is not null);

    public bool IsListed => Standing.Any();

    public int CountOf(RosterStatus status) => Standing.Count(l => l.Status == status);
}

/// <summary>Null: there is no such round or unit, or it is not the viewer's.</summary>
sealed record RosterSheetQuery(string Round, string Unit) : IQuery<RosterSheet?>, INamedData
{
    public sealed class Handler(QueryContext context) : MediatR.RequestHandler<RosterSheetQuery, RosterSheet?>
    {
        protected override RosterSheet? Handle(RosterSheetQuery request)
        {
            var (db, reference) = (context.Db, context.Reference);
            if (reference.Round(request.Round) is not { } round || reference.Units.At(request.Unit, round.HeldFrom) is not { } unit) return null;
            if (unit.Level != round.Level || !context.Viewer.Scope.Holds(unit.Id)) return null;
            var versions = db.Roster.IgnoreQueryFilters([AnalyticsDb.PublishedFilter])
                .Where(r => r.RoundId == round.Id && r.UnitId == unit.Id && r.FromVersion <= context.State.DataVersion).OrderBy(r => r.Id).ToList();
            var standing = versions.FindAll(v => Stands(v, context.State.DataVersion));
            var area = reference.Units.AreaOf(unit, round.HeldFrom) is { } code ? reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code : null;
            return new(round, reference.RegimeOf(round), unit, area,
                db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Any(r => r.RoundId == round.Id),
                Lines(round, unit, standing),
                versions.Except(standing).OrderByDescending(v => v.ToVersion).ThenByDescending(v => v.Id).Select(v => new EarlierLine(v, reference.Position(v.PositionId)!, v.CloseReason ?? "")).ToList(),
                Sources(versions));
        }

        static bool Stands(RosterEntry entry, long version) => entry.ToVersion is null || entry.ToVersion > version;

        List<RosterLine> Lines(Round round, Unit unit, List<RosterEntry> standing)
        {
            var minutes = new EntryLines(context, round, unit).Read();
            var results = minutes.Where(l => l.Result is not null).ToList();
            var lines = standing.ConvertAll(e => RosterLine.Of(e, context.Reference.Position(e.PositionId)!,
                results.Exists(l => l.Position.Id == e.PositionId && e.Means(l.Official, l.OfficialCode, l.Born))));
            lines.AddRange((standing.Count == 0 ? minutes : results)
                .Where(l => !standing.Exists(e => e.PositionId == l.Position.Id && e.Means(l.Official, l.OfficialCode, l.Born)))
                .Select(l => new RosterLine(null, l.Position, l.Official, l.OfficialCode, l.Born, l.Result?.Exempt ?? "", l.Result?.Exempt is null ? RosterStatus.Due : RosterStatus.Exempt, l.Result is not null)));
            return lines.OrderBy(l => l.Position.Sort).ThenBy(l => l.Position.Id).ToList();
        }

        Dictionary<int, RosterSource> Sources(List<RosterEntry> versions)
        {
            var ids = versions.Select(v => v.ImportId).Distinct().ToList();
            // Who brought a line is no secret of the file, which may not be the viewer's to open.
            return context.Db.Imports.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking().Where(i => ids.Contains(i.Id))
                .Select(i => new RosterSource(i.Id, i.By, i.At)).ToDictionary(s => s.Import);
        }
    }
}

/// <summary>The words files say a status with.</summary>
static class RosterStatuses
{
    public static IReadOnlyList<RosterStatus> All { get; } = Enum.GetValues<RosterStatus>();

    public static string Code(this RosterStatus status) => status == RosterStatus.NoCouncil ? "no-council" : status.ToString().ToLower(CultureInfo.InvariantCulture);
}
