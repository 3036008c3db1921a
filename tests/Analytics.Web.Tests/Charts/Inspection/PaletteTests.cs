using Analytics.Web.Charts;
using ScottPlot.Plottables;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts.Inspection;

public class PaletteTests
{
    public static TheoryData<string> Kinds => [.. Palette.Kinds.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void What_shade_alone_tells_apart_stays_apart_for_every_eye_and_on_a_grey_printer(string kind)
    {
        foreach (var style in new[] { ChartStyle.Colour, ChartStyle.Grey }) Assert.Empty(Palette.Kinds[kind](style).Faults());
    }

    [Theory, InlineData("stacked", "stacked-vi"), InlineData("bands", "bands-vi"), InlineData("matrix", "matrix-vi"), InlineData("tiles", "tiles-vi"), InlineData("coverage-tiles", "coverage-tiles-vi")]
    public void A_picture_is_filled_with_no_other_shades_than_those_inspected(string kind, string name)
    {
        foreach (var grey in new[] { false, true })
        {
            var plot = ChartCase.Named(name).Build(new(900, 500), new(Grey: grey));
            var style = grey ? ChartStyle.Grey : ChartStyle.Colour;
            var fills = plot.GetPlottables<Rectangle>().Select(r => r.FillColor).Concat(plot.GetPlottables<BarPlot>().SelectMany(p => p.Bars).Select(b => b.FillColor));
            Assert.Subset(Palette.Kinds[kind](style).Fills.Select(f => f.Fill).Append(ChartStyle.Ground).ToHashSet(), fills.Select(f => new SKColor(f.R, f.G, f.B)).ToHashSet());
        }
    }

    [Fact]
    public void Red_beside_green_is_found_wanting()
    {
        var faults = new Palette([("low", SKColor.Parse("#c0392b")), ("high", SKColor.Parse("#6b8e23"))]).Faults().ToList();
        Assert.Contains(faults, f => f.EndsWith("for Deuteranopia", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, f => f.EndsWith("for Usual", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_hues_of_one_lightness_are_found_wanting_in_grey_print() =>
        Assert.Contains(new Palette([("low", SKColor.Parse("#b45309")), ("high", SKColor.Parse("#1b7a8c"))]).Faults(), f => f.EndsWith("for GreyPrint", StringComparison.Ordinal));

    [Theory]
    // Pairs 1, 7, 16, 25 and 34 of the test data published with the formula (Sharma, Wu, Dalal 2005, table 1).
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.5, 0, 50, 0, -2.5, 4.3065)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void Differences_are_those_of_the_published_test_data(double l1, double a1, double b1, double l2, double a2, double b2, double published) =>
        Assert.Equal(published, Lab.Difference(new(l1, a1, b1), new(l2, a2, b2)), 4);

    [Fact]
    public void Greys_look_alike_to_every_eye()
    {
        foreach (var sight in Enum.GetValues<Sight>())
            Assert.True(Lab.Difference(Lab.Of(new(0x6b, 0x6b, 0x6b)), Lab.Of(ColourSight.See(new(0x6b, 0x6b, 0x6b), sight))) < 0.5, $"{sight}");
    }
}
