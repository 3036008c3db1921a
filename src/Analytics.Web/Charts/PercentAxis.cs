using System.Globalization;

namespace Analytics.Web.Charts;

/// <summary>Round ticks from zero for shares, and how they are written.</summary>
internal static class PercentAxis
{
    static readonly double[] Steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1];

    /// <summary>The smallest round step that needs at most <paramref name="most"/> intervals from zero to <paramref name="top"/> (a share, 0–1).</summary>
    public static double Step(double top, int most) => Steps.FirstOrDefault(s => Math.Ceiling(top / s - 1e-9) <= most, 1);

    /// <summary>Zero, one step, two steps … up to <paramref name="top"/>.</summary>
    public static IReadOnlyList<double> Ticks(double top, double step) =>
        [.. Enumerable.Range(0, (int)Math.Floor(top / step + 1e-9) + 1).Select(i => Math.Round(i * step, 6))];

    /// <summary>A share as a percentage with no more digits than the step needs: <c>2%</c>, <c>0,5%</c> in Vietnamese.</summary>
    public static string Label(double share, double step, bool vietnamese)
    {
        var whole = Math.Abs(step * 100 - Math.Round(step * 100)) < 1e-9;
        return Write(share, whole ? "0" : "0.0", vietnamese);
    }

    /// <summary>A share as a percentage with one digit: <c>71,2%</c> in Vietnamese.</summary>
    public static string Value(double share, bool vietnamese) => Write(share, "0.0", vietnamese);

    /// <summary>A share with its interval: <c>4,0% (3,4–4,6)</c> in Vietnamese; without one the share alone.</summary>
    public static string Value(double share, double? lower, double? upper, bool vietnamese) => lower is { } from && upper is { } to
        ? $"{Value(share, vietnamese)} ({Value(from, vietnamese)[..^1]}–{Value(to, vietnamese)[..^1]})"
        : Value(share, vietnamese);

    static string Write(double share, string format, bool vietnamese)
    {
        var text = (share * 100).ToString(format, CultureInfo.InvariantCulture);
        return (vietnamese ? text.Replace('.', ',') : text) + "%";
    }
}
