using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Matching;

/// <summary>What people have said about persons whom the rules of identity could not tell: who is whom, and whose a row is.</summary>
sealed class KnownAnswers
{
    readonly Dictionary<int, int> sameAs = [];
    readonly ILookup<string, PersonMatch> ofRow;

    public KnownAnswers(AnalyticsDb db)
    {
        var answered = db.PersonMatches.IgnoreQueryFilters().AsNoTracking().Where(m => m.State != MatchState.Open).OrderBy(m => m.DecidedAt).ThenBy(m => m.Id).ToList();
        foreach (var m in answered.Where(m => m.State == MatchState.Same)) sameAs[m.PersonId] = m.OtherId;
        ofRow = answered.ToLookup(m => m.OfficialKey, StringComparer.Ordinal);
    }

    public bool IsEmpty => ofRow.Count == 0;

    /// <summary>The person whom <paramref name="personId"/> was said to be; themselves where nobody said anything.</summary>
    public int Of(int personId)
    {
        // A circle cannot be said: an answer goes to whom the other is by then. The bound is for a store that was meddled with.
        for (var steps = 0; steps < 100 && sameAs.TryGetValue(personId, out var other); steps++) personId = other;
        return personId;
    }

    /// <summary>
    /// The person that a row without code or birth was said to speak of when the same key came before in the post of one of
    /// <paramref name="units"/>; null where nobody said, or not all questions about it are answered.
    /// </summary>
    public int? ForRow(string officialKey, IEnumerable<int> units, int positionId)
    {
        var said = ofRow[officialKey].Where(m => m.PositionId == positionId && units.Contains(m.UnitId)).ToList();
        if (said.Count == 0) return null;
        return said.LastOrDefault(m => m.State == MatchState.Same) is { } same ? Of(same.OtherId) : Of(said[^1].PersonId);
    }
}
