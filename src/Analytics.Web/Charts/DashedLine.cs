using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>A straight dashed line between two points of the data.</summary>
/// <remarks>Drawn dash by dash: Skia's SVG writer does not know dashes and says so on the error stream each time.</remarks>
internal sealed class DashedLine(Coordinates start, Coordinates end, SKColor color, float width, float dash) : IPlottable
{
    public Coordinates Start => start;

    public Coordinates End => end;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => new(
        Math.Min(start.X, end.X), Math.Max(start.X, end.X), Math.Min(start.Y, end.Y), Math.Max(start.Y, end.Y));

    public void Render(RenderPack rp)
    {
        var (from, to) = (Axes.GetPixel(start), Axes.GetPixel(end));
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = MathF.Sqrt(dx * dx + dy * dy);
        using var path = new SKPath();
        for (var at = 0f; at < length; at += 2 * dash)
        {
            var until = Math.Min(at + dash, length);
            path.MoveTo(from.X + dx * at / length, from.Y + dy * at / length);
            path.LineTo(from.X + dx * until / length, from.Y + dy * until / length);
        }
        using var paint = new SKPaint { IsAntialias = true, Color = color, Style = SKPaintStyle.Stroke, StrokeWidth = width };
        rp.Canvas.DrawPath(path, paint);
    }
}
