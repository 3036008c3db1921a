namespace Analytics.Domain.Statistics;

/// <summary>The score interval of a single proportion.</summary>
/// <remarks>
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212. It stays
/// inside 0–1 and has a width even where nobody or everybody voted low, which the textbook interval does not.
/// </remarks>
public static class Wilson
{
    /// <summary>The 0.975 quantile of the standard normal distribution.</summary>
    internal const double Z = 1.959963984540054;

    /// <summary>The 95 % interval of <paramref name="count"/> ballots of <paramref name="total"/>, without continuity correction.</summary>
    /// <param name="count">Ballots of the kind counted, 0 to <paramref name="total"/>.</param>
    /// <param name="total">The base: all ballots, or all delegates. More than 0.</param>
    /// <returns>Two shares, 0–1. The lower is exactly 0 for no ballot, the upper exactly 1 for all of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no base, or the count does not fit into it.</exception>
    public static Interval Of(long count, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);

        double share = (double)count / total;
        double centre = count + Z * Z / 2;
        double halfWidth = Z * Math.Sqrt(count * (1 - share) + Z * Z / 4);
        double scale = total + Z * Z;
        return new Interval(
            count == 0 ? 0 : Math.Clamp((centre - halfWidth) / scale, 0, 1),
            count == total ? 1 : Math.Clamp((centre + halfWidth) / scale, 0, 1));
    }
}
