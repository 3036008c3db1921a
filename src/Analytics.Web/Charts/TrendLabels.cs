using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The words in and under a trend: years, texts of breaks, marks. Places them so that none meets another.</summary>
internal sealed class TrendLabels
{
    readonly TrendChartData data;
    readonly List<(double Year, string Label)> years;
    readonly List<TrendMark> marks;
    readonly List<string> markTexts;

    public TrendLabels(TrendChartData data)
    {
        this.data = data;
        years = [.. data.Segments.SelectMany(s => s.Points)
            .GroupBy(p => p.Year).OrderBy(g => g.Key).Select(g => (g.Key, ChartFonts.Clean(g.First().Label)))];
        marks = years.Count == 0 ? [] : [.. data.Marks.Where(m => m.Year >= years[0].Year).OrderBy(m => m.Year)];
        markTexts = [.. marks.Select(m => m.Text).Distinct()];
    }

    public IReadOnlyList<double> Years => [.. years.Select(y => y.Year).DefaultIfEmpty()];

    public bool HasMarks => marks.Count > 0;

    /// <summary>The marks spelled out, then the note of the chart; null when there is neither.</summary>
    public string? Footnote
    {
        get
        {
            var notes = markTexts.Select((text, i) => $"▲{Number(i)} {text}").Append(data.Footnote).Where(n => !string.IsNullOrEmpty(n)).ToList();
            return notes.Count == 0 ? null : string.Join(" · ", notes);
        }
    }

    /// <summary>Half the width of the label under an end of the axis, at least that of a marker.</summary>
    public static float HalfWidth(string label, float em) => Math.Max(0.7f * em, ChartFonts.Measure(label, em * 0.92f, false) / 2);

    /// <inheritdoc cref="HalfWidth(string, float)"/>
    public float HalfWidth(float em, double year) => HalfWidth(years.FirstOrDefault(y => y.Year == year).Label ?? "", em);

    /// <summary>Sample mark and texts of breaks along the top of the plot; the height they take.</summary>
    public float PlaceTop(ChartFrame frame, SKRect plot)
    {
        var em = frame.Em;
        var ribbon = frame.AddSampleMark(plot.Left, plot.Top, plot.Width);
        List<SKRect> taken = ribbon.Width > 0 ? [ribbon] : [];
        foreach (var line in data.Breaks.Where(b => b.Year > frame.Plot.Axes.Bottom.Min && b.Year < frame.Plot.Axes.Bottom.Max).OrderBy(b => b.Year))
        {
            var (x, pad) = (frame.X(line.Year), 0.5f * em);
            var toLeft = x - plot.Left > plot.Right - x;
            var block = TextBlock.Balanced(line.Text, em * 0.86f, false, Math.Min(17 * em, (toLeft ? x - plot.Left : plot.Right - x) - pad));
            var at = SKRect.Create(toLeft ? x - pad - block.Width : x + pad, plot.Top, block.Width, block.Height);
            while (taken.FirstOrDefault(t => t.Left < at.Right + pad && at.Left < t.Right + pad && t.Top < at.Bottom && at.Top < t.Bottom) is { IsEmpty: false } hit)
                at.Offset(0, hit.Bottom + 0.2f * em - at.Top);
            taken.Add(at);
            // A line of another break may pass behind the words.
            frame.Lettering.AddBox(SKRect.Inflate(at, 0.2f * em, 0), ChartStyle.Ground);
            frame.Lettering.Add(block, toLeft ? at.Right : at.Left, at.Top, ChartStyle.Muted, toLeft ? 1 : 0);
        }
        return taken.Count == 0 ? 0.4f * em : taken.Max(t => t.Bottom) - plot.Top + 0.6f * em;
    }

    /// <summary>Axis line, years and triangles under the plot. Years that would touch a neighbour are left out, never the last.</summary>
    public void PlaceBottom(ChartFrame frame, SKRect plot)
    {
        var em = frame.Em;
        frame.Lettering.AddBox(new(plot.Left, plot.Bottom - em / 24, plot.Right, plot.Bottom + em / 24), ChartStyle.Muted);
        foreach (var mark in marks)
        {
            // What came after the last round stands behind it, as far as there is room.
            var (x, half) = (Math.Min(frame.X(mark.Year), plot.Right - 0.9f * em), 0.36f * em);
            frame.Lettering.AddShape(DrawnMarks.Polygon(new(x, plot.Bottom + 0.12f * em), new(x + half, plot.Bottom + 0.75f * em), new(x - half, plot.Bottom + 0.75f * em)), ChartStyle.Ink);
            if (Number(markTexts.IndexOf(mark.Text)) is { Length: > 0 } number)
                frame.Lettering.Add(TextBlock.Wrap(number, em * 0.7f, true, em * 2), x + half, plot.Bottom + 0.05f * em, ChartStyle.Ink);
        }
        var edge = float.MaxValue;
        var top = plot.Bottom + (HasMarks ? 0.95f : 0.35f) * em;
        foreach (var (year, label) in Enumerable.Reverse(years))
        {
            var block = TextBlock.Wrap(label, em * 0.92f, false, float.MaxValue);
            var x = frame.X(year);
            frame.Lettering.AddBox(new(x - em / 26, plot.Bottom, x + em / 26, plot.Bottom + 0.25f * em), ChartStyle.Muted);
            if (x + block.Width / 2 + 0.5f * em > edge) continue;
            frame.Lettering.Add(block, x, top, ChartStyle.Muted, 0.5f);
            edge = x - block.Width / 2;
        }
    }

    string Number(int index) => markTexts.Count < 2 ? "" : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
