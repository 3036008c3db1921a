using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The measured words around a plot at one size of letters: header from the top, footer from the bottom.</summary>
internal sealed class FrameParts
{
    readonly List<(TextBlock Block, float X, float Y, SKColor Color)> blocks = [];
    SKRect? markingBox;
    LegendLayout? legend;
    float legendTop, left, em;

    /// <summary>What is left between header and footer.</summary>
    public SKRect Area { get; private set; }

    public static FrameParts Measure(ChartText text, ChartSize size, ChartOptions options, IReadOnlyList<LegendEntry> legend, string? footnote, float em)
    {
        var parts = new FrameParts { em = em };
        var margin = options.Standalone ? em * 1.1f : em * 0.2f;
        parts.left = margin;
        var (right, top, bottom) = (size.Width - margin, margin, size.Height - margin);
        if (options.Standalone)
        {
            top = parts.Header(text, top, right);
            bottom = parts.Footer(text.Source, 0.8f, bottom, right) - 0.15f * em;
        }
        bottom = parts.Footer(footnote, 0.84f, bottom, right);
        if (legend.Count > 0)
        {
            parts.legend = new(legend, em * 0.92f, right - margin);
            parts.legendTop = top;
            top += parts.legend.Height + em * 0.35f;
        }
        parts.Area = new(margin, top + (options.Standalone ? em * 0.3f : 0), right, Math.Max(top + 20, bottom - em * 0.2f));
        return parts;
    }

    public void Place(Lettering lettering, ChartStyle style)
    {
        if (markingBox is { } box) lettering.AddBox(box, null, ChartStyle.Ink, Math.Max(0.75f, em / 14));
        foreach (var (block, x, y, color) in blocks) lettering.Add(block, x, y, color);
        legend?.Place(lettering, left, legendTop, ChartStyle.Muted);
    }

    float Header(ChartText text, float top, float right)
    {
        var titleRight = right;
        if (!string.IsNullOrEmpty(text.Marking))
        {
            var words = TextBlock.Balanced(text.Marking, em * 0.78f, true, (right - left) * 0.3f);
            markingBox = new(right - words.Width - em, top, right, top + words.Height + 0.4f * em);
            blocks.Add((words, right - words.Width - em / 2, top + 0.2f * em, ChartStyle.Ink));
            titleRight = markingBox.Value.Left - em;
        }
        var (start, room) = (top, titleRight - left);
        if (text.Title.Length > 0)
        {
            var title = TextBlock.Fit(text.Title, em * 1.32f, em, true, room, float.MaxValue, 2) ?? TextBlock.Wrap(text.Title, em, true, room);
            // Lines stay full: only a block that shrank to two lines is worth balancing, and a title reads from the left.
            title = TextBlock.Wrap(text.Title, title.Size, true, room);
            blocks.Add((title, left, top, ChartStyle.Ink));
            top += title.Height + 0.1f * em;
        }
        if (markingBox is { } box) top = Math.Max(top, box.Bottom + 0.1f * em);
        if (text.Subtitle.Length > 0)
        {
            var subtitle = TextBlock.Wrap(text.Subtitle, em * 0.94f, false, right - left);
            blocks.Add((subtitle, left, top, ChartStyle.Muted));
            top += subtitle.Height;
        }
        return top > start ? top + 0.25f * em : top;
    }

    float Footer(string? text, float letters, float bottom, float right)
    {
        if (string.IsNullOrEmpty(text)) return bottom;
        var block = TextBlock.Wrap(text, em * letters, false, right - left);
        blocks.Add((block, left, bottom - block.Height, ChartStyle.Muted));
        return bottom - block.Height - 0.2f * em;
    }
}
