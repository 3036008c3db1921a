using Analytics.Domain.Minutes;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Web.Queries;

namespace Analytics.Web.Pages.Entry;

/// <summary>One official of the minutes: due by the roster, or with a result, or a post whose holder is not known yet.</summary>
/// <param name="Official">Empty where nobody is known.</param>
/// <param name="Exempt">Why no vote is taken; null where one is.</param>
/// <param name="Result">What is loaded; null where nothing is.</param>
sealed record EntryLine(Position Position, string Official, string? OfficialCode, string? Born, string? Exempt, LoadedResult? Result);

/// <summary>A current result with who brought it and who compared it with the minutes.</summary>
/// <param name="By">User name, or the name of the command or job that loaded it.</param>
/// <param name="AtThreshold">At a threshold of the rule: waits to be compared with the minutes.</param>
sealed record LoadedResult(int Id, int PersonId, DateOnly? HeldOn, Counts Counts, string? Exempt, int Import, string By, DateTime At, bool AtThreshold, Verification? Verified);

/// <summary>The minutes (biên bản kiểm phiếu) of one unit in one round: what is expected and what is there.</summary>
sealed record EntrySheet(
    Round Round, Regime Regime, Unit Unit, string? AreaName, IReadOnlyList<EntryLine> Lines, IReadOnlyList<MinutesScan> Scans) : IRowCount
{
    public int RowCount => Lines.Count(l => l.Official.Length > 0);

    public IEnumerable<LoadedResult> Results => Lines.Select(l => l.Result).OfType<LoadedResult>();

    public bool IsComplete => Lines.Count > 0 && Lines.All(l => l.Result is not null || l.Exempt is not null);

    public bool AllVerified => Results.Any() && Results.All(r => r.Verified is not null);
}

/// <summary>Null: there is no such round or unit, or it is not the viewer's.</summary>
sealed record EntrySheetQuery(string Round, string Unit) : IQuery<EntrySheet?>, INamedData
{
    public sealed class Handler(QueryContext context) : MediatR.RequestHandler<EntrySheetQuery, EntrySheet?>
    {
        protected override EntrySheet? Handle(EntrySheetQuery request)
        {
            var reference = context.Reference;
            if (reference.Round(request.Round) is not { } round || reference.Units.At(request.Unit, round.HeldFrom) is not { } unit) return null;
            if (!context.Viewer.Scope.Holds(unit.Id)) return null;
            var area = reference.Units.AreaOf(unit, round.HeldFrom) is { } code ? reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code : null;
            var scans = context.Db.MinutesScans.Where(s => s.RoundId == round.Id && s.UnitId == unit.Id && s.RemovedAt == null).OrderBy(s => s.Id).ToList();
            return new EntrySheet(round, reference.RegimeOf(round), unit, area, new EntryLines(context, round, unit).Read(), scans);
        }
    }
}
