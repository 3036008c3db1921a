using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public class ChartSizeTests
{
    [Fact]
    public void A_slide_at_scale_4_has_33_million_pixels_and_is_allowed() => Assert.Null(new ChartSize(1920, 1080, 4).Problem);

    [Fact]
    public void A_poster_at_scale_4_is_refused_with_its_size_and_the_cap()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => TrendChart.Build(Samples.Trend(), new(3840, 2160, 4)));
        Assert.Contains("3840×2160 at scale 4 is 132.7 million pixels; at most 34 million are allowed", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(159, 400, 1)]
    [InlineData(400, 0, 1)]
    [InlineData(-5, -5, 1)]
    [InlineData(400, 400, 0.5)]
    [InlineData(400, 400, 5)]
    [InlineData(400, 400, double.NaN)]
    [InlineData(int.MaxValue, int.MaxValue, 4)]
    public void Nonsense_sizes_are_refused(int width, int height, double scale) => Assert.NotNull(new ChartSize(width, height, scale).Problem);
}
