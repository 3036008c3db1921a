using System.Globalization;
using System.Security;
using System.Text;

namespace Analytics.Web.Charts;

/// <summary>One round of a small trend.</summary>
/// <param name="Year">Place across.</param>
/// <param name="Share">0–1.</param>
public readonly record struct SparkPoint(double Year, double Share);

/// <summary>A small trend for a table: no axes, its first and last share written.</summary>
/// <param name="Segments">Rounds that may be compared, in order of time; a line never leaves its segment.</param>
/// <param name="Top">The share at the upper edge: the same for all rows of a table, or heights would lie.</param>
/// <param name="First">The first share in words.</param>
/// <param name="Last">The last share in words.</param>
/// <param name="Unfinished">Units of the last round are missing: its point is hollow.</param>
/// <param name="Label">All shares in words, for those who cannot see the line.</param>
public sealed record Sparkline(IReadOnlyList<IReadOnlyList<SparkPoint>> Segments, double Top, string First, string Last, bool Unfinished, string Label)
{
    const double Width = 132, Height = 24, Left = 36, Right = 94, Upper = 3, Lower = 21;

    /// <summary>Markup for a page that carries the typeface and the class <c>spark</c>; under 1.5 kB, since there is one in each row.</summary>
    public string Svg()
    {
        var points = Segments.SelectMany(s => s).ToList();
        if (points.Count == 0) return "";
        var (from, to) = (points.Min(p => p.Year), points.Max(p => p.Year));
        double X(double year) => to > from ? Left + (year - from) / (to - from) * (Right - Left) : (Left + Right) / 2;
        double Y(double share) => Lower - Math.Clamp(share / Math.Max(Top, 1e-9), 0, 1) * (Lower - Upper);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"spark\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{SecurityElement.Escape(Label)}\">");
        foreach (var (before, after) in Segments.Zip(Segments.Skip(1)).Where(p => p.First.Count > 0 && p.Second.Count > 0))
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"break\" d=\"M{(X(before[^1].Year) + X(after[0].Year)) / 2:0.#} {Upper}V{Lower}\"/>");
        foreach (var segment in Segments.Where(s => s.Count > 1))
            svg.Append("<path d=\"M").AppendJoin('L', segment.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Year):0.#} {Y(p.Share):0.#}"))).Append("\"/>");
        foreach (var alone in Segments.Where(s => s.Count == 1 && s[0] != points[^1]))
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(alone[0].Year):0.#}\" cy=\"{Y(alone[0].Share):0.#}\" r=\"1.5\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<circle{(Unfinished ? " class=\"open\"" : "")} cx=\"{X(points[^1].Year):0.#}\" cy=\"{Y(points[^1].Share):0.#}\" r=\"2.2\"/>");
        if (points.Count > 1) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 5}\" y=\"16\" text-anchor=\"end\">{SecurityElement.Escape(First)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"last\" x=\"{Right + 5}\" y=\"16\">{SecurityElement.Escape(Last)}</text></svg>");
        return svg.ToString();
    }
}
