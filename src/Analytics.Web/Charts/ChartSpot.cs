using System.Globalization;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>A place of a picture that says its number when pointed at or reached by keyboard; only pictures inside a page have them.</summary>
/// <param name="Label">What stands there, in the words and digits of the picture.</param>
/// <param name="Series">What lights up together; empty: it stands for itself.</param>
/// <param name="Outline">SVG path data, in logical pixels of the whole picture.</param>
/// <param name="IsLine">The outline is a stroke, not a surface.</param>
internal sealed record ChartSpot(string Label, string Series, string Outline, bool IsLine)
{
    public static ChartSpot Box(string label, string series, SKRect at) =>
        new(label, series, Say($"M{at.Left:0.#} {at.Top:0.#}h{at.Width:0.#}v{at.Height:0.#}h{-at.Width:0.#}z"), false);

    public static ChartSpot Dot(string label, string series, float x, float y, float radius) =>
        new(label, series, Say($"M{x - radius:0.#} {y:0.#}a{radius:0.#} {radius:0.#} 0 1 0 {2 * radius:0.#} 0a{radius:0.#} {radius:0.#} 0 1 0 {-2 * radius:0.#} 0z"), false);

    public static ChartSpot Line(string label, string series, IEnumerable<SKPoint> through) =>
        new(label, series, "M" + string.Join('L', through.Select(p => Say($"{p.X:0.#} {p.Y:0.#}"))), true);

    /// <summary>Any outline, such as the boundary of a unit.</summary>
    public static ChartSpot Shape(string label, string series, SKPath outline) => new(label, series, outline.ToSvgPathData(), false);

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
