using Analytics.Ingest.Samples;

namespace Analytics.Ingest.Tests.Samples;

public class NationalSampleTests
{
    sealed class National(long rows) : SampleFolder(SampleScale.National, seed: 5, rows);

    [Theory]
    [InlineData(1)]
    [InlineData(83)]
    [InlineData(60_000)]
    public void It_has_exactly_the_rows_asked_for(int rows)
    {
        using var sample = new National(rows);
        Assert.Equal(rows + 1, File.ReadLines(Path.Combine(sample.Folder, "results.csv")).Count());
    }

    [Fact]
    public void It_spans_twenty_rounds_of_one_rule_and_seven_hundred_districts()
    {
        using var sample = new National(60_000);
        var rounds = sample.Rows("rounds.csv");
        Assert.Equal(20, rounds.Count);
        Assert.All(rounds, round => Assert.Equal("VFF-2007", round["regime"]));
        Assert.All(rounds, round => Assert.InRange(round["held_from"], "2007-07-01", "2023-06-30"));
        Assert.All(rounds, round => Assert.Equal("yes", round["sample"]));
        Assert.Equal(700, sample.Rows("units.csv").Count(unit => unit["level"] == "district"));
    }

    [Fact]
    public void Its_rows_come_by_round_then_unit_and_their_counts_agree()
    {
        using var sample = new National(60_000);
        var rows = sample.Rows("results.csv");
        var units = sample.Rows("units.csv").Where(unit => unit["level"] == "commune").Select(unit => unit["code"]).ToHashSet();
        Assert.Equal(rows.OrderBy(row => row["round"], StringComparer.Ordinal).ThenBy(row => row["unit"], StringComparer.Ordinal), rows);
        Assert.All(rows, row =>
        {
            Assert.Contains(row["unit"], units);
            Assert.StartsWith(row["round"][2..], row["held_on"], StringComparison.Ordinal);
            Assert.InRange(row.Int("collected"), row.Int("valid"), row.Int("issued"));
            Assert.Equal(row.Int("valid"), row.Int("confidence") + row.Int("no_confidence"));
            Assert.Equal(row.Int("collected"), row.Int("valid") + row.Int("invalid"));
        });
        Assert.Equal(60_000, rows.DistinctBy(row => (row["round"], row["official_code"])).Count());
    }
}
