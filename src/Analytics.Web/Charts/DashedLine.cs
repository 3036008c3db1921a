using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>A dashed line through points of the data; its pattern runs on around corners.</summary>
/// <param name="points">At least two, in the units of the axes.</param>
/// <param name="color">Of the dashes.</param>
/// <param name="width">Of the dashes, in pixels.</param>
/// <param name="pattern">Lengths of dash, gap, dash, gap … in pixels: an even number of them.</param>
/// <remarks>Drawn dash by dash: Skia's SVG writer does not know dashes and says so on the error stream each time.</remarks>
internal sealed class DashedLine(IReadOnlyList<Coordinates> points, SKColor color, float width, IReadOnlyList<float> pattern) : IPlottable
{
    /// <summary>A straight line with gaps as long as its dashes.</summary>
    public DashedLine(Coordinates start, Coordinates end, SKColor color, float width, float dash) : this([start, end], color, width, [dash, dash]) { }

    public IReadOnlyList<Coordinates> Points => points;

    public Coordinates Start => points[0];

    public Coordinates End => points[^1];

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => new(points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y), points.Max(p => p.Y));

    public void Render(RenderPack rp)
    {
        using var path = Dashes([.. points.Select(p => Axes.GetPixel(p)).Select(p => new SKPoint(p.X, p.Y))], pattern);
        using var paint = new SKPaint { IsAntialias = true, Color = color, Style = SKPaintStyle.Stroke, StrokeWidth = width };
        rp.Canvas.DrawPath(path, paint);
    }

    /// <summary>The dashes of a line as one path to stroke.</summary>
    public static SKPath Dashes(IReadOnlyList<SKPoint> points, IReadOnlyList<float> pattern)
    {
        const float least = 1e-3f;
        var path = new SKPath();
        var (part, left, down) = (0, pattern[0], false);
        for (var i = 1; i < points.Count; i++)
        {
            var (from, delta) = (points[i - 1], points[i] - points[i - 1]);
            var length = delta.Length;
            for (var at = 0f; length - at > least;)
            {
                var until = Math.Min(at + left, length);
                if (part % 2 == 0)
                {
                    if (!down) path.MoveTo(from.X + delta.X * at / length, from.Y + delta.Y * at / length);
                    path.LineTo(from.X + delta.X * until / length, from.Y + delta.Y * until / length);
                }
                down = part % 2 == 0;
                left -= until - at;
                at = until;
                if (left > least) continue;
                part = (part + 1) % pattern.Count;
                (left, down) = (pattern[part], false);
            }
        }
        return path;
    }
}
