using System.Buffers.Binary;
using Analytics.Web.Charts;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts;

public class ChartImageTests
{
    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void A_png_has_the_pixels_asked_for_and_is_not_blank(string name)
    {
        var size = new ChartSize(900, 500, 1.5);
        using var bitmap = SKBitmap.Decode(ChartImage.Png(ChartCase.Named(name).Build(size, ChartOptions.Picture), size));
        Assert.Equal((1350, 750), (bitmap.Width, bitmap.Height));
        var colours = bitmap.Pixels.GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        Assert.True(colours.Count > 100, $"only {colours.Count} colours");
        Assert.True(colours[SKColors.White] < bitmap.Pixels.Length * 0.97);
        Assert.DoesNotContain(bitmap.Pixels, p => p.Alpha != 255);
    }

    [Fact]
    public void A_png_records_96_dots_per_inch_times_the_scale()
    {
        var size = new ChartSize(480, 320, 2);
        var png = ChartImage.Png(TrendChart.Build(Samples.Trend(), size), size);
        Assert.Equal("pHYs"u8.ToArray(), png[37..41]);
        // 192 dpi / 0.0254 m
        Assert.Equal(7559, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(41)));
        Assert.Equal(1, png[49]);
        // CRC of this chunk computed with zlib.crc32 in Python.
        Assert.Equal(CrcOf192Dpi, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(50)));
    }

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void Equal_data_give_equal_bytes_on_many_threads_at_once(string name)
    {
        var (size, chart) = (new ChartSize(900, 500), ChartCase.Named(name));
        (byte[] Png, byte[] Svg, byte[] Pdf) Draw() => (
            ChartImage.Png(chart.Build(size, ChartOptions.Picture), size),
            ChartImage.Svg(chart.Build(size, ChartOptions.Picture), size, chart.Text),
            ChartImage.Pdf(chart.Build(size, ChartOptions.Picture), size, chart.Text));
        var first = Draw();
        Parallel.For(0, 6, _ =>
        {
            var again = Draw();
            Assert.Equal(first.Png, again.Png);
            Assert.Equal(first.Svg, again.Svg);
            Assert.Equal(first.Pdf, again.Pdf);
        });
    }

    [Fact]
    public void One_plot_can_be_written_in_every_format_in_any_order()
    {
        var (size, data) = (new ChartSize(660, 400), Samples.Trend());
        var plot = TrendChart.Build(data, size);
        var svg = ChartImage.Svg(plot, size, data.Text);
        var png = ChartImage.Png(plot, size);
        Assert.Equal(svg, ChartImage.Svg(plot, size, data.Text));
        Assert.Equal(png, ChartImage.Png(plot, size));
    }

    const uint CrcOf192Dpi = 0x8fe5f165;
}
