using System.Globalization;

namespace Analytics.Domain.Tests.Statistics;

/// <summary>Equality of numbers up to rounding.</summary>
static class Near
{
    /// <summary>Fails unless the numbers agree to <paramref name="relative"/> of the expected one.</summary>
    public static void Relative(double expected, double actual, double relative = 1e-13) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected), Message(expected, actual));

    /// <summary>The agreement asked for with R: |a − b| ≤ 1e-9 · max(1, |a|); returns the difference.</summary>
    public static double Agreed(double? expected, double? actual, string what)
    {
        Assert.True(expected is null == actual is null, $"{what}: {Message(expected, actual)}");
        if (expected is not { } e || actual is not { } a) return 0;
        double difference = Math.Abs(e - a);
        Assert.True(difference <= 1e-9 * Math.Max(1, Math.Abs(e)), $"{what}: {Message(e, a)}");
        return difference;
    }

    static string Message(double? expected, double? actual) =>
        string.Create(CultureInfo.InvariantCulture, $"expected {expected:R}, was {actual:R}");
}
