using System.Globalization;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Everybody with a case after a round and what their next vote says, beside similar ones without a case. It shows no effect of anything.</summary>
[Authorize(Policy = Policies.Names)]
sealed class AfterModel(IMediator mediator, CurrentViewer current, QueryContext context) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "round")] public string? RoundCode { get; set; }
    [FromQuery] public string? District { get; set; }
    [FromQuery] public string? Position { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    /// <summary>Null: there is no case, or no round at all.</summary>
    public RoundView? Round { get; private set; }
    public Result Data { get; private set; } = null!;
    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    /// <summary>Cases are work of the present: an earlier day has none to show.</summary>
    public bool LooksBack => current.Required.LooksBack;
    public Regime RegimeOf(Round round) => context.Reference.RegimeOf(round);
    public bool IsFiltered => !string.IsNullOrEmpty(District + Position);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (LooksBack) return Request.Query.ContainsKey("format") ? NotFound() : Page();
        var cases = await mediator.Send(new CaseRoundsQuery(), ct);
        Rounds = cases.All;
        var code = string.IsNullOrEmpty(RoundCode) ? cases.First?.Code : RoundCode;
        Round = code is null ? null : await mediator.Send(new RoundQuery(code), ct);
        if (Round is null && (!string.IsNullOrEmpty(RoundCode) || Request.Query.ContainsKey("format"))) return NotFound();
        if (Round is null) return Page();
        var (page, size) = this.RowsToRead(PageNumber, PageSize);
        Data = await mediator.Send(new Query(Round.Round.Code, District ?? "", Position ?? "", page, size), ct);
        return this.Export(() => AfterTable.Of(Round.Round, Data.Rows), Round.Round.Sample, Data.Total) ?? Page();
    }

    public sealed record Query(string Round, string District, string Position, int Page, int Size) : IQuery<Result>, INamedData;

    /// <param name="Then">The result the case stands on, as judged; null while it waits to be published. <paramref name="Now"/> is that of the next vote.</param>
    public sealed record Row(NextVote Vote, FollowUpCase Case, string Name, Domain.Units.Unit Unit, Position Post, string? Area, string? AreaName, OfficialLine? Then, OfficialLine? Now);

    /// <param name="Rows">One page in the order of areas, units and posts: never a ranking.</param>
    /// <param name="States">All under the filters by what the next vote says.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, PagePlace Place, NextVoteSummary Summary, IReadOnlyDictionary<NextVoteState, int> States, IReadOnlyList<(string Code, string Name)> Areas, IReadOnlyList<Position> Posts) : IRowCount
    {
        public int RowCount => Rows.Count;
    }

    public sealed class Handler(IMediator mediator, QueryContext context, AreaMemory areas) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var reference = context.Reference;
            var round = reference.Round(request.Round)!;
            var all = (await mediator.Send(new NextVotesQuery(request.Round), cancellationToken)).All;
            string? AreaOf(NextVote v) => areas.Of(reference, v.UnitId, round.Id);
            var posts = reference.Positions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
            var wanted = all.Where(v => (request.District.Length == 0 || AreaOf(v) == request.District) && (request.Position.Length == 0 || reference.Position(v.PositionId)!.Code == request.Position))
                .OrderBy(v => AreaOf(v) ?? "", StringComparer.Ordinal).ThenBy(v => reference.Units.ById(v.UnitId)!.Code, StringComparer.Ordinal).ThenBy(v => posts[v.PositionId]).ThenBy(v => v.CaseId).ToList();
            var place = PagePlace.Of(request.Page, wanted.Count, request.Size);
            return new(Rows(round, wanted.Skip(place.Skip).Take(request.Size).ToList()), wanted.Count, place, NextVoteSummary.Of(wanted), wanted.CountBy(v => v.State).ToDictionary(),
                all.Select(AreaOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(code => (code, reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code)).ToList(),
                all.Select(v => v.PositionId).Distinct().OrderBy(p => posts[p]).Select(p => reference.Position(p)!).ToList());
        }

        List<Row> Rows(Round round, List<NextVote> shown)
        {
            var (db, reference) = (context.Db, context.Reference);
            var (ids, persons) = (shown.ConvertAll(v => v.CaseId), shown.ConvertAll(v => v.PersonId));
            var cases = ids.Chunk(NextVotes.AtOnce).SelectMany(some => db.Cases.AsNoTracking().Where(c => some.Contains(c.Id)).ToList()).ToDictionary(c => c.Id);
            var names = persons.Chunk(NextVotes.AtOnce).SelectMany(some => db.Persons.Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToList()).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name);
            var then = OfficialLines.Of(context, round, shown.ConvertAll(v => v.ResultId)).ToDictionary(l => l.Row.Result.Id);
            var now = shown.Where(v => v.NextResultId is not null).GroupBy(v => v.Next!.Id).SelectMany(g => OfficialLines.Of(context, reference.Round(g.Key)!, g.Select(v => v.NextResultId!.Value).ToList())).ToDictionary(l => l.Row.Result.Id);
            return shown.ConvertAll(v =>
            {
                var (was, area) = (then.GetValueOrDefault(v.ResultId), areas.Of(reference, v.UnitId, round.Id));
                return new Row(v, cases[v.CaseId], was?.Row.Result.OfficialName ?? names.GetValueOrDefault(v.PersonId, ""), reference.Units.ById(v.UnitId)!, reference.Position(v.PositionId)!,
                    area, area is null ? null : reference.Units.Nearest(area, round.HeldFrom)?.Name ?? area, was, v.NextResultId is { } next ? now.GetValueOrDefault(next) : null);
            });
        }
    }
}

/// <summary>The rounds after which the viewer has cases.</summary>
sealed record CaseRoundsQuery : IQuery<CaseRounds>;

/// <param name="All">The latest first.</param>
/// <param name="First">What is looked at first: the latest of them with a comparable later round that has results, else the latest.</param>
sealed record CaseRounds(IReadOnlyList<Round> All, Round? First);

sealed class CaseRoundsHandler(QueryContext context) : RequestHandler<CaseRoundsQuery, CaseRounds>
{
    protected override CaseRounds Handle(CaseRoundsQuery request)
    {
        var (db, reference) = (context.Db, context.Reference);
        var with = db.Cases.Select(c => c.RoundId).Distinct().ToHashSet();
        var rounds = reference.Rounds.Where(r => with.Contains(r.Id)).Reverse().ToList();
        return new(rounds, rounds.Find(r => NextVotes.After(db, reference, r).Count > 0) ?? rounds.FirstOrDefault());
    }
}
