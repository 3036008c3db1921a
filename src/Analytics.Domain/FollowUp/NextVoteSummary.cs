using Analytics.Domain.Statistics;

namespace Analytics.Domain.FollowUp;

/// <summary>Mean low shares of some people, 0–1.</summary>
public readonly record struct MeanShares(double Before, double After);

/// <summary>What the next votes of all with a case say together, and those of similar ones beside them.</summary>
/// <param name="Voted">How many were voted on again in the same post; <paramref name="Alone"/> of them have nobody similar.</param>
/// <param name="All">Means of those voted on again in the same post; null where nobody was.</param>
/// <param name="Expected">What was to be expected of them with nothing changed; <paramref name="Common"/> the common share of their posts, 0–1; means.</param>
/// <param name="Paired">Means of those with similar ones; <paramref name="Similar"/> those of the similar ones.</param>
/// <param name="Matched">Null with fewer than <see cref="MatchedDifference.Fewest"/> pairs.</param>
public sealed record NextVoteSummary(int People, int Voted, int Alone, MeanShares? All, double? Expected, double? Common, MeanShares? Paired, MeanShares? Similar, MatchedDifference? Matched)
{
    public int Pairs => Voted - Alone;

    public static NextVoteSummary Of(IReadOnlyCollection<NextVote> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var again = votes.Where(v => v.State == NextVoteState.Voted).ToList();
        var pairs = again.FindAll(v => v.Similar is not null);
        return new(votes.Count, again.Count, again.Count - pairs.Count, Mean(again), again.Average(v => v.Expected), again.Average(v => v.Common), Mean(pairs),
            pairs.Count == 0 ? null : new(pairs.Average(v => v.Similar!.Before), pairs.Average(v => v.Similar!.After)),
            MatchedDifference.Of(pairs.ConvertAll(v => new MatchedPair(v.Counts!.Value.Difference, v.Similar!.Changes))));
    }

    static MeanShares? Mean(List<NextVote> votes) => votes.Count == 0 ? null : new(votes.Average(v => v.Counts!.Value.ShareBefore), votes.Average(v => v.Counts!.Value.Share));
}
