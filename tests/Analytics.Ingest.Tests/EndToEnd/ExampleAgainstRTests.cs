using System.Globalization;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>From files to printed rows: every cell of R's expected files (base R and its package survey) is met.</summary>
public sealed class ExampleAgainstRTests : IDisposable
{
    readonly CommandRun command = new();

    public void Dispose() => command.Dispose();

    string Load(string example)
    {
        var folder = SharedData.Require(example);
        var run = command.Run(["import", .. new[] { "results", "rounds", "positions", "units" }.Select(n => Path.Combine(folder, n + ".csv"))]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return folder;
    }

    [Theory]
    [InlineData("example")]
    [InlineData("example-mixed")]
    public void Trends_equal_R(string example)
    {
        var folder = Load(example);
        var printed = new[] { "city", "district", "position", "district-position" }
            .SelectMany(by => CsvRows.ReadText(command.Run("trends", "--by", by, "--format", "csv").Output)).ToList();
        Compare(CsvRows.ReadFile(Path.Combine(folder, "expected-trends.csv")), printed, r => (r["by"], r["key"], r["position"], r["round"]));
    }

    [Theory]
    [InlineData("example")]
    [InlineData("example-mixed")]
    public void Officials_equal_R_in_file_order_within_a_round(string example)
    {
        var folder = Load(example);
        var expected = CsvRows.ReadFile(Path.Combine(folder, "expected-officials.csv"));
        foreach (var round in expected.GroupBy(r => r["round"]))
        {
            var printed = CsvRows.ReadText(command.Run("officials", "--round", round.Key, "--format", "csv").Output);
            Assert.Equal(round.Select(r => (r["official"], r["unit"], r["position"])), printed.Select(r => (r["official"], r["unit"], r["position"])));
            Compare([.. round], printed, r => (r["official"], r["unit"], r["position"]));
        }
    }

    static void Compare<TKey>(List<Dictionary<string, string>> expected, List<Dictionary<string, string>> printed, Func<Dictionary<string, string>, TKey> key) where TKey : notnull
    {
        Assert.Equal(expected.Count, printed.Count);
        var found = printed.ToDictionary(key);
        var differences = new List<string>();
        foreach (var row in expected)
            foreach (var (column, value) in row)
                if (!Same(value, found[key(row)][column])) differences.Add($"{key(row)} {column}: R {value}, printed {found[key(row)][column]}");
        Assert.True(differences.Count == 0, string.Join("\n", differences.Take(20)));
    }

    static bool Same(string expected, string printed)
    {
        if (expected == printed) return true;
        return double.TryParse(expected, CultureInfo.InvariantCulture, out var a) && double.TryParse(printed, CultureInfo.InvariantCulture, out var b)
            && Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
    }
}
