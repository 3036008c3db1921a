using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>One person's vote and the one before it of the same family and level.</summary>
/// <param name="ResultId">Of the later vote.</param>
public sealed record PersonChange(int ResultId, int PersonId, int UnitId, Round Before, PairedCounts Counts);

/// <summary>The same persons in two votes that may be compared. Of several posts in one round that which was held before counts, else the one with the most ballots.</summary>
public static class PersonChanges
{
    /// <remarks>They are a yardstick: everybody's, whatever the viewer's scope.</remarks>
    public static IReadOnlyList<PersonChange> Of(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var earlier = reference.Rounds.Where(r => r.Id != round.Id && reference.AreComparable(r, round) && r.IsBefore(round)).ToList();
        if (earlier.Count == 0) return [];
        var now = PersonVotes.Of(db, reference, round).ToLookup(v => v.Person);
        var before = new Dictionary<int, List<PersonVote>>();
        // The latest round first: who was voted on there is done with.
        foreach (var vote in earlier.AsEnumerable().Reverse().SelectMany(r => PersonVotes.Of(db, reference, r)).Where(v => now.Contains(v.Person)))
        {
            if (!before.TryGetValue(vote.Person, out var votes)) before[vote.Person] = [vote];
            else if (votes[0].Round.Id == vote.Round.Id) votes.Add(vote);
        }
        return before.Select(b => Pair(now[b.Key].ToList(), b.Value)).OrderBy(c => c.ResultId).ToList();
    }

    static PersonChange Pair(List<PersonVote> now, List<PersonVote> before)
    {
        var (later, was) = now.SelectMany(n => before, (n, b) => (n, b)).OrderByDescending(p => p.n.Position == p.b.Position).ThenByDescending(p => p.n.Base).ThenByDescending(p => p.b.Base).ThenBy(p => p.n.Result).First();
        return new(later.Result, later.Person, later.Unit, was.Round, new(was.Low, was.Base, later.Low, later.Base));
    }
}
