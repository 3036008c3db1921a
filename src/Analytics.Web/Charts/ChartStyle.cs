using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The colours of the charts: one set for screens, one of greys for black-and-white print.</summary>
/// <remarks>
/// Neighbouring meanings differ in lightness as well as hue, so a colour picture survives a grey printer; and each
/// is repeated by a shape, a position or a word.
/// </remarks>
internal sealed record ChartStyle(
    SKColor High, SKColor Middle, SKColor Low, SKColor Unmarked, SKColor Band,
    SKColor RampFrom, SKColor RampMiddle, SKColor RampTo, SKColor Higher, SKColor Lower, SKColor Neutral,
    SKColor MarkFill, SKColor MarkEdge, SKColor MarkText)
{
    /// <summary>Bands of the favourable share from the lowest to the highest: brick to teal, each of another lightness.</summary>
    public required IReadOnlyList<SKColor> Bands { get; init; }

    /// <summary>Text and strong lines.</summary>
    public static readonly SKColor Ink = SKColor.Parse("#1f2933");

    /// <summary>Secondary text.</summary>
    public static readonly SKColor Muted = SKColor.Parse("#52606d");

    /// <summary>Grid lines and hairlines.</summary>
    public static readonly SKColor Line = SKColor.Parse("#e4e7eb");

    /// <summary>The paper.</summary>
    public static readonly SKColor Ground = SKColors.White;

    public static readonly ChartStyle Colour = new(
        High: SKColor.Parse("#1b7a8c"), Middle: SKColor.Parse("#a5ccd3"), Low: SKColor.Parse("#7f1d1d"),
        Unmarked: SKColor.Parse("#f4f6f8"), Band: SKColor.Parse("#f2e2d2"),
        RampFrom: SKColor.Parse("#f7ede2"), RampMiddle: SKColor.Parse("#cd8b68"), RampTo: SKColor.Parse("#7f1d1d"),
        Higher: SKColor.Parse("#8a2c0f"), Lower: SKColor.Parse("#1b7a8c"), Neutral: SKColor.Parse("#eef1f4"),
        MarkFill: SKColor.Parse("#fdf6ee"), MarkEdge: SKColor.Parse("#b45309"), MarkText: SKColor.Parse("#7c2d12"))
    {
        Bands = [SKColor.Parse("#7f1d1d"), SKColor.Parse("#cd8b68"), SKColor.Parse("#fbf3ea"), SKColor.Parse("#a5ccd3"), SKColor.Parse("#1b7a8c")],
    };

    public static readonly ChartStyle Grey = new(
        High: SKColor.Parse("#6b6b6b"), Middle: SKColor.Parse("#c4c4c4"), Low: SKColor.Parse("#111111"),
        Unmarked: SKColor.Parse("#f6f6f6"), Band: SKColor.Parse("#e3e3e3"),
        RampFrom: SKColor.Parse("#f5f5f5"), RampMiddle: SKColor.Parse("#9a9a9a"), RampTo: SKColor.Parse("#1c1c1c"),
        Higher: SKColor.Parse("#2b2b2b"), Lower: SKColor.Parse("#b4b4b4"), Neutral: SKColor.Parse("#f0f0f0"),
        MarkFill: SKColors.White, MarkEdge: SKColor.Parse("#555555"), MarkText: SKColor.Parse("#222222"))
    {
        Bands = [SKColor.Parse("#111111"), SKColor.Parse("#949494"), SKColor.Parse("#f6f6f6"), SKColor.Parse("#c6c6c6"), SKColor.Parse("#676767")],
    };

    public static ChartStyle For(ChartOptions options) => options.Grey ? Grey : Colour;

    /// <summary>The sequential ramp for low shares; <paramref name="fraction"/> 0 is light sand, 1 deep brick.</summary>
    public SKColor Ramp(double fraction)
    {
        var place = double.IsNaN(fraction) ? 0 : 2 * Math.Clamp(fraction, 0, 1);
        var (from, to, t) = place < 1 ? (RampFrom, RampMiddle, place) : (RampMiddle, RampTo, place - 1);
        byte Mix(byte a, byte b) => (byte)Math.Round(a + (b - a) * t);
        return new(Mix(from.Red, to.Red), Mix(from.Green, to.Green), Mix(from.Blue, to.Blue));
    }

    /// <summary>Ink where it reads well on <paramref name="fill"/>, else white or black, whichever reads better: at least 4.5 to 1.</summary>
    public static SKColor TextOn(SKColor fill) =>
        Contrast(Ink, fill) >= 4.5 ? Ink : Contrast(Ground, fill) >= Contrast(SKColors.Black, fill) ? Ground : SKColors.Black;

    /// <summary>Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").</summary>
    public static double Contrast(SKColor a, SKColor b)
    {
        var (x, y) = (Luminance(a) + 0.05, Luminance(b) + 0.05);
        return Math.Max(x, y) / Math.Min(x, y);
    }

    /// <summary>Relative luminance, 0 black to 1 white (WCAG 2.2): what a grey printer keeps of a colour.</summary>
    public static double Luminance(SKColor c)
    {
        static double Channel(byte v) => v / 255.0 is var s && s <= 0.04045 ? s / 12.92 : Math.Pow((v / 255.0 + 0.055) / 1.055, 2.4);
        return 0.2126 * Channel(c.Red) + 0.7152 * Channel(c.Green) + 0.0722 * Channel(c.Blue);
    }

    /// <summary>A Skia colour as ScottPlot wants it.</summary>
    public static ScottPlot.Color Of(SKColor c) => new(c.Red, c.Green, c.Blue, c.Alpha);
}
