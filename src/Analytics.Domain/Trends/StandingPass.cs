using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>
/// Standings of many results at once. A rule that asks for two rounds running looks up the same person's previous round
/// under the regime in the post, so results must all be given before the first is judged.
/// </summary>
sealed class StandingPass
{
    readonly ReferenceData reference;
    readonly Dictionary<(int Person, int Position, string Regime), List<(Round Round, Counts Counts)>> earlier = [];
    readonly Dictionary<int, (Round Round, Regime Regime, bool Consecutive)> rounds;
    /// <summary>Asked for row by row, and the row before was mostly of the same round.</summary>
    (int Id, (Round Round, Regime Regime, bool Consecutive) Of) latest;

    public StandingPass(ReferenceData reference)
    {
        this.reference = reference;
        rounds = reference.Rounds.ToDictionary(r => r.Id, r =>
        {
            var regime = reference.RegimeOf(r);
            return (r, regime, regime.Thresholds.Any(t => t.Consecutive));
        });
    }

    /// <param name="ofRounds">Gives the results of some rounds, for rules that ask for two rounds running.</param>
    public static StandingPass With(ReferenceData reference, Func<IReadOnlyList<int>, IEnumerable<ResultSums>> ofRounds)
    {
        var pass = new StandingPass(reference);
        if (pass.RoundsThatLookBack is { Count: > 0 } rounds)
            foreach (var r in ofRounds(rounds))
                if (!r.Exempt) pass.Remember(r.RoundId, r.PersonId, r.PositionId, r.Counts);
        return pass;
    }

    /// <summary>Ids of the rounds whose rule asks for two rounds running.</summary>
    public IReadOnlyList<int> RoundsThatLookBack => rounds.Where(r => r.Value.Consecutive).Select(r => r.Key).ToList();

    /// <summary>Remembers a result that a later round's rule may ask for.</summary>
    public void Remember(int roundId, int personId, int positionId, Counts counts)
    {
        var (round, regime, consecutive) = rounds[roundId];
        if (!consecutive) return;
        var key = (personId, positionId, regime.Id);
        if (!earlier.TryGetValue(key, out var list)) earlier[key] = list = [];
        list.Add((round, counts));
    }

    public StandingResult Of(int roundId, int personId, int positionId, bool exempt, Counts counts)
    {
        if (latest.Id != roundId) latest = (roundId, rounds[roundId]);
        var (round, regime, consecutive) = latest.Of;
        return Standing.Of(regime, counts, exempt, consecutive ? Previous(round, regime, personId, positionId) : null);
    }

    Counts? Previous(Round round, Regime regime, int personId, int positionId)
    {
        if (!earlier.TryGetValue((personId, positionId, regime.Id), out var list)) return null;
        (Round Round, Counts Counts)? latest = null;
        foreach (var candidate in list)
            if (candidate.Round.IsBefore(round) && (latest is null || latest.Value.Round.IsBefore(candidate.Round)))
                latest = candidate;
        return latest?.Counts;
    }
}
