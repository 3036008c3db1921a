using Analytics.Web.Charts;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts.Inspection;

/// <summary>A picture drawn without its words, and the words that belong on it.</summary>
internal sealed class Drawing : IDisposable
{
    Drawing(Plot plot, ChartSize size)
    {
        var lettering = plot.GetPlottables<Lettering>().Single();
        Texts = lettering.Texts;
        lettering.WithoutWords = true;
        Ground = ChartImage.Bitmap(plot, size);
        var data = plot.RenderManager.LastRender.DataRect;
        Data = SKRectI.Intersect(new((int)data.Left, (int)data.Top, (int)data.Right, (int)data.Bottom), new(0, 0, Ground.Width, Ground.Height));
    }

    public IReadOnlyList<PlacedText> Texts { get; }

    /// <summary>The picture without words.</summary>
    public SKBitmap Ground { get; }

    /// <summary>Where the data lie, in pixels.</summary>
    public SKRectI Data { get; }

    /// <summary>The words alone, without painting anything.</summary>
    public static IReadOnlyList<PlacedText> WordsOf(string name, ChartSize size, ChartOptions options) => ChartCase.Named(name).Build(size, options).GetPlottables<Lettering>().Single().Texts;

    public static Drawing Of(string name, ChartSize size, ChartOptions options) => new(ChartCase.Named(name).Build(size, options), size);

    public static Drawing Of(Plot plot, ChartSize size) => new(plot, size);

    /// <summary>Pixels of the data that are not paper.</summary>
    public int Inked()
    {
        var count = 0;
        var pixels = Ground.GetPixelSpan();
        for (var y = Data.Top; y < Data.Bottom; y++)
            for (var x = Data.Left; x < Data.Right; x++)
                if (pixels[y * Ground.RowBytes + 4 * x + 1] < 245) count++;
        return count;
    }

    public void Dispose() => Ground.Dispose();
}
