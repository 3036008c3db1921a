using Analytics.Web.Charts;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts.Inspection;

/// <summary>What is wrong with the words of a picture: each fault in a sentence, so that a failing test says where to look.</summary>
internal static class TextFaults
{
    const double LeastContrast = 4.5; // WCAG 2.2, 1.4.3

    /// <summary>A hairline of the grid may pass behind a word; a tenth of its ground is more than a hairline.</summary>
    const double CountsFrom = 0.1;

    public static IEnumerable<string> Glyphs(IEnumerable<PlacedText> texts) =>
        from text in texts
        from run in DrawnMarks.Split(text.Text)
        where !run.IsMark && !ChartFonts.Face(text.Bold).ContainsGlyphs(run.Run)
        select $"no glyph for part of “{run.Run}”";

    public static IEnumerable<string> Places(IReadOnlyList<PlacedText> texts, float width, float height)
    {
        foreach (var text in texts)
            if (text.Bounds is var b && (b.Left < 0 || b.Top < 0 || b.Right > width || b.Bottom > height)) yield return $"“{text.Text}” leaves the picture: {b}";
        for (var i = 0; i < texts.Count; i++)
            for (var j = i + 1; j < texts.Count; j++)
                if (Meet(texts[i], texts[j])) yield return $"“{texts[i].Text}” {texts[i].Bounds} meets “{texts[j].Text}” {texts[j].Bounds}";
    }

    /// <summary>Words on a ground they are hardly read on, by the pixels that really lie beneath them.</summary>
    public static IEnumerable<string> Contrast(Drawing drawing)
    {
        foreach (var text in drawing.Texts)
            foreach (var (fill, share) in Beneath(drawing.Ground, text))
                if (share >= CountsFrom && ChartStyle.Contrast(text.Color, fill) < LeastContrast)
                    yield return $"“{text.Text}” {text.Color} on {fill} ({share:P0} of its ground): {ChartStyle.Contrast(text.Color, fill):0.0} to 1";
    }

    static IEnumerable<(SKColor Fill, double Share)> Beneath(SKBitmap ground, PlacedText text)
    {
        var b = text.Bounds;
        var counts = new Dictionary<SKColor, int>();
        var all = 0;
        var step = Math.Max(1, (int)(text.Size / 12));
        for (var y = Math.Max(0, (int)(text.Baseline - 0.7f * text.Size)); y < Math.Min(ground.Height, text.Baseline); y += step)
            for (var x = Math.Max(0, (int)b.Left); x < Math.Min(ground.Width, b.Right); x += step)
            {
                var fill = ground.GetPixel(x, y);
                counts[fill] = counts.GetValueOrDefault(fill) + 1;
                all++;
            }
        return counts.Select(c => (c.Key, (double)c.Value / all));
    }

    // Half a pixel of measuring error is not an overlap; accents above one line may reach the descender space of the one before.
    static bool Meet(PlacedText a, PlacedText b)
    {
        var (x, y) = (a.Bounds, b.Bounds);
        var slack = 0.2f * Math.Min(a.Size, b.Size);
        return x.Left < y.Right - 0.5f && y.Left < x.Right - 0.5f && x.Top + slack < y.Bottom && y.Top + slack < x.Bottom;
    }
}
