namespace Analytics.Domain.Statistics;

/// <summary>
/// The difference of two shares estimated on different units, from the interval of each: the method of variance estimates
/// recovery (MOVER). It needs no sums over units, keeps each interval's own lopsidedness, and lies within −1 … 1.
/// </summary>
/// <remarks>
/// Only for groups without a unit in common: two areas, not two rounds of one area. Reference: Zou, Donner, Statistics in
/// Medicine 27 (2008) 1693–1702; for two shares with Wilson intervals it is Newcombe's method 10 (1998).
/// </remarks>
public static class IndependentDifference
{
    /// <param name="first">Share, 0–1, inside <paramref name="firstInterval"/>.</param>
    /// <param name="second">Share, 0–1, inside <paramref name="secondInterval"/>; subtracted from the first.</param>
    public static Interval Of(double first, Interval firstInterval, double second, Interval secondInterval)
    {
        var difference = first - second;
        return new(
            difference - double.Hypot(first - firstInterval.Lower, secondInterval.Upper - second),
            difference + double.Hypot(firstInterval.Upper - first, second - secondInterval.Lower));
    }
}
