using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The curve of progress: the share received by day, counted from the last day for it, before the curves of earlier rounds.</summary>
public static class ProgressChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="ArgumentException">More earlier rounds than patterns to tell them apart.</exception>
    public static Plot Build(ProgressChartData data, ChartSize size, ChartOptions? options = null)
    {
        if (data.Earlier.Count > ProgressLabels.Patterns.Count)
            throw new ArgumentException($"{data.Earlier.Count} earlier rounds: at most {ProgressLabels.Patterns.Count} can be told apart", nameof(data));
        var frame = ChartFrame.Open(data.Text, size, options ?? ChartOptions.Picture, [], data.Footnote);
        var (em, area) = (frame.Em, frame.Area);
        var step = PercentAxis.Step(1, Math.Clamp((int)(area.Height / (3.2f * em)), 2, 5));
        var ticks = PercentAxis.Ticks(1, step);
        var tickLabels = ticks.Select(t => TextBlock.Wrap(PercentAxis.Label(t, step, data.Text.IsVietnamese), em * 0.92f, false, area.Width)).ToList();
        var labels = new ProgressLabels(data, frame);
        var plotArea = new SKRect(
            area.Left + tickLabels.Max(t => t.Width) + 0.6f * em, area.Top,
            area.Right - labels.ColumnWidth, area.Bottom - 1.75f * em - labels.AxisHeight(area.Width));

        frame.SetAxes(plotArea, data.From, data.To, 0, 1);
        // Half a line below zero and a strip above one, so that neither the strong line nor the words on top are cut.
        var (strip, below) = (labels.PlaceTop(plotArea), 0.25f * em);
        var perPixel = 1 / Math.Max(plotArea.Height - strip - below, plotArea.Height / 3);
        frame.SetAxes(plotArea, data.From, data.To, -below * perPixel, (plotArea.Height - below) * perPixel);

        var zero = new DashedLine(new(0, 0), new(0, frame.Plot.Axes.Left.Max), ChartStyle.Muted, em / 11, 0.32f * em);
        if (data.From <= 0 && data.To >= 0) frame.Plot.Add.Plottable(zero);
        var earlier = data.Earlier.Select(line => Path(line, data.From, data.To)).ToList();
        for (var i = 0; i < earlier.Count; i++)
        {
            frame.Plot.Add.Plottable(new DashedLine(earlier[i], ProgressLabels.Greys[i], em / 9, ProgressLabels.PatternOf(i, em)));
            AddSpot(frame, data.Earlier[i], earlier[i]);
        }
        var current = Path(data.Current, data.From, Math.Clamp(data.End, data.From, data.To));
        frame.Plot.Add.ScatterLine(current.ToArray(), ChartStyle.Of(ChartStyle.Ink)).LineWidth = em / 4.5f;
        AddSpot(frame, data.Current, current);

        foreach (var (label, at) in tickLabels.Zip(ticks))
            frame.Lettering.Add(label, plotArea.Left - 0.5f * em, frame.Y(at) - label.LineHeight / 2, ChartStyle.Muted, 1);
        labels.PlaceBottom(plotArea);
        labels.PlaceColumn(plotArea);
        labels.PlaceCurrent(plotArea, current, earlier);
        return frame.Close(yGrid: ticks);
    }

    static void AddSpot(ChartFrame frame, ProgressLine line, List<Coordinates> path) =>
        frame.Lettering.AddSpot(ChartSpot.Line(line.Name, line.Name, path.Select(c => new SkiaSharp.SKPoint(frame.X(c.X), frame.Y(c.Y)))));

    /// <summary>Stairs from one day to another: what came in counts from its day on.</summary>
    static List<Coordinates> Path(ProgressLine line, double from, double to)
    {
        var share = line.Steps.Where(s => s.Day <= from).Select(s => s.Share).LastOrDefault();
        List<Coordinates> path = [new(from, share)];
        foreach (var (day, next) in line.Steps.Where(s => s.Day > from && s.Day <= to))
        {
            if (day > path[^1].X) path.Add(new(day, share));
            path.Add(new(day, share = next));
        }
        if (to > path[^1].X || path.Count == 1) path.Add(new(to, share));
        return path;
    }
}
