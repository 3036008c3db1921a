using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>One small trend for each group, all on one scale: the eye compares shapes, nobody is ranked.</summary>
/// <remarks>Panels further right have their years shifted by <c>periodX</c>, those further up their shares by <c>periodY</c>: one plot has one axis.</remarks>
public static class MultiplesChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="TooManyRowsException">The panels do not fit the picture even in the smallest letters.</exception>
    public static Plot Build(MultiplesChartData data, ChartSize size, ChartOptions? options = null)
    {
        options ??= ChartOptions.Picture;
        var style = ChartStyle.For(options);
        var highest = Highest(data);
        var cut = Points(data).Any(p => p.Upper > highest + 1e-9);
        var footnote = string.Join(" · ", new[] { data.Footnote, cut ? data.CutOff : null }.Where(n => !string.IsNullOrEmpty(n)));
        var frame = ChartFrame.Open(data.Text, size, options, Legend(data, style), footnote);
        if (!Points(data).Any(p => p.Share is not null)) return frame.CloseEmpty();

        var (em, area) = (frame.Em, frame.Area);
        var ribbon = frame.AddSampleMark(area.Left, area.Top, area.Width);
        var above = ribbon.Height > 0 ? ribbon.Bottom + 0.4f * em : area.Top;
        var panels = new MultiplesPanels(frame, data, MultiplesLayout.Find(data.Panels, em, area.Width, area.Bottom - above), above, highest);
        for (var i = 0; i < data.Panels.Count; i++)
        {
            panels.AddGround(i, data.Breaks);
            foreach (var run in Runs(data.Panels[i].Segments)) panels.AddBand(i, run);
            foreach (var run in Runs(data.Panels[i].Behind)) panels.AddLine(i, run, ChartStyle.Muted, 0.07f);
            foreach (var run in Runs(data.Panels[i].Segments)) panels.AddLine(i, run, data.Panels[i].TooFew ? ChartStyle.Muted : style.Low, 0.16f);
            panels.AddEnds(i, Runs(data.Panels[i].Segments), data.Panels[i].TooFew ? ChartStyle.Muted : style.Low);
            panels.AddWords(i);
        }
        return frame.Close();
    }

    static IReadOnlyList<IReadOnlyList<TrendPoint>> Runs(IReadOnlyList<TrendSegment> segments) => [.. segments.SelectMany(s => TrendRuns.Of(s.Points))];

    static IEnumerable<TrendPoint> Points(MultiplesChartData data) => data.Panels.SelectMany(p => p.Segments).SelectMany(s => s.Points);

    /// <summary>All shares, and the bands of all that may be compared.</summary>
    static double Highest(MultiplesChartData data) => data.Panels.SelectMany(p => p.Segments.Concat(p.Behind).SelectMany(s => s.Points).Select(t => t.Share ?? 0))
        .Concat(data.Panels.Where(p => !p.TooFew).SelectMany(p => p.Segments).SelectMany(s => s.Points).Select(t => t.Share is null ? 0 : t.Upper ?? 0)).DefaultIfEmpty().Max();

    static List<LegendEntry> Legend(MultiplesChartData data, ChartStyle style)
    {
        LegendEntry Line(string text, SKColor color, float part) => new(text, (to, at) => to.AddBox(new(at.Left, at.MidY - at.Height * part, at.Right, at.MidY + at.Height * part), color), 1.8f);
        List<LegendEntry> entries = [Line(data.OwnName, style.Low, 0.09f)];
        if (data.BehindName.Length > 0) entries.Add(Line(data.BehindName, ChartStyle.Muted, 0.04f));
        if (data.Breaks.Count > 0)
            entries.Add(new(data.BreakName, (to, at) => to.AddShape(DashedLine.Dashes([new(at.MidX, at.Top - at.Height * 0.1f), new(at.MidX, at.Bottom + at.Height * 0.1f)], [at.Height * 0.26f, at.Height * 0.2f]), null, ChartStyle.Muted, at.Height / 11), 0.5f));
        return entries;
    }
}
