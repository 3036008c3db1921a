using SkiaSharp;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>
/// The letters of papers: the vendored Liberation Serif, never a font of the machine. Its letters are as wide as those of Times New Roman, which the
/// form asks for, so that lines end where they end in the Word document. Another font of the form is that of the Word document only.
/// </summary>
sealed class PdfFonts
{
    const float MeasuredAt = 100;

    /// <summary>By bold, then italic.</summary>
    readonly Face[,] faces = new Face[2, 2];

    sealed record Face(SKTypeface Typeface, SKFont Ruler);

    /// <exception cref="FileNotFoundException">A font file is missing; without it text would vanish silently.</exception>
    public static PdfFonts Load(string folder)
    {
        var fonts = new PdfFonts();
        foreach (var (bold, italic, name) in new[] { (0, 0, "Regular"), (1, 0, "Bold"), (0, 1, "Italic"), (1, 1, "BoldItalic") })
        {
            var path = Path.Combine(folder, $"LiberationSerif-{name}.ttf");
            var typeface = File.Exists(path) ? SKTypeface.FromFile(path) : null;
            fonts.faces[bold, italic] = typeface is null ? throw new FileNotFoundException($"Font of papers not found or not readable: {path}", path) : new(typeface, FontOf(typeface, MeasuredAt));
        }
        return fonts;
    }

    public SKFont Font(PdfStyle style) => FontOf(Of(style).Typeface, (float)style.Pt);

    /// <summary>Of one line, in points.</summary>
    public double Width(string text, PdfStyle style) => Of(style).Ruler.MeasureText(text) * style.Pt / MeasuredAt;

    /// <summary>Height of a line and how far below its upper edge the letters stand, in points.</summary>
    public (double Height, double Baseline) Line(PdfStyle style)
    {
        var metrics = Of(style).Ruler.Metrics;
        var (above, below) = (-metrics.Ascent * style.Pt / MeasuredAt, metrics.Descent * style.Pt / MeasuredAt);
        var height = style.LinePt ?? above + below + metrics.Leading * style.Pt / MeasuredAt;
        // What an exact height adds or takes away is shared between above and below.
        return (height, (height - above - below) / 2 + above);
    }

    public bool Has(string text, PdfStyle style) => Of(style).Typeface.ContainsGlyphs(text);

    Face Of(PdfStyle style) => faces[style.Bold ? 1 : 0, style.Italic ? 1 : 0];

    static SKFont FontOf(SKTypeface face, float size) => new(face, size)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
    };
}
