using Analytics.Web.Charts;
using ScottPlot;
using ScottPlot.Plottables;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts;

public class CoverageChartsTests
{
    static readonly ChartSize Size = new(900, 500);

    [Fact]
    public void The_line_rises_on_the_day_something_came_and_ends_today()
    {
        var plot = ProgressChart.Build(SamplesOfCoverage.Alone(6, (-14, 0.25), (-3, 0.5), (2, 0.75)), Size);
        Assert.Equal([(-40, 0), (-14, 0), (-14, 0.25), (-3, 0.25), (-3, 0.5), (2, 0.5), (2, 0.75), (6, 0.75)], Strong(plot));
    }

    [Fact]
    public void What_came_before_the_first_day_of_the_axis_is_there_from_its_start_and_what_came_after_its_last_is_not()
    {
        var data = SamplesOfCoverage.Alone(400, (-90, 0.25), (0, 0.5), (300, 1)) with { From = -20, To = 10 };
        Assert.Equal([(-20, 0.25), (0, 0.25), (0, 0.5), (10, 0.5)], Strong(ProgressChart.Build(data, Size)));
    }

    [Fact]
    public void A_round_of_which_nothing_came_is_a_line_at_zero() =>
        Assert.Equal([(-40, 0), (-7, 0)], Strong(ProgressChart.Build(SamplesOfCoverage.Alone(-7), Size)));

    [Fact]
    public void Each_earlier_round_has_a_pattern_of_dashes_of_its_own_and_its_name_at_the_end()
    {
        var data = SamplesOfCoverage.Progress();
        var plot = ProgressChart.Build(data, Size, ChartOptions.Inline);
        var lines = plot.GetPlottables<DashedLine>().Where(l => l.Start.X != l.End.X).ToList();
        Assert.Equal(data.Earlier.Select(l => l.Steps[^1].Share), lines.Select(l => l.End.Y));
        Assert.All(lines, l => Assert.Equal(data.To, l.End.X));
        Assert.Equal(4, ProgressLabels.Patterns.Select(p => string.Join(' ', p)).Distinct().Count());
        Assert.All(ProgressLabels.Patterns, p => Assert.Equal(0, p.Count % 2));
        Assert.All(ProgressLabels.Greys, g => Assert.True(ChartStyle.Contrast(g, ChartStyle.Ground) >= 3 && ChartStyle.Luminance(g) > ChartStyle.Luminance(ChartStyle.Ink)));
        var names = plot.GetPlottables<Lettering>().Single().Texts.Where(t => data.Earlier.Any(l => l.Name == t.Text)).ToList();
        Assert.Equal(["2018", "2020", "2022", "2024"], names.Select(n => n.Text).Order(StringComparer.Ordinal));
        // In the order of their ends, from above.
        Assert.Equal(["2024", "2022", "2020", "2018"], names.OrderBy(n => n.Baseline).Select(n => n.Text));
    }

    [Fact]
    public void A_fifth_earlier_round_could_not_be_told_apart_and_is_refused() =>
        Assert.Throws<ArgumentException>(() => ProgressChart.Build(SamplesOfCoverage.Progress(earlier: 5), Size));

    [Fact]
    public void The_last_day_is_a_dashed_line_from_zero_to_the_top_with_its_name()
    {
        var plot = ProgressChart.Build(SamplesOfCoverage.Progress(), Size);
        var vertical = Assert.Single(plot.GetPlottables<DashedLine>(), l => l.Start.X == l.End.X);
        Assert.Equal((0, 0, plot.Axes.Left.Max), (vertical.Start.X, vertical.Start.Y, vertical.End.Y));
        Assert.Contains("hạn cuối", Words(plot));
    }

    [Fact]
    public void Days_are_ticked_by_whole_weeks_with_a_true_minus_and_shares_by_round_steps()
    {
        var words = Words(ProgressChart.Build(SamplesOfCoverage.Progress(), Size, ChartOptions.Inline));
        Assert.Equal(["−35", "−28", "−21", "−14", "−7", "0", "7", "14"], words.Where(w => w.TrimStart('−').All(char.IsDigit) && w.Length < 4));
        Assert.Equal(["0%", "20%", "40%", "60%", "80%", "100%"], words.Where(w => w.EndsWith('%')));
    }

    [Fact]
    public void A_pattern_runs_on_around_corners()
    {
        // Dash 3, gap 2 along 4 right and 4 down: dashes 0–3 and 5–8, the second begins one below the corner.
        using var path = DashedLine.Dashes([new(0, 0), new(4, 0), new(4, 4)], [3, 2]);
        Assert.Equal([new(0, 0), new(3, 0), new(4, 1), new(4, 4)], path.Points);
        using var across = DashedLine.Dashes([new(0, 0), new(2, 0), new(2, 4)], [3, 2]);
        Assert.Equal([new(0, 0), new(2, 0), new(2, 1), new(2, 3), new(2, 4)], across.Points);
    }

    [Fact]
    public void A_map_of_coverage_says_each_state_in_words_and_by_a_mark_too()
    {
        var data = SamplesOfCoverage.Tiles();
        var plot = TileMapChart.Build(data, new(1600, 900));
        var words = Words(plot);
        foreach (var tile in data.Tiles)
            Assert.All(tile.Text.Split('\n'), line => Assert.Contains(tile.State == TileState.Complete ? line + " ✓" : line, words));
        Assert.All(data.Legend, l => Assert.Contains(l.Words, words));
        var fills = data.Tiles.Zip(plot.GetPlottables<Rectangle>().Select(r => new SKColor(r.FillColor.R, r.FillColor.G, r.FillColor.B))).GroupBy(p => p.First.State, p => p.Second).ToDictionary(g => g.Key, g => g.Distinct().Single());
        Assert.True(ChartStyle.Contrast(fills[TileState.Overdue], fills[TileState.Complete]) >= 3);
        Assert.True(ChartStyle.Contrast(fills[TileState.Complete], fills[TileState.Waiting]) >= 1.5);
    }

    [Fact]
    public void A_state_that_no_area_has_is_not_in_the_legend()
    {
        var data = SamplesOfCoverage.Tiles();
        var words = Words(TileMapChart.Build(data with { Tiles = [.. data.Tiles.Where(t => t.State == TileState.Complete)] }, Size));
        Assert.Contains("đã gửi đủ", words);
        Assert.DoesNotContain("có đơn vị quá hạn", words);
    }

    [Fact]
    public void Where_names_do_not_fit_only_the_areas_with_something_overdue_are_named_below()
    {
        var data = SamplesOfCoverage.Tiles();
        var words = string.Join(' ', Words(TileMapChart.Build(data, new(480, 320)))).Replace('\u00a0', ' ');
        Assert.Contains("An Khê 5/7 ! quá hạn 2", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bình Lãng", words, StringComparison.Ordinal);
    }

    static List<(double, double)> Strong(Plot plot) => [.. plot.GetPlottables<Scatter>().Single().Data.GetScatterPoints().Select(p => (p.X, p.Y))];

    static List<string> Words(Plot plot) => [.. plot.GetPlottables<Lettering>().Single().Texts.Select(t => t.Text)];
}
