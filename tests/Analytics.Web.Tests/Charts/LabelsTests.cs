using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public class LabelsTests
{
    [Theory, MemberData(nameof(ChartCase.AtAllSizes), MemberType = typeof(ChartCase))]
    public void No_label_leaves_the_picture_or_meets_another(string name, int width, int height)
    {
        foreach (var standalone in new[] { true, false })
        {
            var plot = ChartCase.Named(name).Build(new(width, height), new(standalone));
            var texts = plot.GetPlottables<Lettering>().Single().Texts;
            foreach (var text in texts)
                Assert.True(text.Bounds.Left >= 0 && text.Bounds.Right <= width && text.Bounds.Top >= 0 && text.Bounds.Bottom <= height, $"“{text.Text}” leaves the picture: {text.Bounds}");
            for (var i = 0; i < texts.Count; i++)
                for (var j = i + 1; j < texts.Count; j++)
                    Assert.False(Meet(texts[i], texts[j]), $"“{texts[i].Text}” {texts[i].Bounds} meets “{texts[j].Text}” {texts[j].Bounds}");
        }
    }

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void Letters_of_a_slide_are_never_smaller_than_ten_pixels(string name)
    {
        var plot = ChartCase.Named(name).Build(new(1920, 1080), ChartOptions.Picture);
        Assert.All(plot.GetPlottables<Lettering>().Single().Texts, t => Assert.True(t.Size >= 10, $"“{t.Text}” has {t.Size} px"));
    }

    [Fact]
    public void A_picture_of_its_own_says_title_source_and_marking_and_a_picture_in_a_page_does_not()
    {
        var data = Samples.Trend();
        string Words(ChartOptions options) => string.Join(' ', TrendChart.Build(data, new(900, 500), options).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text));
        var (alone, inline) = (Words(ChartOptions.Picture), Words(ChartOptions.Inline));
        Assert.All([data.Text.Title, data.Text.Source, data.Text.Marking!], said => Assert.Contains(said, alone, StringComparison.Ordinal));
        Assert.All([data.Text.Title, data.Text.Source, data.Text.Marking!], said => Assert.DoesNotContain(said, inline, StringComparison.Ordinal));
        Assert.All([alone, inline], words => Assert.Contains(data.Text.SampleMark!, words, StringComparison.Ordinal));
    }

    [Fact]
    public void Decomposed_text_is_composed_before_it_is_drawn()
    {
        var decomposed = "Tỷ lệ thấp".Normalize(System.Text.NormalizationForm.FormD);
        _ = Samples.FontFolder;
        Assert.Equal(["Tỷ lệ thấp"], TextBlock.Wrap(decomposed, 12, false, 400).Lines);
    }

    [Fact]
    public void A_long_post_wraps_at_spaces_within_its_room()
    {
        _ = Samples.FontFolder;
        var block = TextBlock.Balanced("Phó Chủ tịch Hội đồng nhân dân", 13, true, 110);
        Assert.True(block.Width <= 110);
        Assert.Equal("Phó Chủ tịch Hội đồng nhân dân", string.Join(' ', block.Lines));
    }

    // Half a pixel of measuring error is not an overlap; accents above one line may reach the descender space of the one before.
    static bool Meet(PlacedText a, PlacedText b)
    {
        var (x, y) = (a.Bounds, b.Bounds);
        var slack = 0.2f * Math.Min(a.Size, b.Size);
        return x.Left < y.Right - 0.5f && y.Left < x.Right - 0.5f && x.Top + slack < y.Bottom && y.Top + slack < x.Bottom;
    }
}
