using Analytics.Web.Charts;
using ScottPlot.Plottables;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts;

public class AreaChartsTests
{
    static readonly ChartSize Size = new(900, 500);

    [Fact]
    public void Bars_stack_from_zero_without_gaps_in_ballot_order()
    {
        var data = SamplesOfAreas.Stacked();
        var series = StackedChart.Build(data, Size).GetPlottables<BarPlot>().ToList();
        Assert.Equal(["tín nhiệm cao", "tín nhiệm", "tín nhiệm thấp", "không ghi"], series.Select(s => s.LegendText));
        var third = series.Select(s => s.Bars.Single(b => b.Position == 1.5)).ToList();
        Assert.Equal([0, 0.630, 0.939, 0.990], third.Select(b => Math.Round(b.ValueBase, 9)));
        Assert.Equal([0.630, 0.939, 0.990, 1], third.Select(b => Math.Round(b.Value, 9)));
    }

    [Fact]
    public void A_ballot_of_two_options_has_two_levels()
    {
        var data = SamplesOfAreas.Stacked() with { LevelNames = ["tín nhiệm", "không tín nhiệm"], Rows = [new("Chủ tịch", null, 0, 0.9, 0.1, 0)], UnmarkedName = null };
        var series = StackedChart.Build(data, Size).GetPlottables<BarPlot>().ToList();
        Assert.Equal(["tín nhiệm", "không tín nhiệm"], series.Select(s => s.LegendText));
        Assert.Equal((0.9, 1.0), (series[1].Bars.Single().ValueBase, series[1].Bars.Single().Value));
    }

    [Fact]
    public void The_low_share_is_always_written_and_a_share_too_narrow_for_its_words_is_not()
    {
        var data = SamplesOfAreas.Stacked() with { Rows = [new("Chủ tịch", null, 0.951, 0.008, 0.041, 0)] };
        var words = StackedChart.Build(data, Size).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text).ToList();
        Assert.Contains("95,1%", words);
        Assert.Contains("4,1%", words);
        Assert.DoesNotContain("0,8%", words);
    }

    [Fact]
    public void A_larger_low_share_is_darker_and_its_figure_stays_readable()
    {
        foreach (var style in new[] { ChartStyle.Colour, ChartStyle.Grey })
        {
            var ramp = Enumerable.Range(0, 101).Select(i => style.Ramp(i / 100.0)).ToList();
            Assert.All(ramp.Zip(ramp.Skip(1)), p => Assert.True(ChartStyle.Luminance(p.First) >= ChartStyle.Luminance(p.Second)));
            Assert.All(ramp, fill => Assert.True(ChartStyle.Contrast(ChartStyle.TextOn(fill), fill) >= 4.5));
        }
    }

    [Fact]
    public void Every_cell_of_the_heatmap_is_a_rectangle_of_its_share_and_says_it()
    {
        var data = SamplesOfAreas.Heatmap();
        var plot = HeatmapChart.Build(data, Size);
        var cells = plot.GetPlottables<Rectangle>().ToList();
        Assert.Equal(120, cells.Count);
        Assert.Equal(data.Cells.SelectMany(r => r).Select(c => c.Share is { } s ? ChartStyle.Colour.Ramp(s / 0.12) : SKColors.White), cells.Select(c => new SKColor(c.FillColor.R, c.FillColor.G, c.FillColor.B)));
        var words = plot.GetPlottables<Lettering>().Single().Texts.Select(t => t.Text).ToList();
        Assert.All(data.Cells.SelectMany(r => r), c => Assert.Contains(c.Text, words));
    }

    [Fact]
    public void The_map_shades_only_what_differs_and_marks_it_by_shape_too()
    {
        var data = SamplesOfAreas.Tiles();
        var plot = TileMapChart.Build(data, Size);
        var fills = plot.GetPlottables<Rectangle>().Select(r => new SKColor(r.FillColor.R, r.FillColor.G, r.FillColor.B)).ToList();
        var shaded = data.Tiles.Zip(fills).Where(p => p.Second != ChartStyle.Colour.Neutral && p.Second != SKColors.White).Select(p => p.First.Name);
        Assert.Equal(["Diên Hà", "Kim Thành", "Nam Sa", "Tam Giang", "Vân Trì"], shaded);
        var words = plot.GetPlottables<Lettering>().Single().Texts.Select(t => t.Text).ToList();
        Assert.Contains("7,9% ▲", words);
        Assert.Contains("1,6% ▼", words);
    }

    [Fact]
    public void Where_names_do_not_fit_the_tiles_the_shaded_ones_are_named_below()
    {
        var words = TileMapChart.Build(SamplesOfAreas.ManyTiles(), new(480, 320)).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text.Replace('\u00a0', ' '));
        Assert.Contains(words, w => w.Contains("Phường Hai Bà Trưng 4,1% ▲", StringComparison.Ordinal));
    }

    [Fact]
    public void Meanings_side_by_side_differ_in_lightness_so_that_a_grey_print_keeps_them_apart()
    {
        foreach (var s in new[] { ChartStyle.Colour, ChartStyle.Grey })
            Assert.All([(s.High, s.Middle), (s.Middle, s.Low), (s.High, s.Low), (s.Low, s.Unmarked), (s.Higher, s.Neutral), (s.Lower, s.Neutral), (s.Band, s.Low)],
                pair => Assert.True(ChartStyle.Contrast(pair.Item1, pair.Item2) >= 1.7, $"{pair} in {s}"));
        Assert.True(ChartStyle.Contrast(ChartStyle.Grey.Higher, ChartStyle.Grey.Lower) >= 3);
    }

    [Fact]
    public void A_grey_picture_has_no_colour_in_its_shapes()
    {
        var plot = TileMapChart.Build(SamplesOfAreas.Tiles(), Size, new(Grey: true));
        Assert.All(plot.GetPlottables<Rectangle>(), r => Assert.True(r.FillColor.R == r.FillColor.G && r.FillColor.G == r.FillColor.B));
    }

    [Fact]
    public void Ragged_cells_and_doubled_tiles_are_refused()
    {
        var heat = SamplesOfAreas.Heatmap();
        Assert.Throws<ArgumentException>(() => HeatmapChart.Build(heat with { Cells = heat.Cells[1..] }, Size));
        var tiles = SamplesOfAreas.Tiles();
        Assert.Throws<ArgumentException>(() => TileMapChart.Build(tiles with { Tiles = [.. tiles.Tiles, tiles.Tiles[0]] }, Size));
    }
}
