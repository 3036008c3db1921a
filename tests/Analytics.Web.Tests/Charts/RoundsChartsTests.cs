using System.Text;
using System.Xml.Linq;
using Analytics.Web.Charts;
using ScottPlot.Plottables;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts;

public class RoundsChartsTests
{
    static readonly ChartSize Size = new(1600, 900);

    [Fact]
    public void Two_families_are_parted_by_a_gap_and_columns_of_one_family_are_not()
    {
        var lefts = HeatmapChart.Build(SamplesOfRounds.Rounds(rows: 1), Size).GetPlottables<Rectangle>().Select(r => r.X1).Order().ToList();
        var distances = lefts.Zip(lefts.Skip(1), (a, b) => b - a).ToList();
        Assert.All(distances.Where((_, i) => i != 7), d => Assert.Equal(distances[0], d, 1));
        Assert.True(distances[7] > distances[0] + 8);
    }

    [Fact]
    public void The_largest_share_of_each_family_has_its_darkest_shade()
    {
        var data = SamplesOfRounds.Rounds(rows: 1) with { Cells = [[.. Enumerable.Range(0, 8).Select(i => new HeatCell(0.01 * (i + 1), "")), new(0.02, ""), new(0.04, "")]] };
        var fills = HeatmapChart.Build(data, Size).GetPlottables<Rectangle>().OrderBy(r => r.X1).Select(r => new SKColor(r.FillColor.R, r.FillColor.G, r.FillColor.B)).ToList();
        Assert.Equal(ChartStyle.Colour.Ramp(1), fills[7]);
        Assert.Equal(ChartStyle.Colour.Ramp(1), fills[9]);
        Assert.Equal(ChartStyle.Colour.Ramp(0.5), fills[8]);
    }

    [Fact]
    public void Each_family_says_its_own_scale()
    {
        var words = HeatmapChart.Build(SamplesOfRounds.Rounds(), Size).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text).ToList();
        Assert.All(["không tín nhiệm: 0%", "12,0%", "tín nhiệm thấp: 0%", "6,0%"], w => Assert.Contains(w, words));
    }

    [Fact]
    public void Families_that_do_not_hold_all_columns_are_refused() =>
        Assert.Throws<ArgumentException>(() => HeatmapChart.Build(SamplesOfRounds.Rounds() with { Groups = [new("một", 3, "", "")] }, Size));

    [Fact]
    public void Units_are_squares_row_by_row_in_their_order()
    {
        var squares = MatrixChart.Build(SamplesOfRounds.Matrix(), Size).GetPlottables<Rectangle>().ToList();
        Assert.Equal(126, squares.Count);
        var places = squares.Select(s => (Down: -Math.Round(s.Y2), Across: Math.Round(s.X1))).ToList();
        Assert.Equal(places.Order(), places);
        Assert.All(squares, s => Assert.Equal(s.X2 - s.X1, s.Y2 - s.Y1, 3));
    }

    [Fact]
    public void A_state_that_no_unit_is_in_is_not_in_the_legend()
    {
        var words = MatrixChart.Build(SamplesOfRounds.Matrix(), Size).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text).ToList();
        Assert.Contains("quá hạn (08)", words);
        Assert.DoesNotContain("chưa gửi, chưa quá hạn", words);
    }

    [Fact]
    public void A_small_trend_is_light_broken_between_families_and_says_all_its_shares()
    {
        SparkPoint[] two = [.. Enumerable.Range(0, 8).Select(i => new SparkPoint(2008 + 2 * i, 0.08 - i * 0.005))];
        var label = string.Join("; ", Enumerable.Range(0, 10).Select(i => $"{2008 + 2 * i}: 4,{i}%"));
        var svg = new Sparkline([two, [new(2024, 0.04), new(2026, 0.05)]], 0.10, "8,0%", "5,0%", true, label).Svg();
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 200, 1500);
        var root = XElement.Parse(svg);
        Assert.Equal(("img", label), (root.Attribute("role")?.Value, root.Attribute("aria-label")?.Value));
        Assert.Equal(["M36 6.6L42.4 7.5L48.9 8.4L55.3 9.3L61.8 10.2L68.2 11.1L74.7 12L81.1 12.9", "M87.6 13.8L94 12"],
            root.Elements("path").Where(p => p.Attribute("class") is null).Select(p => p.Attribute("d")!.Value));
        Assert.Single(root.Elements("path"), p => p.Attribute("class")?.Value == "break");
        Assert.Equal("open", Assert.Single(root.Elements("circle")).Attribute("class")?.Value);
        Assert.Equal(["8,0%", "5,0%"], root.Elements("text").Select(t => t.Value));
    }

    [Fact]
    public void A_small_trend_of_nothing_is_nothing_and_of_one_round_a_point_with_its_share()
    {
        Assert.Equal("", new Sparkline([], 0.1, "", "", false, "").Svg());
        var root = XElement.Parse(new Sparkline([[new(2026, 0.05)]], 0.10, "5,0%", "5,0%", false, "2026: 5,0%").Svg());
        Assert.Empty(root.Elements("path"));
        Assert.Equal("5,0%", Assert.Single(root.Elements("text")).Value);
    }
}
