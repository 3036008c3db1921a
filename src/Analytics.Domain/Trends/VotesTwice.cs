using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>Somebody's votes in one post in two rounds, without a name.</summary>
/// <param name="Before">Result of the earlier vote; <paramref name="Result"/> and <paramref name="Unit"/> are those of the later one.</param>
public readonly record struct VotePair(int Before, int Result, int Person, int Unit, int Position, PairedCounts Counts);

/// <summary>Everybody voted on in the same post in two rounds; in several units at once, where the most ballots were cast.</summary>
public static class VotesTwice
{
    /// <param name="round">The earlier round, comparable with <paramref name="next"/>.</param>
    /// <returns>By post, then person.</returns>
    public static IReadOnlyList<VotePair> Of(AnalyticsDb db, ReferenceData reference, Round round, Round next)
    {
        var (before, after) = (ByPost(db, reference, round), ByPost(db, reference, next));
        return before.Where(b => after.ContainsKey(b.Key)).Select(b => (Was: b.Value, Is: after[b.Key]))
            .Select(v => new VotePair(v.Was.Result, v.Is.Result, v.Is.Person, v.Is.Unit, v.Is.Position, new(v.Was.Low, v.Was.Base, v.Is.Low, v.Is.Base)))
            .OrderBy(p => p.Position).ThenBy(p => p.Person).ToList();
    }

    static Dictionary<(int Person, int Position), PersonVote> ByPost(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var found = new Dictionary<(int, int), PersonVote>();
        foreach (var vote in PersonVotes.Of(db, reference, round))
            if (!found.TryGetValue((vote.Person, vote.Position), out var known) || (vote.Base, -vote.Result).CompareTo((known.Base, -known.Result)) > 0)
                found[(vote.Person, vote.Position)] = vote;
        return found;
    }
}
