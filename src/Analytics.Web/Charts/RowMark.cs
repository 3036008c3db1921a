using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>A marker of a row in the plot, and the same as a swatch of the legend.</summary>
/// <param name="Shape">What tells it apart without colour.</param>
/// <param name="Size">Across, in em.</param>
internal sealed record RowMark(MarkerShape Shape, SKColor Fill, SKColor Edge, float Size)
{
    public void Add(ChartFrame frame, IReadOnlyList<Coordinates> at, float em)
    {
        if (at.Count == 0) return;
        var points = frame.Plot.Add.ScatterPoints(at.ToArray());
        (points.MarkerShape, points.MarkerSize) = (Shape, Size * em);
        (points.MarkerStyle.FillColor, points.MarkerStyle.OutlineColor, points.MarkerStyle.OutlineWidth) = (ChartStyle.Of(Fill), ChartStyle.Of(Edge), em / 8);
    }

    public LegendEntry Entry(string text) => new(text, (to, at) => to.AddShape(Outline(at.MidX, at.MidY, at.Height * Size / 1.6f), Fill, Edge, at.Height / 8));

    SKPath Outline(float x, float y, float r) => Shape switch
    {
        MarkerShape.FilledTriangleUp => DrawnMarks.Polygon(new(x, y - r), new(x + r, y + r * 0.8f), new(x - r, y + r * 0.8f)),
        MarkerShape.FilledTriangleDown => DrawnMarks.Polygon(new(x, y + r), new(x + r, y - r * 0.8f), new(x - r, y - r * 0.8f)),
        MarkerShape.FilledDiamond => DrawnMarks.Polygon(new(x, y - r), new(x + r, y), new(x, y + r), new(x - r, y)),
        MarkerShape.FilledSquare => DrawnMarks.Polygon(new(x - r, y - r), new(x + r, y - r), new(x + r, y + r), new(x - r, y + r)),
        _ => Circle(x, y, r),
    };

    static SKPath Circle(float x, float y, float r)
    {
        var path = new SKPath();
        path.AddCircle(x, y, r);
        return path;
    }
}
