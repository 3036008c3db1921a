using Analytics.Web.Charts;
using ScottPlot;
using ScottPlot.Plottables;

namespace Analytics.Web.Tests.Charts;

public class MultiplesChartTests
{
    static readonly ChartSize Size = new(900, 500);

    [Fact]
    public void In_a_single_panel_each_share_lies_at_its_year()
    {
        var data = SamplesOfComparisons.Multiples(panels: 1);
        var expected = data.Panels[0].Segments.SelectMany(s => s.Points).Where(p => p.Year < 2024).Select(p => (p.Year, p.Share!.Value));
        Assert.Equal(expected, Lines(MultiplesChart.Build(data, Size))[^1].Select(p => (p.X, p.Y)));
    }

    [Fact]
    public void Panels_are_of_one_scale_and_lie_apart_by_the_same_distance()
    {
        var data = SamplesOfComparisons.Multiples(panels: 4);
        var plot = MultiplesChart.Build(data, Size);
        var grounds = plot.GetPlottables<Rectangle>().ToList();
        Assert.Equal(4, grounds.Count);
        Assert.All(grounds, g => Assert.Equal((grounds[0].X2 - grounds[0].X1, grounds[0].Y2 - grounds[0].Y1), (g.X2 - g.X1, g.Y2 - g.Y1), Same));
        var shares = data.Panels.Select(p => p.Segments[0].Points[0].Share!.Value);
        var drawn = Lines(plot).Where((_, i) => i % 2 == 1).Select((l, i) => l[0].Y - grounds[i].Y1);
        Assert.All(shares.Zip(drawn), s => Assert.Equal(s.First, s.Second, 9));
    }

    [Fact]
    public void No_line_crosses_a_break_and_each_panel_marks_it()
    {
        var plot = MultiplesChart.Build(SamplesOfComparisons.Multiples(panels: 1), Size);
        Assert.All(Lines(plot), l => Assert.False(l[0].X < 2023 && l[^1].X > 2023));
        Assert.Single(plot.GetPlottables<DashedLine>(), l => l.Start.X == 2023 && l.End.X == 2023);
        Assert.All(plot.GetPlottables<DashedLine>().Where(l => l.Start.X != l.End.X), l => Assert.Equal((2024, 2026), (l.Start.X, l.End.X)));
    }

    [Fact]
    public void The_whole_is_thin_behind_the_group()
    {
        var lines = MultiplesChart.Build(SamplesOfComparisons.Multiples(panels: 1), Size).GetPlottables<Scatter>().Where(s => s.LineWidth > 0).ToList();
        Assert.Equal(0.079, lines[0].Data.GetScatterPoints()[0].Y);
        Assert.True(lines[1].LineWidth > 2 * lines[0].LineWidth);
    }

    [Fact]
    public void A_round_that_stands_alone_is_a_dot() =>
        Assert.Equal([(2024, 0.059)], MultiplesChart.Build(SamplesOfComparisons.Multiples(panels: 1) with
        {
            Panels = [new("A", [new("", [new(2024, "2024", 0.059, 0.05, 0.07, false)])], [], "5,9%", false)],
        }, Size).GetPlottables<Scatter>().Where(s => s.MarkerSize > 0).SelectMany(s => s.Data.GetScatterPoints()).Select(p => (p.X, p.Y)));

    [Fact]
    public void A_band_that_leaves_its_panel_is_said_to_be_cut_and_does_not_stretch_the_scale()
    {
        var words = string.Join(' ', DotsChartTests.Words(MultiplesChart.Build(SamplesOfComparisons.Multiples(panels: 5), new(1920, 1080))));
        Assert.Contains("dải bị cắt", words, StringComparison.Ordinal);
        Assert.DoesNotContain("20%", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Panels_that_cannot_be_read_are_refused() =>
        Assert.Contains("choose a larger picture", Assert.Throws<TooManyRowsException>(() => MultiplesChart.Build(SamplesOfComparisons.Multiples(panels: 126), new(480, 320))).Message, StringComparison.Ordinal);

    static List<IReadOnlyList<Coordinates>> Lines(Plot plot) => [.. plot.GetPlottables<Scatter>().Where(s => s.LineWidth > 0 && s.MarkerSize == 0).Select(s => s.Data.GetScatterPoints())];

    static bool Same((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9;
}
