using Analytics.Web.Charts;
using ScottPlot.Plottables;

namespace Analytics.Web.Tests.Charts;

public class BandsChartTests
{
    static readonly ChartSize Size = new(900, 500);

    [Fact]
    public void Counts_stack_from_zero_from_the_lowest_band_to_the_highest()
    {
        var series = BandsChart.Build(SamplesOfRounds.Bands(), Size).GetPlottables<BarPlot>().ToList();
        Assert.Equal(["dưới 50%", "50% – dưới 2/3", "2/3 – dưới 80%", "80 – dưới 90%", "từ 90%"], series.Select(s => s.LegendText));
        // The first of four rows stands at the top: 2, 5, 14, 29 and 76 officials.
        var first = series.Select(s => s.Bars.Single(b => b.Position == 3.5)).ToList();
        Assert.Equal([0, 2, 7, 21, 50], first.Select(b => b.ValueBase));
        Assert.Equal([2, 7, 21, 50, 126], first.Select(b => b.Value));
    }

    [Fact]
    public void A_band_without_officials_has_no_bar_and_no_figure()
    {
        var plot = BandsChart.Build(SamplesOfRounds.Bands() with { Rows = [new("Chủ tịch UBND", null, [0, 0, 0, 0, 7])] }, Size, ChartOptions.Inline);
        Assert.Single(plot.GetPlottables<BarPlot>());
        Assert.DoesNotContain("0", Words(plot).Skip(1).Where(w => w.Length == 1).SkipLast(8));
    }

    [Fact]
    public void Every_count_is_written_beside_the_letter_of_its_band_where_the_bar_is_too_narrow()
    {
        var words = Words(BandsChart.Build(SamplesOfRounds.Bands() with { Rows = [new("Chủ tịch UBND", null, [1, 3, 9, 800, 2187])] }, Size, ChartOptions.Inline));
        Assert.All(["1", "3", "9", "800", "2187"], count => Assert.Contains(count, words));
        // In the legend and behind the bar.
        Assert.Equal([2, 2, 1, 1], new[] { "a", "b", "d", "e" }.Select(letter => words.Count(w => w == letter)));
    }

    [Fact]
    public void What_stands_behind_the_bars_stays_inside_the_picture()
    {
        var texts = BandsChart.Build(SamplesOfRounds.Bands() with { Rows = [new("Chủ tịch UBND", null, [1, 1, 1, 1, 9996])] }, new(480, 320)).GetPlottables<Lettering>().Single().Texts;
        Assert.All(texts, t => Assert.True(t.Bounds.Right <= 480, t.Text));
    }

    [Fact]
    public void A_row_without_a_count_for_each_band_is_refused() =>
        Assert.Throws<ArgumentException>(() => BandsChart.Build(SamplesOfRounds.Bands() with { Rows = [new("Chủ tịch UBND", null, [1, 2])] }, Size));

    static List<string> Words(ScottPlot.Plot plot) => [.. plot.GetPlottables<Lettering>().Single().Texts.Select(t => t.Text)];
}
