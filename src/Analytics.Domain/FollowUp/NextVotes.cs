using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.FollowUp;

/// <summary>
/// For every case of a round, within the viewer's scope, the person's next vote of the same family and level. Of several posts the one of the case
/// counts, else the one with the most ballots. Nobody is left out: without a next vote it is told why.
/// </summary>
public static class NextVotes
{
    /// <summary>Ids in one question; a store takes a bounded number of them.</summary>
    public const int AtOnce = 5_000;

    /// <summary>Comparable rounds after one that have results, in order of time.</summary>
    public static IReadOnlyList<Round> After(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var held = db.Snapshots.AsNoTracking().Where(s => s.By == TrendBy.City).Select(s => s.RoundId).Distinct().ToHashSet();
        return reference.Rounds.Where(r => round.IsBefore(r) && held.Contains(r.Id) && reference.AreComparable(r, round)).ToList();
    }

    /// <param name="rounds">Those of <see cref="After"/>; <paramref name="twice"/> is everybody voted on in the round and in the first of them.</param>
    /// <param name="only">Id of the one case that is asked about; null: all.</param>
    /// <returns>In the order of the cases' ids, without similar ones.</returns>
    public static IReadOnlyList<NextVote> Of(AnalyticsDb db, ReferenceData reference, Round round, IReadOnlyList<Round> rounds, IReadOnlyList<VotePair> twice, int? only = null)
    {
        var cases = db.Cases.AsNoTracking().Where(c => c.RoundId == round.Id && (only == null || c.Id == only)).OrderBy(c => c.Id).Select(c => new CaseAt(c.Id, c.PersonId, c.UnitId, c.PositionId, c.ResultId)).ToList();
        if (cases.Count == 0) return [];
        var persons = cases.Select(c => c.PersonId).ToHashSet();
        var again = twice.Where(v => persons.Contains(v.Person)).ToDictionary(v => (v.Person, v.Position));
        // Most are in the next round at once, where those voted on twice are known already.
        bool IsKnown(CaseAt c) => again.TryGetValue((c.PersonId, c.PositionId), out var pair) && pair.Before == c.ResultId;
        var figures = Figures(db, reference, round, cases.FindAll(c => !IsKnown(c)));
        foreach (var pair in again.Values) figures.TryAdd(pair.Before, (pair.Counts.LowBefore, pair.Counts.BaseBefore));
        var later = Later(db, reference, round, cases.FindAll(c => !again.ContainsKey((c.PersonId, c.PositionId))));
        var pass = new Pass(db, reference, round, rounds, figures, again, later);
        var found = cases.ConvertAll(pass.Of);
        if (rounds.Count == 0) return found;
        var missing = found.Where(v => v.State == NextVoteState.Left).Select(v => v.CaseId).ToHashSet();
        var reasons = MissingVotes.Of(db, reference, rounds[0], cases.FindAll(c => missing.Contains(c.Id)));
        return found.ConvertAll(v => reasons.TryGetValue(v.CaseId, out var reason) ? pass.Explained(v, reason) : v);
    }

    /// <summary>Low ballots and base of the results that cases stand on, by result id; none that has no base.</summary>
    static Dictionary<int, (int Low, int Base)> Figures(AnalyticsDb db, ReferenceData reference, Round round, List<CaseAt> cases)
    {
        var delegates = reference.RegimeOf(round).Base == BallotBase.Delegates;
        return cases.Select(c => c.ResultId).Chunk(AtOnce).SelectMany(some => db.Results
            .Where(r => some.Contains(r.Id) && r.Exempt == null && r.Low != null).Select(r => new { r.Id, Low = r.Low ?? 0, Base = (delegates ? r.Delegates : r.Collected) ?? 0 })
            .Where(r => r.Base > 0).ToList()).ToDictionary(r => r.Id, r => (r.Low, r.Base));
    }

    /// <remarks>A person's later vote counts wherever it was; what the viewer may not see of it is not told.</remarks>
    static ILookup<int, LaterVote> Later(AnalyticsDb db, ReferenceData reference, Round round, List<CaseAt> cases)
    {
        var rounds = reference.Rounds.Where(round.IsBefore).Select(r => r.Id).ToList();
        return cases.Select(c => c.PersonId).Distinct().Chunk(AtOnce).SelectMany(some => db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking()
            .Where(r => some.Contains(r.PersonId) && rounds.Contains(r.RoundId))
            .Select(r => new { r.Id, r.PersonId, r.RoundId, r.UnitId, r.PositionId, r.Exempt, r.Low, r.Collected, r.Delegates }).ToList())
            .ToLookup(r => r.PersonId, r => new LaterVote(r.Id, reference.Round(r.RoundId)!, r.UnitId, r.PositionId, r.Exempt, r.Low,
                reference.RegimeOf(reference.Round(r.RoundId)!).Base == BallotBase.Delegates ? r.Delegates : r.Collected));
    }

