using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>One official under the rule of the round and under another.</summary>
/// <param name="OtherCovers">Whether the other rule puts the post to the vote at all.</param>
public sealed record ComparedStanding(OfficialRow Now, StandingResult Other, bool OtherCovers)
{
    /// <summary>Whether the official stands at another line, at one where there was none, or at none where there was one.</summary>
    public bool Differs => !OtherCovers || !Now.Standing.IsSame(Other);
}

/// <summary>What another rule would say of a round, worked out beside what is stored and kept nowhere.</summary>
public static class StandingComparison
{
    /// <param name="other">Of the same options as the round's own rule.</param>
    /// <returns>Every official of the round in the scope of <paramref name="db"/>, in file order.</returns>
    /// <exception cref="ArgumentException">The other rule is of a ballot with other options: its counts are not those of the round.</exception>
    public static IReadOnlyList<ComparedStanding> Of(AnalyticsDb db, ReferenceData reference, Round round, Regime other)
    {
        if (other.Options != reference.RegimeOf(round).Options) throw new ArgumentException($"{other.Id} is a rule of another ballot than {round.Code}'s.", nameof(other));
        var under = reference.Under(round, other);
        var then = OfficialQuery.OfRound(db, under, under.Round(round.Id)!).ToDictionary(r => r.Result.Id);
        return OfficialQuery.OfRound(db, reference, round)
            .Select(now => new ComparedStanding(now, then[now.Result.Id].Standing, other.Covers(now.Position.Code) && other.Covers(round.Level))).ToList();
    }
}
