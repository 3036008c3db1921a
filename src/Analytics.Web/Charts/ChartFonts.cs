using System.Text;
using ScottPlot;
using ScottPlot.FontResolvers;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The typeface of the charts: the vendored Be Vietnam Pro, regular and bold, never a font of the machine.</summary>
public static class ChartFonts
{
    /// <summary>The family name, as in the stylesheet and in exported SVG.</summary>
    public const string Family = "Be Vietnam Pro";

    /// <summary>The families of an SVG, in order: in a page, or where a viewer shows no fonts of a file, the next of them that has Vietnamese letters.</summary>
    internal const string Stack = $"'{Family}', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    internal const string RegularFile = "BeVietnamPro-Regular.ttf";
    internal const string BoldFile = "BeVietnamPro-Bold.ttf";
    const float MeasuredAt = 100;

    static readonly Lock Gate = new();
    static Faces? faces;

    /// <summary>Loads the fonts from <paramref name="folder"/> and makes them ScottPlot's. Once at start; later calls do nothing.</summary>
    /// <remarks>ScottPlot's font list is global and not made for change: it is frozen before the first plot.</remarks>
    /// <exception cref="FileNotFoundException">A font file is missing; without it text would vanish silently.</exception>
    public static void Register(string folder)
    {
        lock (Gate)
        {
            if (faces is not null) return;
            var (regular, bold) = (Path.Combine(folder, RegularFile), Path.Combine(folder, BoldFile));
            var loaded = new Faces(Load(regular), Load(bold), File.ReadAllBytes(regular), File.ReadAllBytes(bold));
            Fonts.FontResolvers.Insert(0, new FileFontResolver(Family, bold, FontWeight.Bold, FontSlant.Upright, FontSpacing.Normal));
            Fonts.FontResolvers.Insert(0, new FileFontResolver(Family, regular, FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal));
            Fonts.Default = Family;
            faces = loaded;
        }
    }

    /// <summary>Width of one line in pixels, at <paramref name="size"/> pixels per em.</summary>
    internal static float Measure(string text, float size, bool bold)
    {
        var width = 0f;
        foreach (var (run, isMark) in DrawnMarks.Split(text))
            width += isMark ? DrawnMarks.Advance * size : (bold ? Loaded.BoldRuler : Loaded.RegularRuler).MeasureText(run) * size / MeasuredAt;
        return width;
    }

    internal static SKTypeface Face(bool bold) => bold ? Loaded.Bold : Loaded.Regular;

    internal static byte[] FileOf(bool bold) => bold ? Loaded.BoldBytes : Loaded.RegularBytes;

    /// <summary>A font that measures and draws the same at every scale: no hinting, fractional positions.</summary>
    internal static SKFont Font(bool bold, float size) => NewFont(Face(bold), size);

    /// <summary>Composed form and no control characters: decomposed Vietnamese draws broken.</summary>
    internal static string Clean(string text) => text.Normalize(NormalizationForm.FormC).Replace('\t', ' ').Replace("\r", "", StringComparison.Ordinal);

    static Faces Loaded => faces ?? throw new InvalidOperationException("Chart fonts are not loaded: call ChartFonts.Register(folder) at start.");

    static SKTypeface Load(string path) => File.Exists(path) && SKTypeface.FromFile(path) is { } face
        ? face
        : throw new FileNotFoundException($"Chart font not found or not readable: {path}", path);

    static SKFont NewFont(SKTypeface face, float size) => new(face, size)
    { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };

    sealed record Faces(SKTypeface Regular, SKTypeface Bold, byte[] RegularBytes, byte[] BoldBytes)
    {
        public SKFont RegularRuler { get; } = NewFont(Regular, MeasuredAt);
        public SKFont BoldRuler { get; } = NewFont(Bold, MeasuredAt);
    }
}
