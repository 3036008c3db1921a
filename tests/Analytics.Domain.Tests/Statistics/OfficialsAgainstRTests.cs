using System.Globalization;
using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class OfficialsAgainstRTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("example")]
    [InlineData("example-mixed")]
    public void Every_official_has_the_interval_funnel_and_shrunken_share_R_gives(string folder)
    {
        var data = new ExampleData(SharedData.Require(folder));
        var expected = data.Officials.ToDictionary(row => (row["round"], row["unit"], row["position"], row["official"]));
        double worst = 0;
        int overdispersed = 0;
        foreach (var round in data.Results.GroupBy(result => result.Round))
        {
            var all = Compared(round);
            foreach (var position in round.GroupBy(result => result.Position))
            {
                var own = Compared(position);
                var set = own?.Officials >= ComparisonSet.MinimumForPosition ? own : all;
                if (set is { Overdispersed: true }) overdispersed++;
                foreach (var result in position)
                {
                    Assert.True(expected.Remove((result.Round, result.Unit, result.Position, result.Official), out var row));
                    worst = Math.Max(worst, Compare(row, result, set));
                }
            }
        }
        Assert.Empty(expected);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{data.Results.Count} officials, {overdispersed} sets with overdispersion, largest difference {worst:E1}"));
    }

    static ComparisonSet? Compared(IEnumerable<ExampleResult> results) =>
        ComparisonSet.Of(results.Select(result => (result.Low, result.Base ?? 0)).ToList());

    static double Compare(Dictionary<string, string> expected, ExampleResult result, ComparisonSet? set)
    {
        string what = $"{result.Round} {result.Unit} {result.Position}";
        var wilson = result.Base is { } ballots ? Wilson.Of(result.Low, ballots) : (Interval?)null;
        string funnel = result.Base is { } n ? set!.State(result.Low, n).ToString().ToLowerInvariant() : "";
        Assert.Equal(expected["funnel"], funnel);
        (string Column, double? Value)[] values =
        [
            ("base", result.Base),
            ("low_lower", wilson?.Lower), ("low_upper", wilson?.Upper),
            ("funnel_p", result.Base is { } b ? set!.FunnelP(result.Low, b) : null),
            ("shrunken_low", result.Base is { } m ? set!.Shrunken(result.Low, m) : null),
        ];
        return values.Max(value => Near.Agreed(
            expected[value.Column] == "" ? null : double.Parse(expected[value.Column], CultureInfo.InvariantCulture),
            value.Value, $"{what} {value.Column}"));
    }
}
