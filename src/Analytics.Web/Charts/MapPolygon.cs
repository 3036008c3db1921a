using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>One outline on a map: parts and holes as one path, filled and edged.</summary>
/// <param name="code">Of the area or unit; not drawn.</param>
/// <param name="rings">In the units of the axes.</param>
internal sealed class MapPolygon(string code, IReadOnlyList<IReadOnlyList<Coordinates>> rings, SKColor fill, SKColor edge, float edgeWidth) : IPlottable
{
    public string Code => code;

    public IReadOnlyList<IReadOnlyList<Coordinates>> Rings => rings;

    public SKColor Fill => fill;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in rings) path.AddPoly([.. ring.Select(p => Axes.GetPixel(p)).Select(p => new SKPoint(p.X, p.Y))], close: true);
        using var paint = new SKPaint { IsAntialias = true, Color = fill };
        rp.Canvas.DrawPath(path, paint);
        (paint.Color, paint.Style, paint.StrokeWidth, paint.StrokeJoin) = (edge, SKPaintStyle.Stroke, edgeWidth, SKStrokeJoin.Round);
        rp.Canvas.DrawPath(path, paint);
    }
}
