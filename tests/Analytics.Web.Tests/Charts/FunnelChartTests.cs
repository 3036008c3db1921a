using Analytics.Web.Charts;
using ScottPlot.Plottables;

namespace Analytics.Web.Tests.Charts;

public class FunnelChartTests
{
    static readonly ChartSize Size = new(900, 500);

    static readonly FunnelChartData Data = SamplesOfComparisons.Funnel() with
    {
        Points =
        [
            new("Trong", 2500, 0.045, FunnelMark.Inside), new("Gần", 2500, 0.055, FunnelMark.Outside95), new("Xa", 4000, 0.06, FunnelMark.Outside998),
            new("Nhỏ", 200, 0.15, FunnelMark.TooFew),
        ],
    };

    [Fact]
    public void Every_area_lies_at_its_ballots_and_share() =>
        Assert.Equal([(2500, 0.045), (2500, 0.055), (4000, 0.06), (200, 0.15)], DotsChartTests.Points(FunnelChart.Build(Data, Size)).Select(p => (p.X, p.Y)).Where(p => Data.Points.Any(d => d.Ballots == p.X)));

    [Fact]
    public void Only_what_lies_outside_is_named_and_never_a_group_of_few_units()
    {
        var words = DotsChartTests.Words(FunnelChart.Build(Data, Size));
        Assert.Contains("Gần", words);
        Assert.Contains("Xa", words);
        Assert.DoesNotContain("Trong", words);
        Assert.DoesNotContain("Nhỏ", words);
    }

    [Fact]
    public void The_limits_narrow_with_the_root_of_the_ballots()
    {
        // By hand: 1.959964 × 1.5 × √(0.04 × 0.96 / 4160) = 0.008932 either side of 4 %; 4160 is the right edge of the picture.
        var dashed = FunnelChart.Build(Data, Size).GetPlottables<DashedLine>().ToList();
        Assert.Equal(2, dashed.Count);
        Assert.Equal((4160, 0.048932), (dashed[0].End.X, Math.Round(dashed[0].End.Y, 6)));
        Assert.Equal((4160, 0.031068), (dashed[1].End.X, Math.Round(dashed[1].End.Y, 6)));
    }

    [Fact]
    public void Places_outside_differ_by_shape() =>
        Assert.Equal(4, FunnelChart.Build(Data, Size).GetPlottables<Scatter>().Where(s => s.LineWidth == 0 || s.MarkerSize > 0).Select(s => (s.MarkerShape, s.MarkerStyle.FillColor)).Distinct().Count());
}
