using Analytics.Web.Charts;
using ScottPlot;
using ScottPlot.Plottables;

namespace Analytics.Web.Tests.Charts;

public class TrendChartTests
{
    static readonly ChartSize Size = new(900, 500);

    [Fact]
    public void Every_share_is_plotted_where_it_belongs()
    {
        var data = Samples.Trend();
        var expected = data.Segments.SelectMany(s => s.Points).Select(p => (p.Year, p.Share!.Value)).ToList();
        Assert.Equal(expected, Markers(TrendChart.Build(data, Size)));
    }

    [Fact]
    public void No_line_crosses_a_break()
    {
        var data = Samples.Trend();
        foreach (var (from, to) in Lines(TrendChart.Build(data, Size)))
            Assert.All(data.Breaks, b => Assert.False(from < b.Year && b.Year < to, $"a line runs from {from} to {to} across {b.Year}"));
    }

    [Fact]
    public void A_break_is_drawn_from_zero_to_the_top_at_its_year()
    {
        var plot = TrendChart.Build(Samples.Trend(), Size);
        var vertical = Assert.Single(plot.GetPlottables<DashedLine>(), l => l.Start.X == l.End.X);
        Assert.Equal((2023, 0, plot.Axes.Left.Max), (vertical.Start.X, vertical.Start.Y, vertical.End.Y));
    }

    [Fact]
    public void A_round_without_a_share_ends_the_line_and_is_not_zero()
    {
        var data = With([new(2010, "2010", 0.05, 0.04, 0.06, false), new(2012, "2012", 0.06, 0.05, 0.07, false), new(2014, "2014", null, null, null, false), new(2016, "2016", 0.04, 0.03, 0.05, false), new(2018, "2018", 0.05, 0.04, 0.06, false)]);
        var plot = TrendChart.Build(data, Size);
        Assert.Equal([2010, 2012, 2016, 2018], Markers(plot).Select(p => p.Year));
        Assert.DoesNotContain(Lines(plot), l => l.From < 2014 && l.To > 2014);
    }

    [Fact]
    public void The_line_to_an_unfinished_round_is_dashed()
    {
        var plot = TrendChart.Build(Samples.Trend(), Size);
        Assert.Single(plot.GetPlottables<DashedLine>(), l => (l.Start.X, l.End.X) == (2024, 2026));
        Assert.DoesNotContain(plot.GetPlottables<Scatter>(), s => s.LineWidth > 0 && s.Data.GetScatterPoints().Any(p => p.X == 2026));
    }

    [Fact]
    public void The_share_axis_has_round_ticks_from_zero_with_a_decimal_comma_in_Vietnamese()
    {
        Assert.Equal(["0%", "2%", "4%", "6%", "8%", "10%"], TickLabels(Samples.Trend()));
        var small = With([new(2024, "2024", 0.004, 0.002, 0.012, false), new(2026, "2026", 0.006, 0.004, 0.0149, false)]);
        Assert.Equal(["0,0%", "0,5%", "1,0%", "1,5%"], TickLabels(small));
    }

    [Fact]
    public void One_point_has_its_interval_as_a_bar()
    {
        var plot = TrendChart.Build(With([new(2026, "2026", 0.041, 0.035, 0.047, false)]), Size);
        Assert.Equal([(2026, 0.041)], Markers(plot));
        var bar = Assert.Single(plot.GetPlottables<LinePlot>());
        Assert.Equal((0.035, 0.047), (bar.Start.Y, bar.End.Y));
    }

    [Fact]
    public void Without_figures_the_picture_says_so()
    {
        string Words(string lang) => string.Join('|', TrendChart.Build(Samples.Trend(lang) with { Segments = [] }, Size).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text));
        Assert.Contains("|Chưa có số liệu", Words("vi"), StringComparison.Ordinal);
        Assert.Contains("|No data", Words("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plot_leaves_the_sample_mark_and_the_text_of_the_break_above_the_highest_band()
    {
        var plot = TrendChart.Build(Samples.Trend(), Size);
        Assert.True(plot.Axes.Left.Max > 0.10);
    }

    static TrendChartData With(TrendPoint[] points) => Samples.Trend() with { Segments = [new("tín nhiệm thấp", points)], Breaks = [], Marks = [] };

    static List<(double Year, double Share)> Markers(Plot plot) =>
        [.. plot.GetPlottables<Scatter>().Where(s => s.MarkerSize > 0).SelectMany(s => s.Data.GetScatterPoints()).Select(p => (p.X, p.Y))];

    static IEnumerable<(double From, double To)> Lines(Plot plot) =>
        plot.GetPlottables<Scatter>().Where(s => s.LineWidth > 0).Select(s => s.Data.GetScatterPoints()).Select(p => (p[0].X, p[^1].X))
            .Concat(plot.GetPlottables<DashedLine>().Where(l => l.Start.X != l.End.X).Select(l => (l.Start.X, l.End.X)));

    static IEnumerable<string> TickLabels(TrendChartData data) =>
        TrendChart.Build(data, Size, ChartOptions.Inline).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text).Where(t => t.EndsWith('%') && t.Length <= 4 && t != data.LastLabel);
}
