using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>One entry of a legend: a swatch drawn into a rectangle, and its words after (and sometimes before) it.</summary>
/// <param name="Text">The words after the swatch.</param>
/// <param name="Draw">Draws the swatch into the rectangle it is given.</param>
/// <param name="SwatchWidth">Width of the swatch in em.</param>
/// <param name="Before">Words before the swatch: the low end of a ramp.</param>
internal sealed record LegendEntry(string Text, Action<Lettering, SKRect> Draw, float SwatchWidth = 0.8f, string? Before = null)
{
    /// <summary>A filled square, with an edge where the fill is too pale to be seen.</summary>
    public static LegendEntry Box(string text, SKColor fill, SKColor? edge = null) =>
        new(text, (to, at) => to.AddBox(at, fill, edge, Math.Max(1, at.Height / 12), at.Height * 0.14f));

    /// <summary>A filled square that carries one of the drawn marks.</summary>
    public static LegendEntry Marked(string text, SKColor fill, char mark) => new(text, (to, at) =>
    {
        to.AddBox(at, fill, radius: at.Height * 0.14f);
        var size = at.Height * 0.86f;
        to.AddShape(DrawnMarks.Outline(mark, at.MidX - 0.42f * size, at.MidY + 0.31f * size, size), ChartStyle.TextOn(fill));
    }, 1.15f);

    /// <summary>A filled square that carries a letter: what is drawn elsewhere by its letter alone.</summary>
    public static LegendEntry Lettered(string text, SKColor fill, string letter) => new(text, (to, at) =>
    {
        to.AddBox(at, fill, ChartStyle.Muted, Math.Max(0.75f, at.Height / 16), at.Height * 0.1f);
        to.AddCentred(TextBlock.Wrap(letter, at.Height * 0.86f, true, float.MaxValue), at.MidX, at.MidY, ChartStyle.TextOn(fill));
    }, 1.15f);

    /// <summary>Steps of the ramp from low to high, in words on both sides.</summary>
    public static LegendEntry Ramp(string low, string high, ChartStyle style) => new(high, (to, at) =>
    {
        const int steps = 6;
        for (var i = 0; i < steps; i++)
            to.AddBox(new(at.Left + at.Width * i / steps, at.Top, at.Left + at.Width * (i + 1) / steps, at.Bottom), style.Ramp(i / (steps - 1.0)));
        to.AddBox(at, null, ChartStyle.Line, Math.Max(0.5f, at.Height / 16));
    }, 7, low);
}

/// <summary>Entries in rows, each wrapped to the width of the picture.</summary>
internal sealed class LegendLayout
{
    const float Gap = 0.4f, Between = 1.3f, RowHeight = 1.5f;

    readonly List<(LegendEntry Entry, TextBlock? Before, TextBlock After, float X, float Y)> placed = [];
    readonly float size;

    public LegendLayout(IReadOnlyList<LegendEntry> entries, float size, float width)
    {
        this.size = size;
        float x = 0, y = 0, row = 0;
        foreach (var entry in entries)
        {
            var before = entry.Before is { Length: > 0 } words ? TextBlock.Wrap(words, size, false, width / 3) : null;
            var fixedWidth = (before is null ? 0 : before.Width + Gap * size) + (entry.SwatchWidth + Gap) * size;
            var after = TextBlock.Wrap(entry.Text, size, false, width - fixedWidth);
            if (x > 0 && x + fixedWidth + after.Width > width) (x, y, row) = (0, y + row, 0);
            placed.Add((entry, before, after, x, y));
            x += fixedWidth + after.Width + Between * size;
            row = Math.Max(row, Math.Max(RowHeight * size, Math.Max(after.Height, before?.Height ?? 0)));
        }
        Height = y + row;
    }

    /// <summary>Height of all rows in pixels.</summary>
    public float Height { get; }

    public void Place(Lettering lettering, float left, float top, SKColor color)
    {
        foreach (var (entry, before, after, x, y) in placed)
        {
            var (at, first) = (left + x, top + y + RowHeight * size / 2);
            if (before is not null)
            {
                lettering.Add(before, at, first - before.LineHeight / 2, color);
                at += before.Width + Gap * size;
            }
            var half = entry.Before is null && entry.SwatchWidth < 1 ? 0.4f * size : 0.45f * size;
            entry.Draw(lettering, new(at, first - half, at + entry.SwatchWidth * size, first + half));
            lettering.Add(after, at + (entry.SwatchWidth + Gap) * size, first - after.LineHeight / 2, color);
        }
    }
}
