using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The panels of <see cref="MultiplesChart"/>: where each lies in the one plot, and what is drawn in it.</summary>
internal sealed class MultiplesPanels
{
    readonly ChartFrame frame;
    readonly MultiplesChartData data;
    readonly MultiplesLayout layout;
    readonly double first, last, from, to, top, step, periodX, periodY;
    readonly IReadOnlyList<double> ticks;
    readonly string firstLabel, lastLabel;

    public MultiplesPanels(ChartFrame frame, MultiplesChartData data, MultiplesLayout layout, float above, double highest)
    {
        (this.frame, this.data, this.layout) = (frame, data, layout);
        var points = data.Panels.SelectMany(p => p.Segments.Concat(p.Behind)).SelectMany(s => s.Points).ToList();
        (first, last) = (points.Min(p => p.Year), points.Max(p => p.Year));
        (firstLabel, lastLabel) = (points.First(p => p.Year == first).Label, points.First(p => p.Year == last).Label);
        step = PercentAxis.Step(Math.Max(highest, 0.004), 6);
        top = Math.Min(1, Math.Max(step, Math.Ceiling(highest / step - 1e-9) * step));
        ticks = PercentAxis.Ticks(top, step);
        // In a low panel only the ends of the scale: a coarser step would leave half of it empty.
        if (layout.PanelHeight / (ticks.Count - 1) < 1.3f * layout.Size) ticks = [0, top];

        var pad = 0.5f * layout.Size;
        var (yearsPerPixel, sharePerPixel) = (Math.Max(last - first, 1) / (layout.PanelWidth - 2 * pad), top / layout.PanelHeight);
        // A single round stands in the middle.
        var middle = last > first ? 0 : 0.5;
        (from, to) = (first - middle - pad * yearsPerPixel, Math.Max(last, first + 1) - middle + pad * yearsPerPixel);
        (periodX, periodY) = ((layout.PanelWidth + layout.GapWidth) * yearsPerPixel, layout.RowHeight * sharePerPixel);
        var bottom = above + layout.Rows * layout.RowHeight - 0.7f * layout.Size;
        var left = from - layout.AxisWidth * yearsPerPixel;
        // A little below zero, so that the line along it is not cut in half.
        const float below = 2;
        frame.SetAxes(new(frame.Area.Left, above, frame.Area.Right, bottom + below), left, left + frame.Area.Width * yearsPerPixel, -below * sharePerPixel, (bottom - above) * sharePerPixel);
    }

    Coordinates At(int panel, double year, double share) =>
        new(panel % layout.Columns * periodX + year, (layout.Rows - 1 - panel / layout.Columns) * periodY + share);

    /// <summary>The paper of a panel, its scale and the breaks.</summary>
    public void AddGround(int panel, IReadOnlyList<double> breaks)
    {
        var (low, high) = (At(panel, from, 0), At(panel, to, top));
        var ground = frame.Plot.Add.Rectangle(low.X, high.X, low.Y, high.Y);
        (ground.FillColor, ground.LineWidth) = (ChartStyle.Of(frame.Style.Unmarked), 0);
        frame.Lettering.AddSpot(ChartSpot.Box($"{data.Panels[panel].Name}: {data.Panels[panel].Last}", "", new(frame.X(low.X), frame.Y(high.Y), frame.X(high.X), frame.Y(low.Y))));
        foreach (var tick in ticks)
        {
            var line = frame.Plot.Add.Line(At(panel, from, tick), At(panel, to, tick));
            (line.LineColor, line.LineWidth, line.MarkerSize) = (ChartStyle.Of(tick == 0 ? ChartStyle.Muted : ChartStyle.Line), frame.Em / (tick == 0 ? 18 : 14), 0);
        }
        foreach (var year in breaks.Where(b => b > first && b < last))
            frame.Plot.Add.Plottable(new DashedLine(At(panel, year, 0), At(panel, year, top), ChartStyle.Muted, frame.Em / 16, 0.24f * layout.Size));
    }

