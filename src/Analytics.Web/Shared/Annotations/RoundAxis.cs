using Analytics.Domain.Rounds;

namespace Analytics.Web.Shared.Annotations;

/// <summary>
/// Where days lie on an axis on which each round stands at the year it is named by. Between two rounds days are spread evenly, so that what
/// happened before a round never lies behind it.
/// </summary>
/// <param name="rounds">In order of time; at least one.</param>
sealed class RoundAxis(IReadOnlyList<Round> rounds)
{
    /// <summary>Where a round stands.</summary>
    public static double Of(Round round) => round.HeldFrom.Year;

    /// <summary>Null before the first round, where there is no axis; after the last one a day lies behind it, at most half a year.</summary>
    public double? Place(DateOnly day)
    {
        if (day < rounds[0].HeldFrom) return null;
        for (var i = 1; i < rounds.Count; i++)
        {
            var (before, after) = (rounds[i - 1], rounds[i]);
            if (day > after.HeldFrom) continue;
            var part = (double)(day.DayNumber - before.HeldFrom.DayNumber) / Math.Max(1, after.HeldFrom.DayNumber - before.HeldFrom.DayNumber);
            return Of(before) + part * (Of(after) - Of(before));
        }
        return Of(rounds[^1]) + Math.Min(0.5, (day.DayNumber - rounds[^1].HeldFrom.DayNumber) / 365.25);
    }
}
