using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Briefings.Sheets;

/// <summary>A vote as a sheet tells of it.</summary>
/// <param name="AreaPlace">Among the same post of the same area; null above commune level, without a base, and where too few others hold it.</param>
/// <param name="ImportedAt">UTC; null where the viewer may not see the import.</param>
sealed record SheetVote(OfficialModel.Vote Vote, PeerPlace? AreaPlace, DateTime? ImportedAt);

/// <summary>What there is to tell one official of one round.</summary>
/// <param name="Person">With the votes up to the round, none after it.</param>
/// <param name="Votes">Of the round, one for each post held; at least one.</param>
/// <param name="OfAllUnits">Nothing is left out because the viewer does not see it.</param>
sealed record Sheet(OfficialModel.Result Person, RoundView Round, IReadOnlyList<SheetVote> Votes, bool OfAllUnits) : IRowCount
{
    public int RowCount => 1;

    public bool HasEarlier => Person.Votes.Count > Votes.Count;
}

/// <summary>The sheet of an official: the figures of their page, nobody else's. Null where they have no result in the round.</summary>
/// <param name="Round">Code.</param>
sealed record SheetQuery(int Id, string Round) : IQuery<Sheet?>, INamedData
{
    public sealed class Handler(IMediator mediator, QueryContext context) : IRequestHandler<SheetQuery, Sheet?>
    {
        public async Task<Sheet?> Handle(SheetQuery request, CancellationToken cancellationToken)
        {
            if (await mediator.Send(new OfficialModel.Query(request.Id), cancellationToken) is not { } person || await mediator.Send(new RoundQuery(request.Round), cancellationToken) is not { } round) return null;
            var votes = person.Votes.Where(v => v.Line.Row.Round.Id == round.Round.Id).ToList();
            if (votes.Count == 0) return null;
            var upTo = person.Votes.Take(person.Votes.Count - person.Votes.Reverse().TakeWhile(v => v.Line.Row.Round.Id != round.Round.Id).Count()).ToList();
            return new(person with { Votes = upTo }, round, votes.Select(v => new SheetVote(v, AreaPlaceOf(v.Line.Row), ImportedAt(v.Line.Row.Result.ImportId))).ToList(), context.Viewer.Scope.AllUnits);
        }

        PeerPlace? AreaPlaceOf(OfficialRow row)
        {
            if (row is not { Base: { } ballots, Area: { } area }) return null;
            var others = PeerQuery.InArea(context.Db, context.Reference, row.Round, row.Position, area).Where(p => p.Result != row.Result.Id).Select(p => (p.Low, p.Base)).ToList();
            return PeerPlace.Of(others, row.Result.Low ?? 0, ballots);
        }

        DateTime? ImportedAt(int import) => context.Db.Imports.Where(i => i.Id == import).Select(i => (DateTime?)i.At).FirstOrDefault();
    }
}
