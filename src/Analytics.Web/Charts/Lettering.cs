using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>One line of text in its place: left edge and baseline in logical pixels of the whole picture.</summary>
internal sealed record PlacedText(string Text, float X, float Baseline, float Size, bool Bold, SKColor Color)
{
    /// <summary>The rectangle of the letters with their Vietnamese marks above and below.</summary>
    public SKRect Bounds => new(X, Baseline - 0.95f * Size, X + ChartFonts.Measure(Text, Size, Bold), Baseline + 0.25f * Size);
}

/// <summary>
/// Everything of a chart that is laid out in pixels rather than in data: words, swatches, ribbons, marks. A plottable
/// of its own, so that ScottPlot draws it in the same pass into every format.
/// </summary>
internal sealed class Lettering : IPlottable
{
    /// <summary>Letters below this are specks, whatever their colour; what cannot be larger stands in the table beside the picture.</summary>
    public const float Smallest = 6;

    readonly List<PlacedText> texts = [];
    readonly List<ChartSpot> spots = [];
    readonly List<(SKPath Path, SKColor? Fill, SKColor? Edge, float EdgeWidth)> shapes = [];

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    /// <summary>Whether pixels are drawn: Skia fattens light letters there, so they are filled as outlines instead.</summary>
    public bool ToPixels { get; set; }

    /// <summary>Leaves the words out, so that what lies beneath them can be seen.</summary>
    public bool WithoutWords { get; set; }

    /// <summary>All lines of text, for self-inspection.</summary>
    public IReadOnlyList<PlacedText> Texts => texts;

    /// <summary>Places that say their number, in the order a reader goes through them.</summary>
    public IReadOnlyList<ChartSpot> Spots => spots;

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <summary>Places a block; <paramref name="align"/> 0 sets its left edge at <paramref name="x"/>, ½ its middle, 1 its right.</summary>
    public void Add(TextBlock block, float x, float top, SKColor color, float align = 0)
    {
        var baseline = top + block.LineHeight / 2 + block.Size * 0.355f;
        foreach (var line in block.Lines)
        {
            texts.Add(new(line, x - align * ChartFonts.Measure(line, block.Size, block.Bold), baseline, block.Size, block.Bold, color));
            baseline += block.LineHeight;
        }
    }

    /// <summary>Places a block centred on a point.</summary>
    public void AddCentred(TextBlock block, float x, float y, SKColor color) => Add(block, x, y - block.Height / 2, color, 0.5f);

    public void AddBox(SKRect box, SKColor? fill, SKColor? edge = null, float edgeWidth = 1, float radius = 0)
    {
        var path = new SKPath();
        if (radius > 0) path.AddRoundRect(box, radius, radius);
        else path.AddRect(box);
        shapes.Add((path, fill, edge, edgeWidth));
    }

    public void AddSpot(ChartSpot spot) => spots.Add(spot);

    public void AddShape(SKPath path, SKColor? fill, SKColor? edge = null, float edgeWidth = 1) => shapes.Add((path, fill, edge, edgeWidth));

    public void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var (path, fill, edge, width) in shapes)
        {
            if (fill is { } inside) Draw(rp.Canvas, path, paint, inside, SKPaintStyle.Fill, 0);
            if (edge is { } line) Draw(rp.Canvas, path, paint, line, SKPaintStyle.Stroke, width);
        }
        paint.Style = SKPaintStyle.Fill;
        if (WithoutWords) return;
        foreach (var text in texts) Draw(rp.Canvas, text, paint);
    }

    static void Draw(SKCanvas canvas, SKPath path, SKPaint paint, SKColor color, SKPaintStyle style, float width)
    {
        (paint.Color, paint.Style, paint.StrokeWidth) = (color, style, width);
        canvas.DrawPath(path, paint);
    }

    void Draw(SKCanvas canvas, PlacedText text, SKPaint paint)
    {
        using var font = ChartFonts.Font(text.Bold, text.Size);
        paint.Color = text.Color;
        var x = text.X;
        foreach (var (run, isMark) in DrawnMarks.Split(text.Text))
        {
            if (isMark)
            {
                using var mark = DrawnMarks.Outline(run[0], x, text.Baseline, text.Size);
                canvas.DrawPath(mark, paint);
            }
            else
            {
                // SVG drops a leading space: the space becomes part of the position.
                var words = run.TrimStart();
                var indent = ChartFonts.Measure(run, text.Size, text.Bold) - ChartFonts.Measure(words, text.Size, text.Bold);
                if (words.Length > 0) DrawWords(canvas, words, x + indent, text, font, paint);
            }
            x += ChartFonts.Measure(run, text.Size, text.Bold);
        }
    }

    void DrawWords(SKCanvas canvas, string words, float x, PlacedText text, SKFont font, SKPaint paint)
    {
        if (ToPixels && ChartStyle.Luminance(text.Color) > 0.5)
        {
            using var outline = font.GetTextPath(words, new SKPoint(x, text.Baseline));
            canvas.DrawPath(outline, paint);
        }
        else canvas.DrawText(words, x, text.Baseline, SKTextAlign.Left, font, paint);
    }
}
