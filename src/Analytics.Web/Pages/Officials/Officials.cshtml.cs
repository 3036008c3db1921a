using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Officials;

/// <summary>Officials of a round: who is at the threshold or unlike the others and why, then all of them, unit by unit.</summary>
[Authorize(Policy = Policies.Names)]
[KeptPage]
sealed class OfficialsModel(IMediator mediator) : PageModel
{
    public const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "round")] public string? RoundCode { get; set; }
    [BindProperty(SupportsGet = true)] public string? District { get; set; }
    [BindProperty(SupportsGet = true)] public string? Position { get; set; }
    [BindProperty(SupportsGet = true)] public string? Standing { get; set; }
    [BindProperty(SupportsGet = true)] public string? Funnel { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }
    [BindProperty(SupportsGet = true, Name = "p")] public int PageNumber { get; set; } = 1;

    public RoundView? Round { get; private set; }
    public Result? List { get; private set; }

    /// <summary>What a search found; its form is a POST, because a name never stands in an address or a log.</summary>
    public OfficialSearch.Result? Found { get; private set; }
    public string? Searched { get; private set; }

    public int Pages => ((List?.Total ?? 0) + PageSize - 1) / PageSize;
    public bool IsFiltered => !string.IsNullOrEmpty(District + Position + Standing + Funnel + Sort);
    public string Unfiltered => Address("", "", "", "", "", 1);
    public string AllAtThreshold => Address(District, Position, "at-threshold", "", Sort, 1);
    public string AllTwice => Address(District, Position, "low-twice", "", Sort, 1);
    public string AllAlarms => Address(District, Position, "", "alarm", Sort, 1);
    public string SortedBy(string? sort) => Address(District, Position, Standing, Funnel, sort, 1);
    public string PageAt(int number) => Address(District, Position, Standing, Funnel, Sort, number);

    /// <summary>How many people wait to be confirmed as one or two.</summary>
    public int OpenMatches { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Round = await mediator.Send(new RoundQuery(RoundCode), ct);
        if (Round is null) return string.IsNullOrEmpty(RoundCode) ? Page() : NotFound();
        var asked = new Query(Round.Round.Code, District ?? "", Position ?? "", Standing ?? "", Funnel ?? "", Sort ?? "", Math.Max(1, PageNumber));
        if (Request.Query.ContainsKey("format"))
        {
            var (page, size) = this.RowsToRead(null, PageSize);
            asked = asked with { Page = page, Size = size, RowsOnly = true };
        }
        List = await mediator.Send(asked, ct);
        OpenMatches = await mediator.Send(new OpenMatchesQuery(), ct);
        return this.Export(() => OfficialsTable.Of("officials-" + Round.Round.Code, List.Rows), Round.Round.Sample, List.Total) ?? Page();
    }

    public async Task<IActionResult> OnPostSearchAsync([FromForm] string? name, CancellationToken ct)
    {
        Round = await mediator.Send(new RoundQuery(RoundCode), ct);
        Searched = name?.Trim() ?? "";
        Found = await mediator.Send(new OfficialSearch.Query(Searched), ct);
        return Page();
    }

    string Address(string? district, string? position, string? standing, string? funnel, string? sort, int page) => "/officials" + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["round"] = Round?.Round.Code,
            ["district"] = district,
            ["position"] = position,
            ["standing"] = standing,
            ["funnel"] = funnel,
            ["sort"] = sort,
            ["p"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "",
        }.Where(q => !string.IsNullOrEmpty(q.Value)));

    /// <param name="Page">From 1.</param>
    public sealed record Query(string Round, string District, string Position, string Standing, string Funnel, string Sort, int Page) : IQuery<Result>, INamedData
    {
        public int Size { get; init; } = PageSize;

        /// <summary>For a download: why somebody is looked at stands on the first page on screen only.</summary>
        public bool RowsOnly { get; init; }
    }

    /// <param name="Total">Rows under all filters; <paramref name="Rows"/> is one page of them.</param>
    /// <param name="ThresholdCount">All at a line of the rule; at most <see cref="PageSize"/> are told why.</param>
    /// <param name="TwiceCount">People of them who were at a line in their vote before as well; each once, whatever posts they hold.</param>
    /// <param name="AlarmCount">All others unlike their post; likewise.</param>
    /// <param name="Everyone">Officials of the chosen areas and posts, whatever else is filtered.</param>
    /// <param name="Compared">Of these, how many are compared with the others of their post.</param>
    /// <param name="Alerts">Of these, how many are beyond the lower limit. A number; nobody is named for it.</param>
    public sealed record Result(
        IReadOnlyList<OfficialLine> Rows, int Total, int Everyone, IReadOnlyList<OfficialLine> AtThreshold, int ThresholdCount, int TwiceCount, IReadOnlyList<OfficialLine> Alarms, int AlarmCount,
        int Compared, int Alerts, IReadOnlyList<(string Code, string Name)> Areas, IReadOnlyList<Position> Positions, RosterView Roster) : IRowCount
    {
        public int RowCount => Rows.Count + AtThreshold.Count + Alarms.Count + Roster.Notes.Count(n => n.Official is not null);
    }

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result>
    {
        protected override Result Handle(Query request)
        {
            var reference = context.Reference;
            var round = reference.Round(request.Round) ?? throw new InvalidOperationException($"There is no round {request.Round}.");
            var source = new ResultKeys(context, round);
            var all = source.Read();
            bool Wanted(int unit, int position) => (request.District.Length == 0 || source.AreaOf(unit) == request.District)
                && (request.Position.Length == 0 || reference.Position(position)?.Code == request.Position);

            var everyone = all.Where(k => Wanted(k.UnitId, k.PositionId)).ToList();
            var marked = source.AtThreshold();
            var unusual = source.Unusual(everyone);
            bool IsAlarm(ResultKey key) => unusual.GetValueOrDefault(key.Id) == FunnelState.Alarm;

            var twice = LowTwice.Of(context.Db, reference, round, everyone.Where(k => marked.Contains(k.Id)).Select(k => k.PersonId).ToHashSet());
            var rows = everyone.Where(k => (request.Funnel != "alarm" || IsAlarm(k)) && request.Standing switch
            {
                "at-threshold" => marked.Contains(k.Id),
                "low-twice" => marked.Contains(k.Id) && twice.ContainsKey(k.PersonId),
                Domain.Rounds.Standing.Exempt => k.Exempt,
                Domain.Rounds.Standing.Undetermined => k.Undetermined,
                _ => true,
            }).ToList();
            var sorted = request.Sort switch
            {
                "name" => source.ByName(rows).ToList(),
                "low" => rows.OrderByDescending(k => k.LowShare ?? -1).ToList(),
                _ => rows,
            };
            var shown = sorted.Skip((int)Math.Min((request.Page - 1L) * request.Size, int.MaxValue)).Take(request.Size);
            var first = request.Page == 1 && !request.RowsOnly;
            var told = first ? PageSize : 0;
            var at = everyone.Where(k => marked.Contains(k.Id)).Select(k => k.Id).ToList();
            var unlike = everyone.Where(k => IsAlarm(k) && !marked.Contains(k.Id)).Select(k => k.Id).ToList();
            return new Result(
                OfficialLines.Of(context, round, shown.Select(k => k.Id).ToList()), rows.Count, everyone.Count,
                OfficialLines.Of(context, round, at.Take(told).ToList()), at.Count, twice.Count, OfficialLines.Of(context, round, unlike.Take(told).ToList()), unlike.Count,
                everyone.Count(k => k.Base is not null), unusual.Count,
                all.Select(k => k.UnitId).Distinct().Select(source.AreaOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                    .Select(code => (code, reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code)).ToList(),
                reference.Positions.Where(p => all.Any(k => k.PositionId == p.Id)).ToList(),
                first ? RosterView.Of(context, round, all.Select(k => k.UnitId).ToHashSet(), Wanted) : new RosterView([], 0, 0, 0, 0, 0));
        }
    }
}
