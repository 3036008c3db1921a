using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>A funnel plot: the fewer ballots a group has, the further its share may lie from the mean by chance. Only what lies outside is named.</summary>
public static class FunnelChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    public static Plot Build(FunnelChartData data, ChartSize size, ChartOptions? options = null)
    {
        options ??= ChartOptions.Picture;
        var style = ChartStyle.For(options);
        var frame = ChartFrame.Open(data.Text, size, options, Legend(data, style), data.Footnote);
        if (data.Points.Count == 0 || data.Limits is not { } limits) return frame.CloseEmpty();

        var (em, area, vietnamese) = (frame.Em, frame.Area, data.Text.IsVietnamese);
        var most = data.Points.Max(p => p.Ballots) * 1.04;
        var highest = Math.Min(1, Math.Max(data.Points.Max(p => p.Share) * 1.06, limits.Mean + limits.Width998 / Math.Sqrt(most / 4)));
        var step = PercentAxis.Step(highest, Math.Clamp((int)(area.Height / (3.4f * em)), 2, 8));
        var ticks = PercentAxis.Ticks(highest, step);
        var tickLabels = ticks.Select(t => TextBlock.Wrap(PercentAxis.Label(t, step, vietnamese), em * 0.92f, false, area.Width)).ToList();
        var axis = TextBlock.Wrap(data.Axis, em * 0.86f, false, area.Width * 0.8f);
        var ribbon = frame.AddSampleMark(area.Left, area.Top, area.Width);
        var plotArea = new SKRect(area.Left + tickLabels.Max(t => t.Width) + 0.6f * em, ribbon.Height > 0 ? ribbon.Bottom + 0.4f * em : area.Top, area.Right - 0.4f * em, area.Bottom - 1.75f * em - axis.Height);
        frame.SetAxes(plotArea, 0, most, 0, highest);

        AddLimits(frame, limits, most, highest);
        foreach (var (mark, points) in Marks(style).Select((m, i) => (m, data.Points.Where(p => (int)p.Mark == i))))
            mark.Add(frame, [.. points.Select(p => new Coordinates(p.Ballots, p.Share))], em);
        foreach (var p in data.Points)
            frame.Lettering.AddSpot(ChartSpot.Dot($"{p.Name}: {PercentAxis.Value(p.Share, vietnamese)} ({CountAxis.Label(p.Ballots, vietnamese)} {data.Axis}) – {data.Legend[(int)p.Mark]}", p.Mark.ToString(), frame.X(p.Ballots), frame.Y(p.Share), 0.6f * em));
        new FunnelNames(frame, plotArea).Place(data.Points);
        foreach (var (label, at) in tickLabels.Zip(ticks))
            frame.Lettering.Add(label, plotArea.Left - 0.5f * em, frame.Y(at) - label.LineHeight / 2, ChartStyle.Muted, 1);
        AddCounts(frame, plotArea, most, vietnamese);
        frame.Lettering.Add(axis, plotArea.Right, plotArea.Bottom + 1.65f * em, ChartStyle.Muted, 1);
        return frame.Close(yGrid: ticks);
    }

    static void AddCounts(ChartFrame frame, SKRect plot, double most, bool vietnamese)
    {
        var em = frame.Em;
        var widest = ChartFonts.Measure(CountAxis.Label(most, vietnamese), em * 0.92f, false) + em;
        var step = CountAxis.Step(most, Math.Clamp((int)(plot.Width / widest), 1, 10));
        frame.Lettering.AddBox(new(plot.Left, plot.Bottom - em / 24, plot.Right, plot.Bottom + em / 24), ChartStyle.Muted);
        for (double count = 0; count <= most; count += step)
        {
            var block = TextBlock.Wrap(CountAxis.Label(count, vietnamese), em * 0.92f, false, float.MaxValue);
            frame.Lettering.AddBox(new(frame.X(count) - em / 26, plot.Bottom, frame.X(count) + em / 26, plot.Bottom + 0.25f * em), ChartStyle.Muted);
            frame.Lettering.Add(block, Math.Min(frame.X(count), plot.Right - block.Width / 2 + 0.3f * em), plot.Bottom + 0.3f * em, ChartStyle.Muted, 0.5f);
        }
    }

    /// <summary>The mean, and each limit from where it enters the picture.</summary>
    static void AddLimits(ChartFrame frame, FunnelCurves limits, double most, double highest)
    {
        var em = frame.Em;
        frame.Plot.Add.ScatterLine(new[] { 0, most }, new[] { limits.Mean, limits.Mean }, ChartStyle.Of(ChartStyle.Muted)).LineWidth = em / 14;
        foreach (var width in (ReadOnlySpan<double>)[limits.Width95, limits.Width998])
            foreach (var side in (ReadOnlySpan<int>)[1, -1])
            {
                var room = side > 0 ? highest - limits.Mean : limits.Mean;
                var from = Math.Max(1, Math.Pow(width / room, 2));
                if (from >= most) continue;
                var line = Enumerable.Range(0, 81).Select(i => from + (most - from) * Math.Pow(i / 80.0, 2)).Select(n => new Coordinates(n, Math.Clamp(limits.Mean + side * width / Math.Sqrt(n), 0, highest))).ToArray();
                if (width == limits.Width95) frame.Plot.Add.Plottable(new DashedLine(line, ChartStyle.Muted, em / 11, [0.4f * em, 0.3f * em]));
                else frame.Plot.Add.ScatterLine(line, ChartStyle.Of(ChartStyle.Muted)).LineWidth = em / 7;
            }
    }

    /// <summary>By <see cref="FunnelMark"/>.</summary>
    static IReadOnlyList<RowMark> Marks(ChartStyle style) =>
    [
        new(MarkerShape.FilledCircle, ChartStyle.Muted, ChartStyle.Muted, 0.5f),
        new(MarkerShape.FilledDiamond, style.RampMiddle, style.Low, 0.75f),
        new(MarkerShape.FilledSquare, style.Low, style.Low, 0.66f),
        new(MarkerShape.FilledCircle, ChartStyle.Ground, ChartStyle.Muted, 0.5f),
    ];

    static List<LegendEntry> Legend(FunnelChartData data, ChartStyle style)
    {
        LegendEntry Line(string text, float[] pattern, float part) => new(text, (to, at) =>
            to.AddShape(DashedLine.Dashes([new(at.Left, at.MidY), new(at.Right, at.MidY)], [.. pattern.Select(p => p * at.Height)]), null, ChartStyle.Muted, at.Height * part), 2f);
        List<LegendEntry> entries = [.. Marks(style).Select((m, i) => (Mark: m, Index: i)).Where(m => data.Points.Any(p => (int)p.Mark == m.Index)).Select(m => m.Mark.Entry(data.Legend[m.Index]))];
        if (data.Limits is null) return entries;
        return [.. entries, Line(data.MeanName, [9, 1], 0.08f), Line(data.Name95, [0.45f, 0.33f], 0.12f), Line(data.Name998, [9, 1], 0.2f)];
    }
}
