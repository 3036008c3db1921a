namespace Analytics.Domain.Statistics;

/// <summary>The low share of a group in a round with its 95 % interval, both 0–1.</summary>
public readonly record struct ShareEstimate(double Share, Interval Interval);

/// <summary>A change (difference of shares) or a slope (difference of shares per year) of a group.</summary>
/// <param name="Value">Above 0 where the low share rises, which is the worse direction.</param>
/// <param name="Interval">95 %, null where a single unit, or no variation between units, gives none.</param>
/// <param name="P">Two-sided p of "nothing changed", 0–1, null where there is no interval.</param>
public readonly record struct ContrastEstimate(double Value, Interval? Interval, double? P);

/// <summary>Share, change and slope of a group's low share: three linear contrasts θ = Σ c_r p_r over rounds, one formula.</summary>
/// <remarks>
/// p_r is a ratio of sums over units, and its error is that of the ratio estimator with the unit as the cluster: W. G.
/// Cochran, Sampling Techniques, 3rd ed. (1977), chapters 6 and 9; the same as <c>svyratio</c> and <c>svycontrast</c> of
/// R's <c>survey</c>. The rounds given must be comparable: one family of regimes, one level. That is the caller's to see to.
/// </remarks>
public static class Contrast
{
    /// <summary>The share of a round; where units tell nothing about its spread, the interval is that of <see cref="Wilson"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no spread and the group has more low ballots than its base.</exception>
    public static ShareEstimate Share(GroupRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        double share = round.Share;
        var spread = UnitSpread.Of([round], [1]);
        if (spread.HalfWidth is not { } half)
            return new ShareEstimate(share, Wilson.Of(round.Low, round.Base));
        return new ShareEstimate(share, new Interval(Math.Clamp(share - half, 0, 1), Math.Clamp(share + half, 0, 1)));
    }

    /// <summary>The difference of shares from the group's previous comparable round to the current one, −1 to 1.</summary>
    public static ContrastEstimate Change(GroupRound current, GroupRound previous)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(previous);
        return UnitSpread.Of([current, previous], [1, -1]).Around(current.Share - previous.Share);
    }

    /// <summary>
    /// The slope of the share over rounds, in shares per year: least squares over the years with the bases as weights.
    /// </summary>
    /// <param name="rounds">The group's comparable rounds with a base up to the one in question, in any order.</param>
    /// <returns>Null with fewer than two rounds, or where all were held on the same day.</returns>
    public static ContrastEstimate? Slope(IReadOnlyList<GroupRound> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        if (rounds.Count < 2) return null;
        var series = new SlopeSeries();
        foreach (var round in rounds.SkipLast(1)) series.Add(round);
        return series.SlopeWith(rounds[^1]);
    }
}
