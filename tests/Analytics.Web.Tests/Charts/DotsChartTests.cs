using Analytics.Web.Charts;
using ScottPlot;
using ScottPlot.Plottables;

namespace Analytics.Web.Tests.Charts;

public class DotsChartTests
{
    static readonly ChartSize Size = new(900, 500);

    static readonly DotsChartData Four = SamplesOfComparisons.Dots() with
    {
        Rows =
        [
            new("A", 0.04, 0.03, 0.05, DotState.Usual, "4,0%"), new("B", 0.08, 0.07, 0.09, DotState.Higher, "8,0% cao hơn"),
            new("C", null, null, null, DotState.Usual, "–"), new("D", 0.02, 0, 0.6, DotState.TooFew, "2,0% (ít đv)"), new("E", 0.01, 0.005, 0.015, DotState.Lower, "1,0% thấp hơn"),
        ],
    };

    [Fact]
    public void Every_share_stands_in_its_row_from_top_to_bottom_and_a_missing_one_is_not_zero() =>
        Assert.Equal([(0.04, 4.5), (0.08, 3.5), (0.01, 0.5), (0.02, 1.5)], Points(DotsChart.Build(Four, Size)).Select(p => (p.X, p.Y)));

    [Fact]
    public void What_differs_beyond_chance_has_another_shape_and_its_word_and_too_few_units_are_hollow()
    {
        var plot = DotsChart.Build(Four, Size);
        Assert.Equal([(MarkerShape.FilledCircle, false), (MarkerShape.FilledTriangleUp, false), (MarkerShape.FilledTriangleDown, false), (MarkerShape.FilledCircle, true)],
            plot.GetPlottables<Scatter>().Select(s => (s.MarkerShape, s.MarkerStyle.FillColor == Colors.White)));
        Assert.All<string>(["8,0% cao hơn", "1,0% thấp hơn", "2,0% (ít đv)"], said => Assert.Contains(said, Words(plot)));
    }

    [Fact]
    public void Each_interval_runs_from_its_lower_to_its_upper_end() =>
        Assert.Equal([(0.03, 0.05), (0.07, 0.09), (0.005, 0.015)], DotsChart.Build(Four, Size).GetPlottables<LinePlot>().Select(l => (l.Start.X, l.End.X)).Where((_, i) => i != 2));

    [Fact]
    public void The_interval_of_a_group_too_small_does_not_stretch_the_scale_and_is_said_to_go_on()
    {
        var plot = DotsChart.Build(Four, Size);
        Assert.Equal(0.09, plot.GetPlottables<LinePlot>().Max(l => l.End.X), 9);
        Assert.Contains(Four.CutOff, string.Join(' ', Words(plot)), StringComparison.Ordinal);
        Assert.DoesNotContain(Four.CutOff, string.Join(' ', Words(DotsChart.Build(Four with { Rows = Four.Rows.Take(3).ToList() }, Size))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_of_the_city_stands_at_its_share_across_all_rows_under_its_words()
    {
        var plot = DotsChart.Build(Four, Size);
        var line = Assert.Single(plot.GetPlottables<DashedLine>());
        Assert.Equal((0.041, 0.041, 0), (line.Start.X, line.End.X, line.Start.Y));
        Assert.True(line.End.Y >= 5);
        Assert.Contains("Thành phố An Bình: 4,1%", Words(plot));
    }

    [Fact]
    public void Many_rows_stand_in_blocks_each_with_the_same_scale()
    {
        var plot = DotsChart.Build(SamplesOfComparisons.Dots(rows: 126), new(1920, 1080));
        var lines = plot.GetPlottables<DashedLine>().Select(l => l.Start.X).ToList();
        Assert.True(lines.Count > 1);
        var period = lines[1] - lines[0];
        Assert.Equal(126, Points(plot).Count);
        Assert.All(Points(plot), p => Assert.InRange(p.X - Math.Floor((p.X + 0.01) / period) * period, 0.0, 0.1));
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_refused() =>
        Assert.Contains("choose a larger picture", Assert.Throws<TooManyRowsException>(() => DotsChart.Build(SamplesOfComparisons.Dots(rows: 126), new(480, 320))).Message, StringComparison.Ordinal);

    internal static List<Coordinates> Points(Plot plot) => [.. plot.GetPlottables<Scatter>().SelectMany(s => s.Data.GetScatterPoints())];

    internal static List<string> Words(Plot plot) => [.. plot.GetPlottables<Lettering>().Single().Texts.Select(t => t.Text)];
}
