using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>
/// Low twice: the same person at a line of the rule in a round and in their vote before it of the same family and level, whatever posts they held.
/// Several posts in one round are one vote of one person.
/// </summary>
public static class LowTwice
{
    const int AtOnce = 5_000;

    /// <summary>By person the earlier round in which they were at a line as well.</summary>
    /// <remarks>A person's earlier vote counts wherever it was, so the viewer's scope does not change what is true of them.</remarks>
    /// <param name="persons">Persons at a line in <paramref name="round"/>.</param>
    public static IReadOnlyDictionary<int, Round> Of(AnalyticsDb db, ReferenceData reference, Round round, IReadOnlyCollection<int> persons)
    {
        var earlier = reference.Rounds.Where(r => r.Id != round.Id && reference.AreComparable(r, round) && r.IsBefore(round)).ToList();
        if (earlier.Count == 0 || persons.Count == 0) return new Dictionary<int, Round>();
        var order = earlier.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i);
        var found = new Dictionary<int, Round>();
        foreach (var some in persons.Distinct().Chunk(AtOnce))
        {
            var votes = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking()
                .Where(r => some.Contains(r.PersonId) && order.Keys.Contains(r.RoundId) && r.Exempt == null)
                .Select(r => new
                {
                    r.PersonId,
                    r.RoundId,
                    Marked = db.ThresholdMarks.Any(m => m.ResultId == r.Id),
                    r.Collected,
                    r.Delegates,
                }).ToList();
            foreach (var person in votes.Where(v => HasBase(reference, v.RoundId, v.Collected, v.Delegates)).GroupBy(v => v.PersonId))
                if (person.GroupBy(v => v.RoundId).MaxBy(r => order[r.Key]) is { } last && last.Any(v => v.Marked)) found[person.Key] = reference.Round(last.Key)!;
        }
        return found;
    }

    /// <summary>A vote that nothing can be said of comes between no two others.</summary>
    static bool HasBase(ReferenceData reference, int roundId, int? collected, int? delegates) =>
        (reference.RegimeOf(reference.Round(roundId)!).Base == BallotBase.Collected ? collected : delegates) is > 0;
}
