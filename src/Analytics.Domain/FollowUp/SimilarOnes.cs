using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.FollowUp;

/// <summary>Those beside somebody with a case: same round, same post, no case after it, a like low share then, voted on again in the same round. Figures only.</summary>
/// <param name="Post">Everybody of the post who may be set beside a case; <paramref name="Members"/> are places in it.</param>
public sealed record SimilarOnes(IReadOnlyList<VotePair> Post, IReadOnlyList<int> Members)
{
    public int Count => Members.Count;

    /// <summary>Means of their low shares in both votes and of the change, as shares.</summary>
    public double Before => Members.Average(m => Post[m].Counts.ShareBefore);
    public double After => Members.Average(m => Post[m].Counts.Share);
    public double Change => Members.Average(m => Post[m].Counts.Difference);

    public IReadOnlyList<(int Id, double Change)> Changes => [.. Members.Select(m => (Post[m].Result, Post[m].Counts.Difference))];

    /// <summary>Everybody with a case after a round, whatever the viewer's scope: nobody of them stands beside another.</summary>
    public static IReadOnlySet<int> WithCase(AnalyticsDb db, Round round) =>
        db.Cases.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(c => c.RoundId == round.Id).Select(c => c.PersonId).ToHashSet();

    /// <summary>The votes with similar ones beside those that went on in the post.</summary>
    /// <param name="twice">Everybody voted on in both, by the id of the next round.</param>
    public static IReadOnlyList<NextVote> Beside(IReadOnlyList<NextVote> votes, IReadOnlySet<int> withCase, IReadOnlyDictionary<int, IReadOnlyList<VotePair>> twice)
    {
        var posts = votes.Where(v => v.State == NextVoteState.Voted).Select(v => (Round: v.Next!.Id, v.PositionId)).Distinct()
            .ToDictionary(p => p, p => new PostGroup([.. twice[p.Round].Where(v => v.Position == p.PositionId && !withCase.Contains(v.Person))]));
        return [.. votes.Select(v => v is { State: NextVoteState.Voted, Next: { } next, Counts: { } counts } && posts.TryGetValue((next.Id, v.PositionId), out var post)
            ? v with { Similar = post.Beside(counts) } : v)];
    }

    sealed class PostGroup(IReadOnlyList<VotePair> post)
    {
        readonly SimilarShares shares = new([.. post.Select(p => p.Counts)]);
        readonly Dictionary<(int Low, int Base), SimilarOnes?> known = [];

        /// <summary>The same for everybody with the same counts.</summary>
        public SimilarOnes? Beside(PairedCounts counts)
        {
            if (known.TryGetValue((counts.LowBefore, counts.BaseBefore), out var similar)) return similar;
            var members = shares.Of(counts.LowBefore, counts.BaseBefore);
            return known[(counts.LowBefore, counts.BaseBefore)] = members.Count == 0 ? null : new SimilarOnes(post, members);
        }
    }
}
