using Analytics.Web.Charts;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts.Inspection;

/// <summary>Every kind of chart, every awkward case, every size, in colour and grey, alone and in a page, looked at by the machine.</summary>
public class InspectionTests
{
    static readonly ChartSize Size = new(480, 320);

    [Theory, MemberData(nameof(ChartCase.AtAllSizes), MemberType = typeof(ChartCase))]
    public void Words_stand_inside_apart_legible_and_whole_and_the_data_leave_their_mark(string name, int width, int height)
    {
        var size = new ChartSize(width, height);
        foreach (var options in new ChartOptions[] { new(), new(Standalone: false), new(Grey: true), new(Standalone: false, Grey: true) })
        {
            var words = Drawing.WordsOf(name, size, options);
            Assert.Empty(TextFaults.Places(words, width, height));
            Assert.Empty(TextFaults.Glyphs(words));
            if (!IsPainted(name, width, options)) continue;
            using var drawing = Drawing.Of(name, size, options);
            Assert.Empty(TextFaults.Contrast(drawing));
            var least = name.EndsWith("-empty", StringComparison.Ordinal) ? 0 : Math.Min(drawing.Data.Width, drawing.Data.Height) / 2;
            Assert.True(drawing.Inked() >= least, $"only {drawing.Inked()} pixels of {drawing.Data} in {options} are drawn");
        }
    }

    /// <summary>Pixels cost most where they change least: a large picture is painted one way, the largest with ordinary data alone.</summary>
    static bool IsPainted(string name, int width, ChartOptions options) => width switch
    {
        < 1000 => true,
        < 1900 => options is { Standalone: true, Grey: false },
        < 3840 => options is { Standalone: false, Grey: true },
        _ => options is { Standalone: true, Grey: false } && name.EndsWith("-vi", StringComparison.Ordinal),
    };

    [Fact]
    public void A_character_without_a_glyph_is_found() => Assert.Equal(["no glyph for part of “cao ☃”"], TextFaults.Glyphs(Words((10, "cao ☃"))));

    [Fact]
    public void A_drawn_mark_needs_no_glyph() => Assert.Empty(TextFaults.Glyphs(Words((10, "7,9% ▲"))));

    [Fact]
    public void Words_upon_words_are_found() =>
        Assert.Single(TextFaults.Places(Words((10, "tín nhiệm cao"), (40, "tín nhiệm thấp")), 480, 320), f => f.Contains("meets", StringComparison.Ordinal));

    [Fact]
    public void Words_beyond_the_edge_are_found() =>
        Assert.Single(TextFaults.Places(Words((440, "tín nhiệm cao")), 480, 320), f => f.Contains("leaves the picture", StringComparison.Ordinal));

    [Fact]
    public void Words_on_a_ground_too_like_them_are_found()
    {
        var (plot, lettering) = (new Plot(), new Lettering());
        lettering.AddBox(new(0, 0, 240, 320), SKColor.Parse("#cd8b68"));
        lettering.Add(TextBlock.Wrap("trên nền đất", 14, false, 400), 20, 100, SKColors.White);
        lettering.Add(TextBlock.Wrap("trên nền giấy", 14, false, 400), 300, 100, ChartStyle.Muted);
        plot.Add.Plottable(lettering);
        using var drawing = Drawing.Of(plot, Size);
        Assert.StartsWith("“trên nền đất”", Assert.Single(TextFaults.Contrast(drawing)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_without_data_is_found_blank()
    {
        var plot = new Plot();
        plot.Add.Plottable(new Lettering());
        foreach (var axis in plot.Axes.GetAxes()) axis.IsVisible = false;
        plot.HideGrid();
        using var drawing = Drawing.Of(plot, Size);
        Assert.Equal(0, drawing.Inked());
    }

    static IReadOnlyList<PlacedText> Words(params (float Left, string Text)[] words)
    {
        _ = Samples.FontFolder;
        var lettering = new Lettering();
        foreach (var (left, text) in words) lettering.Add(TextBlock.Wrap(text, 14, false, 400), left, 100, ChartStyle.Ink);
        return lettering.Texts;
    }
}