    public void AddBand(int panel, IReadOnlyList<TrendPoint> run)
    {
        var banded = run.Where(p => p is { Lower: not null, Upper: not null }).ToList();
        if (banded.Count < 2) return;
        double[] Y(Func<TrendPoint, double> share) => [.. banded.Select(p => At(panel, p.Year, Math.Min(share(p), top)).Y)];
        var band = frame.Plot.Add.FillY([.. banded.Select(p => At(panel, p.Year, 0).X)], Y(p => p.Lower!.Value), Y(p => p.Upper!.Value));
        (band.FillColor, band.LineWidth, band.MarkerSize) = (ChartStyle.Of(frame.Style.Band), 0, 0);
    }

    /// <param name="width">In ems of the panel's letters.</param>
    public void AddLine(int panel, IReadOnlyList<TrendPoint> run, SKColor color, float width)
    {
        foreach (var (part, dotted) in TrendRuns.Lines(run))
        {
            var points = part.Select(p => At(panel, p.Year, p.Share!.Value)).ToArray();
            if (dotted) frame.Plot.Add.Plottable(new DashedLine(points, color, width * layout.Size, [0.2f * layout.Size, 0.2f * layout.Size]));
            else frame.Plot.Add.ScatterLine(points, ChartStyle.Of(color)).LineWidth = width * layout.Size;
        }
    }

    /// <summary>A dot at the last share, and at a share that no line leads to.</summary>
    public void AddEnds(int panel, IReadOnlyList<IReadOnlyList<TrendPoint>> runs, SKColor color)
    {
        if (runs.Count == 0) return;
        var dots = runs.Where(r => r.Count == 1).Append(runs[^1]).Select(r => r[^1]).Distinct().Select(p => At(panel, p.Year, p.Share!.Value)).ToArray();
        var points = frame.Plot.Add.ScatterPoints(dots);
        (points.MarkerShape, points.MarkerSize, points.MarkerStyle.FillColor, points.MarkerStyle.OutlineWidth) = (MarkerShape.FilledCircle, 0.48f * layout.Size, ChartStyle.Of(color), 0);
    }

    /// <summary>Name and last share above; shares left of the first column, years under the lowest panel of each.</summary>
    public void AddWords(int panel)
    {
        var (corner, end) = (At(panel, from, top), At(panel, to, 0));
        var (left, right, up, down) = (frame.X(corner.X), frame.X(end.X), frame.Y(corner.Y), frame.Y(end.Y));
        var (name, share, small) = (layout.Names[panel], layout.Lasts[panel], layout.Size * 0.86f);
        frame.Lettering.Add(name, left, up - 0.15f * layout.Size - name.Height, ChartStyle.Ink);
        frame.Lettering.Add(share, right, up - 0.15f * layout.Size - share.Height, data.Panels[panel].TooFew ? ChartStyle.Muted : frame.Style.Low, 1);
        if (panel % layout.Columns == 0)
            foreach (var tick in ticks)
            {
                var label = TextBlock.Wrap(PercentAxis.Label(tick, step, frame.Text.IsVietnamese), small, false, float.MaxValue);
                frame.Lettering.Add(label, left - 0.3f * layout.Size, frame.Y(At(panel, from, tick).Y) - label.LineHeight / 2, ChartStyle.Muted, 1);
            }
        if (panel + layout.Columns < data.Panels.Count) return;
        var (early, late) = (TextBlock.Wrap(firstLabel, small, false, float.MaxValue), TextBlock.Wrap(lastLabel, small, false, float.MaxValue));
        var single = last <= first;
        frame.Lettering.Add(late, single ? (left + right) / 2 : right, down + 0.2f * layout.Size, ChartStyle.Muted, single ? 0.5f : 1);
        if (last > first && early.Width + late.Width + 0.8f * small < right - left) frame.Lettering.Add(early, left, down + 0.2f * layout.Size, ChartStyle.Muted);
    }
}
