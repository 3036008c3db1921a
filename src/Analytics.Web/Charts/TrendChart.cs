using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The trend line: one line per family of rounds, with its band, never across a break.</summary>
public static class TrendChart
{
    static readonly MarkerShape[] Shapes = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleUp];

    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    public static Plot Build(TrendChartData data, ChartSize size, ChartOptions? options = null)
    {
        options ??= ChartOptions.Picture;
        var (style, labels) = (ChartStyle.For(options), new TrendLabels(data));
        var named = data.Segments.Where(s => s.Points.Any(p => p.Share is not null)).ToList();
        var legend = named.Count < 2 ? [] : named.Select((s, i) => (s, i)).Where(x => x.s.Name.Length > 0).Select(x => new LegendEntry(x.s.Name, (to, at) => Swatch(to, at, style.Low, x.i), 2.2f)).ToList();
        var frame = ChartFrame.Open(data.Text, size, options, legend, labels.Footnote);
        var shares = named.SelectMany(s => s.Points).Where(p => p.Share is not null).ToList();
        if (shares.Count == 0) return frame.CloseEmpty();

        var (em, area) = (frame.Em, frame.Area);
        var top = Math.Min(1, Math.Max(data.Top ?? 0, shares.Max(p => Math.Max(p.Share!.Value, p.Upper ?? 0))));
        var step = PercentAxis.Step(Math.Max(top, 0.004), Math.Clamp((int)(area.Height / (3.6f * em)), 2, 6));
        top = Math.Max(step, Math.Ceiling(top / step - 1e-9) * step);
        var ticks = PercentAxis.Ticks(top, step);
        var tickLabels = ticks.Select(t => TextBlock.Wrap(PercentAxis.Label(t, step, data.Text.IsVietnamese), em * 0.92f, false, area.Width)).ToList();

        var (first, last) = (labels.Years.Min(), labels.Years.Max());
        if (last - first < 1) (first, last) = (first - 1, last + 1);
        var plotArea = new SKRect(
            area.Left + tickLabels.Max(t => t.Width) + 0.6f * em, area.Top,
            area.Right, area.Bottom - (labels.HasMarks ? 2.45f : 1.75f) * em);
        // Room inside the plot for half a year's label on the left and for the last share on the right.
        var (before, after) = (labels.HalfWidth(em, first), Math.Max(labels.HalfWidth(em, last), LastWidth(data, em) + 1.1f * em));
        var perPixel = (last - first) / Math.Max(plotArea.Width - before - after, plotArea.Width / 4);
        var (xMin, xMax) = (first - before * perPixel, last + after * perPixel);

        frame.SetAxes(plotArea, xMin, xMax, 0, top);
        var strip = labels.PlaceTop(frame, plotArea);
        frame.SetAxes(plotArea, xMin, xMax, 0, top * plotArea.Height / Math.Max(plotArea.Height / 3, plotArea.Height - strip));
        for (var i = 0; i < named.Count; i++)
        {
            AddSegment(frame, named[i], Shapes[i % Shapes.Length]);
            AddSpots(frame, named[i], i);
        }
        foreach (var line in data.Breaks.Where(b => b.Year > xMin && b.Year < xMax))
            frame.Plot.Add.Plottable(new DashedLine(new(line.Year, 0), new(line.Year, frame.Plot.Axes.Left.Max), ChartStyle.Muted, em / 12, 0.32f * em));
        foreach (var (label, at) in tickLabels.Zip(ticks))
            frame.Lettering.Add(label, plotArea.Left - 0.5f * em, frame.Y(at) - label.LineHeight / 2, ChartStyle.Muted, 1);
        labels.PlaceBottom(frame, plotArea);
        AddLastLabel(frame, shares[^1], data.LastLabel);
        return frame.Close(yGrid: ticks);
    }

    static void AddSegment(ChartFrame frame, TrendSegment segment, MarkerShape shape)
    {
        var (plot, em, color) = (frame.Plot, frame.Em, ChartStyle.Of(frame.Style.Low));
        foreach (var run in TrendRuns.Of(segment.Points))
        {
            var banded = run.Where(p => p is { Lower: not null, Upper: not null }).ToList();
            if (banded.Count > 1)
            {
                var band = plot.Add.FillY([.. banded.Select(p => p.Year)], [.. banded.Select(p => p.Lower!.Value)], [.. banded.Select(p => p.Upper!.Value)]);
                (band.FillColor, band.LineWidth, band.MarkerSize) = (ChartStyle.Of(frame.Style.Band), 0, 0);
            }
            else foreach (var p in banded)
            {
                var bar = plot.Add.Line(p.Year, p.Lower!.Value, p.Year, p.Upper!.Value);
                (bar.LineColor, bar.LineWidth, bar.MarkerSize) = (ChartStyle.Of(frame.Style.Band), em * 0.7f, 0);
            }
            foreach (var (part, dotted) in TrendRuns.Lines(run))
            {
                if (!dotted)
                {
                    plot.Add.ScatterLine(Years(part), Shares(part), color).LineWidth = em / 6.5f;
                    continue;
                }
                foreach (var (from, to) in part.Zip(part.Skip(1)))
                    plot.Add.Plottable(new DashedLine(new(from.Year, from.Share!.Value), new(to.Year, to.Share!.Value), frame.Style.Low, em / 6.5f, 0.26f * em));
            }
            var points = plot.Add.ScatterPoints(Years(run), Shares(run));
            (points.MarkerShape, points.MarkerSize) = (shape, em * 0.62f);
            (points.MarkerStyle.FillColor, points.MarkerStyle.OutlineColor, points.MarkerStyle.OutlineWidth) = (ChartStyle.Of(ChartStyle.Ground), color, em / 6.5f);
        }
    }

    static void AddSpots(ChartFrame frame, TrendSegment segment, int index)
    {
        var (series, shown) = ("s" + index.ToString(System.Globalization.CultureInfo.InvariantCulture), segment.Points.Where(p => p.Share is not null).ToList());
        if (shown.Count > 1) frame.Lettering.AddSpot(ChartSpot.Line(segment.Name, series, shown.Select(p => new SKPoint(frame.X(p.Year), frame.Y(p.Share!.Value)))));
        foreach (var p in shown)
            frame.Lettering.AddSpot(ChartSpot.Dot($"{p.Label}: {PercentAxis.Value(p.Share!.Value, p.Lower, p.Upper, frame.Text.IsVietnamese)}", series, frame.X(p.Year), frame.Y(p.Share.Value), 0.8f * frame.Em));
    }

    static void Swatch(Lettering to, SKRect at, SKColor color, int index)
    {
        var (r, y) = (at.Height * 0.36f, at.MidY);
        to.AddBox(new(at.Left, y - at.Height / 13, at.Right, y + at.Height / 13), color);
        var path = (index % Shapes.Length) switch
        {
            1 => DrawnMarks.Polygon(new(at.MidX - r, y - r), new(at.MidX + r, y - r), new(at.MidX + r, y + r), new(at.MidX - r, y + r)),
            2 => DrawnMarks.Polygon(new(at.MidX, y - r), new(at.MidX + r, y), new(at.MidX, y + r), new(at.MidX - r, y)),
            3 => DrawnMarks.Polygon(new(at.MidX, y - r), new(at.MidX + r, y + r), new(at.MidX - r, y + r)),
            _ => Circle(at.MidX, y, r)
        };
        to.AddShape(path, ChartStyle.Ground, color, at.Height / 6);
    }

    static double[] Years(IEnumerable<TrendPoint> points) => [.. points.Select(p => p.Year)];

    static double[] Shares(IEnumerable<TrendPoint> points) => [.. points.Select(p => p.Share!.Value)];

    static SKPath Circle(float x, float y, float r)
    {
        var path = new SKPath();
        path.AddCircle(x, y, r);
        return path;
    }

    static float LastWidth(TrendChartData data, float em) =>
        data.LastLabel.Length == 0 ? 0 : ChartFonts.Measure(ChartFonts.Clean(data.LastLabel), em * 1.1f, true);

    static void AddLastLabel(ChartFrame frame, TrendPoint last, string text)
    {
        if (text.Length == 0) return;
        var block = TextBlock.Wrap(text, frame.Em * 1.1f, true, float.MaxValue);
        var (x, y) = (frame.X(last.Year) + 0.7f * frame.Em, frame.Y(last.Share!.Value));
        frame.Lettering.AddBox(new(x - 0.1f * frame.Em, y - 0.5f * frame.Em, x + block.Width + 0.1f * frame.Em, y + 0.5f * frame.Em), ChartStyle.Ground);
        frame.Lettering.Add(block, x, y - block.LineHeight / 2, frame.Style.Low);
    }
}
