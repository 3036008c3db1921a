using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>A plot as bytes of a file. Equal plots give equal bytes.</summary>
public static class ChartImage
{
    const double PixelsPerInch = 96;
    const float PointsPerPixel = 72f / 96;

    // Measured: filter Sub at level 4 takes half the time of Skia's default and is hardly larger.
    static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.Sub, 4);

    /// <summary>PNG of <c>Width·Scale × Height·Scale</c> pixels that records its resolution, 96 dpi times the scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    public static byte[] Png(Plot plot, ChartSize size)
    {
        using var bitmap = Bitmap(plot, size);
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(Encoding) ?? throw new InvalidOperationException($"PNG encoding of {size} failed");
        return PngDensity.Insert(png.AsSpan(), PixelsPerInch * size.Scale);
    }

    /// <summary>The pixels of a picture, for the encoder and for whoever inspects them.</summary>
    internal static SKBitmap Bitmap(Plot plot, ChartSize size)
    {
        size.Check();
        var bitmap = new SKBitmap(new SKImageInfo(size.PixelWidth, size.PixelHeight, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(size.PixelWidth / (float)size.Width, size.PixelHeight / (float)size.Height);
        Draw(plot, canvas, size, toPixels: true);
        return bitmap;
    }

    /// <summary>SVG with text as text, title, description and unique ids; numbers are invariant in every culture.</summary>
    /// <param name="plot">What to draw.</param>
    /// <param name="size">Its logical size; the scale does not matter here.</param>
    /// <param name="text">Title and finding for assistive technology.</param>
    /// <param name="embedFont">Carries the typeface along, for a file that leaves the product: 360 kB more.</param>
    public static byte[] Svg(Plot plot, ChartSize size, ChartText text, bool embedFont = false)
    {
        size.Check();
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, size.Width, size.Height), stream))
            Draw(plot, canvas, size);
        return ChartSvg.Finish(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length), size, text, embedFont, embedFont ? [] : plot.GetPlottables<Lettering>().SelectMany(l => l.Spots));
    }

    /// <summary>One page of PDF in the picture's own size, text as text, with the finding as its subject.</summary>
    public static byte[] Pdf(Plot plot, ChartSize size, ChartText text)
    {
        size.Check();
        using var stream = new MemoryStream();
        // No dates: equal plots give equal files.
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = ChartFonts.Clean(text.Title), Subject = ChartFonts.Clean(text.Alt), Producer = "Analytics", RasterDpi = 300, EncodingQuality = 101 }))
        {
            using var canvas = document.BeginPage(size.Width * PointsPerPixel, size.Height * PointsPerPixel);
            canvas.Scale(PointsPerPixel);
            Draw(plot, canvas, size);
            document.EndPage();
            document.Close();
        }
        return stream.ToArray();
    }

    static void Draw(Plot plot, SKCanvas canvas, ChartSize size, bool toPixels = false)
    {
        foreach (var lettering in plot.GetPlottables<Lettering>()) lettering.ToPixels = toPixels;
        var picture = new PixelRect(0, size.Width, size.Height, 0);
        if (plot.RenderManager.RenderCount == 0)
        {
            // ScottPlot draws its first render twice, which would put every element into an SVG two times.
            using var nowhere = new SKNoDrawCanvas(size.Width, size.Height);
            plot.Render(nowhere, picture);
        }
        plot.Render(canvas, picture);
    }
}
