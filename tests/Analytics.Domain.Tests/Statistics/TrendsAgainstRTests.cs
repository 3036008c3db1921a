using System.Globalization;
using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class TrendsAgainstRTests(ITestOutputHelper output)
{
    /// <summary>A group in a round as this code works it out: a trend row without what needs a regime's rule.</summary>
    sealed record Row(int Officials, int LeftOut, GroupRound? Sums, ShareEstimate? Share, ContrastEstimate? Change, ContrastEstimate? Slope, int Rounds);

    [Theory]
    [InlineData("example")]
    [InlineData("example-mixed")]
    public void Every_trend_row_is_the_one_R_gives(string folder)
    {
        var data = new ExampleData(SharedData.Require(folder));
        double worst = 0;
        foreach (var family in data.Trends.GroupBy(row => (By: row["by"], Round: row["round"])))
        {
            var expected = family.ToList();
            var actual = expected.ConvertAll(row => Work(data, row["by"], row["key"], row["position"], row["round"]));
            var q = FalseDiscovery.BenjaminiHochberg(actual.ConvertAll(row => row.Slope?.P));
            for (int i = 0; i < expected.Count; i++)
                worst = Math.Max(worst, Compare(expected[i], actual[i], q[i]));
        }
        Assert.NotEmpty(data.Trends);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{data.Trends.Count} rows, largest difference {worst:E1}"));
    }

    static Row Work(ExampleData data, string by, string key, string position, string round)
    {
        var current = data.Rounds.Single(r => r.Code == round);
        var group = data.Results.Where(result =>
            (position == "" || result.Position == position)
            && (by is "position" || data.Ancestor(result.Unit, by is "city" ? "province" : "district") == key)).ToList();
        var own = group.Where(result => result.Round == round).ToList();
        int officials = own.Count(result => result.Base is not null);

        var comparable = data.Rounds.TakeWhile(r => r != current).Append(current)
            .Where(r => r.Family == current.Family)
            .Select(r => Sums(r, group)).OfType<GroupRound>().ToList();
        if (officials == 0) return new Row(0, own.Count, null, null, null, null, 0);
        return new Row(officials, own.Count - officials, comparable[^1], Contrast.Share(comparable[^1]),
            comparable.Count > 1 ? Contrast.Change(comparable[^1], comparable[^2]) : null,
            Contrast.Slope(comparable), comparable.Count);
    }

    static GroupRound? Sums(ExampleRound round, List<ExampleResult> group)
    {
        var units = group.Where(result => result.Round == round.Code && result.Base is not null)
            .GroupBy(result => int.Parse(result.Unit[1..], CultureInfo.InvariantCulture))
            .OrderBy(unit => unit.Key)
            .Select(unit => new UnitSum(unit.Key, unit.Sum(result => result.Low), unit.Sum(result => result.Base!.Value))).ToArray();
        return units.Length == 0 ? null : new GroupRound(round.Years, units);
    }

    static double Compare(Dictionary<string, string> expected, Row actual, double? q)
    {
        string what = $"{expected["by"]} {expected["key"]} {expected["position"]} {expected["round"]}";
        (string Column, double? Value)[] values =
        [
            ("officials", actual.Officials), ("left_out", actual.LeftOut), ("rounds", actual.Rounds),
            ("units", actual.Sums?.Units.Length ?? 0), ("base", actual.Sums?.Base ?? 0), ("low", actual.Sums?.Low ?? 0),
            ("low_share", actual.Share?.Share), ("low_lower", actual.Share?.Interval.Lower), ("low_upper", actual.Share?.Interval.Upper),
            ("change", actual.Change?.Value), ("change_p", actual.Change?.P),
            ("change_lower", actual.Change?.Interval?.Lower), ("change_upper", actual.Change?.Interval?.Upper),
            ("slope", actual.Slope?.Value), ("slope_p", actual.Slope?.P), ("slope_q", q),
            ("slope_lower", actual.Slope?.Interval?.Lower), ("slope_upper", actual.Slope?.Interval?.Upper),
        ];
        Assert.Equal(expected["direction"], Directions.Of(actual.Rounds, actual.Slope?.Value, q).Code());
        return values.Max(value => Near.Agreed(Number(expected[value.Column]), value.Value, $"{what} {value.Column}"));
    }

    static double? Number(string text) => text == "" ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
