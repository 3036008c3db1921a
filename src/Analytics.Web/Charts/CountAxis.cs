using System.Globalization;

namespace Analytics.Web.Charts;

/// <summary>Round ticks from zero for counts, and how they are written.</summary>
internal static class CountAxis
{
    /// <summary>The smallest of 1, 2, 5, 10, 20 … that needs at most <paramref name="most"/> intervals up to <paramref name="top"/>.</summary>
    public static double Step(double top, int most)
    {
        for (double ten = 1; ; ten *= 10)
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
                if (Math.Ceiling(top / (digit * ten) - 1e-9) <= most) return digit * ten;
    }

    /// <summary><c>2.000</c> in Vietnamese, <c>2,000</c> in English.</summary>
    public static string Label(double count, bool vietnamese)
    {
        var text = count.ToString("N0", CultureInfo.InvariantCulture);
        return vietnamese ? text.Replace(',', '.') : text;
    }
}
