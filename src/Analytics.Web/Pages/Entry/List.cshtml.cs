using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Entry;

/// <summary>The units of a round: whose minutes are to be typed in, whose to be compared, whose are done.</summary>
[Authorize(Policy = Policies.Import)]
[KeptPage]
sealed class ListModel(IMediator mediator) : PageModel
{
    public const int PageSize = 100;

    public static IReadOnlyList<string> States { get; } = ["missing", "partial", "unverified", "verified", Pressing];

    /// <summary>Units with a result at a threshold that nobody has compared, whatever else is missing.</summary>
    const string Pressing = "pressing";

    [FromQuery(Name = "round")] public string? RoundCode { get; set; }
    [FromQuery] public string? District { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public RoundView? Round { get; private set; }
    public Result? Data { get; private set; }
    public bool Filtered => !string.IsNullOrEmpty(District) || !string.IsNullOrEmpty(State);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (State is not (null or "") && !States.Contains(State)) return NotFound();
        Round = await mediator.Send(new RoundQuery(RoundCode), ct);
        if (Round is null) return string.IsNullOrEmpty(RoundCode) ? Page() : NotFound();
        var (page, size) = this.RowsToRead(PageNumber, PageSize);
        Data = await mediator.Send(new Query(Round.Round.Code, District ?? "", State ?? "", page, size), ct);
        return this.Export(() => ExportTable.Of("entry-" + Round.Round.Code, Data.Rows,
            ("unit", r => r.Unit.Code), ("unit_name", r => r.Unit.Name), ("district", r => r.Area), ("due", r => r.Due), ("results", r => r.Results),
            ("verified", r => r.Verified), ("at_threshold_unverified", r => r.Pressing), ("state", r => r.State)), Round.Round.Sample, Data.Total) ?? Page();
    }

    public sealed record Query(string Round, string District, string State, int Page, int Size) : IQuery<Result>;

    /// <param name="Due">Officials due by the roster; null without one.</param>
    /// <param name="Results">Officials voted on; who was exempt is not counted.</param>
    /// <param name="Pressing">Results at a threshold that nobody has compared with the minutes.</param>
    public sealed record Row(Domain.Units.Unit Unit, string? Area, string? AreaName, int? Due, int Results, int Verified, int Pressing)
    {
        public string State => Results == 0 ? "missing" : Results < Due ? "partial" : Verified < Results ? "unverified" : "verified";
    }

    /// <param name="Counts">Units by state, whatever is filtered by state.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, PagePlace Place, IReadOnlyDictionary<string, int> Counts, int Pressing, IReadOnlyList<(string Code, string Name)> Areas) : IRowCount
    {
        public int RowCount => Rows.Count;
    }

    public sealed class Handler(QueryContext context) : RequestHandler<Query, Result>
    {
        protected override Result Handle(Query request)
        {
            var (db, reference) = (context.Db, context.Reference);
            var round = reference.Round(request.Round)!;
            var results = db.Results.Where(r => r.RoundId == round.Id && r.Exempt == null).GroupBy(r => r.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
            var verified = (from v in db.Verifications
                            join r in db.Results on v.ResultId equals r.Id
                            where r.RoundId == round.Id && r.Exempt == null && v.RevokedAt == null
                            group r by r.UnitId into g
                            select new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
            var pressing = (from m in db.ThresholdMarks
                            join r in db.Results on m.ResultId equals r.Id
                            where m.RoundId == round.Id && !db.Verifications.Any(v => v.ResultId == m.ResultId && v.RevokedAt == null)
                            group r by r.UnitId into g
                            select new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
            string? NameOf(string? area) => area is null ? null : reference.Units.Nearest(area, round.HeldFrom)?.Name ?? area;
            var all = CoverageQuery.Of(db, reference, round).Units.Where(u => context.Viewer.Scope.Holds(u.Unit.Id))
                .Select(u => new Row(u.Unit, u.Area, NameOf(u.Area), u.Due, results.GetValueOrDefault(u.Unit.Id), verified.GetValueOrDefault(u.Unit.Id), pressing.GetValueOrDefault(u.Unit.Id)))
                .OrderBy(r => r.Area, StringComparer.Ordinal).ThenBy(r => r.Unit.Code, StringComparer.Ordinal).ToList();
            var areas = all.Where(r => r.Area is not null).Select(r => (r.Area!, r.AreaName!)).Distinct().ToList();
            var inArea = request.District.Length == 0 ? all : all.FindAll(r => r.Area == request.District);
            var wanted = request.State.Length == 0 ? inArea : inArea.FindAll(r => request.State == Pressing ? r.Pressing > 0 : r.State == request.State);
            var place = PagePlace.Of(request.Page, wanted.Count, request.Size);
            return new Result(
                wanted.Skip(place.Skip).Take(request.Size).ToList(), wanted.Count, place,
                inArea.Select(r => r.State).Concat(inArea.Where(r => r.Pressing > 0).Select(_ => Pressing)).CountBy(s => s).ToDictionary(StringComparer.Ordinal), inArea.Sum(r => r.Pressing), areas);
        }
    }
}