    /// <summary>A case as far as its next vote is looked for.</summary>
    internal sealed record CaseAt(int Id, int PersonId, int UnitId, int PositionId, int ResultId);

    sealed record LaterVote(int Id, Round Round, int Unit, int Position, string? Exempt, int? Low, int? Ballots)
    {
        public bool Counts => Exempt is null && Low is not null && Ballots is > 0;
    }

    sealed class Pass(AnalyticsDb db, ReferenceData reference, Round round, IReadOnlyList<Round> rounds, Dictionary<int, (int Low, int Base)> figures,
        Dictionary<(int Person, int Position), VotePair> again, ILookup<int, LaterVote> later)
    {
        readonly OfficialJudge judge = new(reference, round, db.RoundParameters.AsNoTracking().Where(p => p.RoundId == round.Id).ToList());
        readonly HashSet<int> comparable = rounds.Select(r => r.Id).ToHashSet();

        public NextVote Of(CaseAt at)
        {
            if (again.TryGetValue((at.PersonId, at.PositionId), out var twice))
                return Voted(at, new(twice.Result, rounds[0], twice.Unit, twice.Position, null, twice.Counts.Low, twice.Counts.Base), Told);
            var votes = later[at.PersonId].ToList();
            var next = votes.Where(v => v.Counts && comparable.Contains(v.Round.Id)).GroupBy(v => v.Round.Id).Select(g => g.ToList()).OrderBy(g => g[0].Round.HeldFrom).ThenBy(g => g[0].Round.Code, StringComparer.Ordinal).FirstOrDefault();
            if (next is not null) return Voted(at, next.OrderByDescending(v => v.Position == at.PositionId).ThenByDescending(v => v.Ballots).ThenBy(v => v.Id).First(), Told);
            if (rounds.Count == 0) return Told(HasOtherKind(at) ? NextVoteState.OtherKind : NextVoteState.NotHeld, null);
            var there = votes.Where(v => v.Round.Id == rounds[0].Id).OrderByDescending(v => v.Position == at.PositionId).ThenBy(v => v.Id).FirstOrDefault();
            if (there is null) return Told(NextVoteState.Left, rounds[0]);
            if (!db.Scope.Holds(there.Unit)) return Told(NextVoteState.Elsewhere, rounds[0]);
            return there.Exempt is { } why ? Told(NextVoteState.NotDue, rounds[0], why) : Told(NextVoteState.NoBase, rounds[0]);

            NextVote Told(NextVoteState state, Round? where, string reason = "") => new(at.Id, at.PersonId, at.UnitId, at.PositionId, at.ResultId, state, where, reason);
        }

        NextVote Voted(CaseAt at, LaterVote next, Func<NextVoteState, Round?, string, NextVote> told)
        {
            if (!db.Scope.Holds(next.Unit)) return told(NextVoteState.Elsewhere, next.Round, "");
            if (!figures.TryGetValue(at.ResultId, out var was)) return told(NextVoteState.NoFigure, next.Round, "") with { NextResultId = next.Id };
            var samePost = next.Position == at.PositionId;
            var set = samePost ? judge.SetOf(reference.Position(at.PositionId)!) : null;
            return told(samePost ? NextVoteState.Voted : NextVoteState.OtherPost, next.Round, "") with
            {
                NextResultId = next.Id,
                Counts = new(was.Low, was.Base, next.Low!.Value, next.Ballots!.Value),
                Expected = set?.Shrunken(was.Low, was.Base),
                Common = set?.P0,
            };
        }

        /// <summary>A vote of another kind tells more than that somebody is no longer known.</summary>
        public NextVote Explained(NextVote vote, (NextVoteState State, string Reason) reason) =>
            reason.State == NextVoteState.Left && later[vote.PersonId].Any(v => v.Exempt is null)
                ? vote with { State = NextVoteState.OtherKind } : vote with { State = reason.State, Reason = reason.Reason };

        bool HasOtherKind(CaseAt at) => later[at.PersonId].Any(v => v.Exempt is null);
    }
}
