using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>The next votes of all with a case after a round, within the viewer's scope, each beside similar ones of the whole city. Without names.</summary>
/// <param name="Case">The one case that is asked about; null: all.</param>
sealed record NextVotesQuery(string Round, int? Case = null) : IQuery<NextVoteFinds>;

/// <param name="All">In the order of the cases' ids.</param>
sealed record NextVoteFinds(IReadOnlyList<NextVote> All) : IRowCount
{
    public int RowCount => All.Count;
}

sealed class NextVotesHandler(IMediator mediator, QueryContext context) : IRequestHandler<NextVotesQuery, NextVoteFinds>
{
    public Task<NextVoteFinds> Handle(NextVotesQuery request, CancellationToken cancellationToken)
    {
        var round = context.Reference.Round(request.Round) ?? throw new InvalidOperationException($"There is no round {request.Round}.");
        return mediator.Send(new NextVotesOfCasesQuery(round.Code, request.Case, CaseMark.Of(context.Db, round)), cancellationToken);
    }
}

/// <summary>The same for the cases that a mark stands for: a change of stage or hands leaves the next votes as they are.</summary>
sealed record NextVotesOfCasesQuery(string Round, int? Case, string Cases) : IQuery<NextVoteFinds>, IPublishedData;

sealed class NextVotesOfCasesHandler(IMediator mediator, QueryContext context) : IRequestHandler<NextVotesOfCasesQuery, NextVoteFinds>
{
    public async Task<NextVoteFinds> Handle(NextVotesOfCasesQuery request, CancellationToken cancellationToken)
    {
        var round = context.Reference.Round(request.Round)!;
        var rounds = NextVotes.After(context.Db, context.Reference, round);
        var twice = new Dictionary<int, IReadOnlyList<VotePair>>();
        if (rounds.Count > 0) twice[rounds[0].Id] = await Twice(rounds[0]);
        var votes = NextVotes.Of(context.Db, context.Reference, round, rounds, rounds.Count > 0 ? twice[rounds[0].Id] : [], request.Case);
        foreach (var next in votes.Where(v => v.State == NextVoteState.Voted).Select(v => v.Next!).DistinctBy(r => r.Id).Where(r => !twice.ContainsKey(r.Id)))
            twice[next.Id] = await Twice(next);
        return new(twice.Count == 0 ? votes : SimilarOnes.Beside(votes, SimilarOnes.WithCase(context.Db, round), twice));

        async Task<IReadOnlyList<VotePair>> Twice(Round next) => (await mediator.Send(new VotesTwiceQuery(round.Code, next.Code), cancellationToken)).All;
    }
}

/// <summary>Which cases there are after a round and what they stand on, in the whole store, as one short text: the same text, the same next votes.</summary>
static class CaseMark
{
    public static string Of(AnalyticsDb db, Round round)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var cases = db.Cases.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(c => c.RoundId == round.Id).OrderBy(c => c.Id);
        using var rows = db.Scan(cases.Select(c => new
        {
            c.Id,
            c.PersonId,
            c.UnitId,
            c.PositionId,
            c.ResultId,
        }));
        Span<int> row = stackalloc int[5];
        while (rows.Next())
        {
            for (var i = 0; i < row.Length; i++) row[i] = rows.Number(i);
            hash.AppendData(MemoryMarshal.AsBytes(row));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

/// <summary>Everybody voted on in the same post in both rounds, whatever the viewer's scope: a yardstick without names, which no work on cases changes.</summary>
sealed record VotesTwiceQuery(string Round, string Next) : IQuery<VotesTwiceResult>, IPublishedData;

sealed record VotesTwiceResult(IReadOnlyList<VotePair> All) : IRowCount
{
    public int RowCount => All.Count;
}

sealed class VotesTwiceHandler(QueryContext context) : RequestHandler<VotesTwiceQuery, VotesTwiceResult>
{
    protected override VotesTwiceResult Handle(VotesTwiceQuery request) =>
        new(VotesTwice.Of(context.Db, context.Reference, context.Reference.Round(request.Round)!, context.Reference.Round(request.Next)!));
}
