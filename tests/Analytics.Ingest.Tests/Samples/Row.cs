using System.Globalization;

namespace Analytics.Ingest.Tests.Samples;

static class Row
{
    public static int Int(this Dictionary<string, string> row, string column) =>
        int.Parse(row[column], CultureInfo.InvariantCulture);

    public static bool ThreeOptions(this Dictionary<string, string> row) => row.ContainsKey("low");

    public static int Low(this Dictionary<string, string> row) => row.Int(row.ThreeOptions() ? "low" : "no_confidence");

    public static int Favourable(this Dictionary<string, string> row) =>
        row.Int("confidence") + (row.ThreeOptions() ? row.Int("high") : 0);

    /// <summary>Three options: over half low. Two options: confidence not over half.</summary>
    public static bool AtThreshold(this Dictionary<string, string> row) =>
        row.ThreeOptions() ? 2 * row.Low() > row.Int("collected") : 2 * row.Favourable() <= row.Int("collected");

    /// <summary>Share of low ballots of these officials together, in percent.</summary>
    public static double LowPercent(this IReadOnlyCollection<Dictionary<string, string>> rows) =>
        100.0 * rows.Sum(row => row.Low()) / rows.Sum(row => row.Int("collected"));

    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
