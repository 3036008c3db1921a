namespace Analytics.Domain.Statistics;

/// <summary>Quantiles of a small set of numbers.</summary>
internal static class Quantile
{
    /// <summary>The quantile at <paramref name="at"/> (0–1), between the two nearest values in proportion.</summary>
    /// <param name="sorted">At least one number, rising.</param>
    /// <param name="at">0 for the smallest, 1 for the largest.</param>
    /// <remarks>Type 7 of R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", American Statistician 50 (1996) 361–365: R's default.</remarks>
    public static double Type7(ReadOnlySpan<double> sorted, double at)
    {
        double place = (sorted.Length - 1) * at;
        int below = (int)Math.Floor(place);
        int above = (int)Math.Ceiling(place);
        double part = place - below;
        return (1 - part) * sorted[below] + part * sorted[above];
    }

    /// <summary>The same where each number stands for several equal ones.</summary>
    /// <param name="times">How many each stands for, at least one.</param>
    public static double Type7(ReadOnlySpan<double> sorted, ReadOnlySpan<int> times, double at)
    {
        long count = 0;
        foreach (int some in times) count += some;
        double place = (count - 1) * at;
        double part = place - Math.Floor(place);
        return (1 - part) * Nth(sorted, times, (long)Math.Floor(place)) + part * Nth(sorted, times, (long)Math.Ceiling(place));
    }

    static double Nth(ReadOnlySpan<double> sorted, ReadOnlySpan<int> times, long n)
    {
        int i = 0;
        for (; n >= times[i]; i++) n -= times[i];
        return sorted[i];
    }
}
