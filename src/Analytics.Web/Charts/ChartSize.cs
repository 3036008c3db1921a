using System.Globalization;

namespace Analytics.Web.Charts;

/// <summary>
/// How large a picture is: <paramref name="Width"/> × <paramref name="Height"/> in logical pixels (1/96 inch), and
/// how many device pixels one of them gets. The scale sharpens the picture for print; it never moves anything.
/// </summary>
public sealed record ChartSize(int Width, int Height, double Scale = 1)
{
    /// <summary>The most device pixels one picture may have; 3840×2160 at scale 4 would be half a gigabyte.</summary>
    public const long PixelCap = 34_000_000;

    /// <summary>The smallest side, in logical pixels, on which a chart can still be read.</summary>
    public const int SmallestSide = 160;

    /// <summary>Device pixels across.</summary>
    public int PixelWidth => (int)Math.Round(Width * Scale);

    /// <summary>Device pixels down.</summary>
    public int PixelHeight => (int)Math.Round(Height * Scale);

    /// <summary>Why this size cannot be drawn, for a log or an API answer; null if it can.</summary>
    public string? Problem => this switch
    {
        { Width: < SmallestSide } or { Height: < SmallestSide } =>
            Say($"a chart of {Width}×{Height} pixels is too small: each side needs at least {SmallestSide}"),
        { Scale: not (>= 1 and <= 4) } =>
            Say($"scale {Scale} is not allowed: it lies between 1 and 4"),
        _ when Width * Scale * Height * Scale > PixelCap =>
            Say($"{Width}×{Height} at scale {Scale} is {Width * Scale * Height * Scale / 1e6:0.0} million pixels; at most {PixelCap / 1_000_000} million are allowed"),
        _ => null
    };

    /// <summary>Refuses a size that cannot be drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Too small, a scale outside 1 to 4, or more pixels than the cap.</exception>
    public void Check()
    {
        if (Problem is { } problem) throw new ArgumentOutOfRangeException("size", this, problem);
    }

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How a chart is used.</summary>
/// <param name="Standalone">
/// An exported picture that explains itself on a slide: title, subtitle, source line and marking are drawn inside it.
/// Otherwise the page around it says these things; legend and sample mark are drawn either way.
/// </param>
/// <param name="Grey">Shades of grey chosen for a black-and-white printer.</param>
public sealed record ChartOptions(bool Standalone = true, bool Grey = false)
{
    /// <summary>A picture that stands alone, in colour.</summary>
    public static ChartOptions Picture { get; } = new();

    /// <summary>A picture inside a page that carries title, subtitle and source itself.</summary>
    public static ChartOptions Inline { get; } = new(Standalone: false);
}
