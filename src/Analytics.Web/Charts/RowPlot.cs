using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>Rows on a common scale of shares: names, bands that lead the eye, ticks, lines across all rows, words at the end.</summary>
/// <remarks>
/// A block further right has its zero at <see cref="Period"/> of the axis, the next at twice that: one plot has one axis. In the
/// usual single block a point lies at its share.
/// </remarks>
internal sealed class RowPlot
{
    readonly ChartFrame frame;
    readonly RowLayout layout;
    readonly int rows;
    readonly double top, step;
    readonly bool vietnamese;
    float stripHeight;

    public RowPlot(ChartFrame frame, IReadOnlyList<(string Name, string End, bool Bold)> rows, double highest, IReadOnlyList<DotLine> lines)
    {
        (this.frame, this.rows, vietnamese) = (frame, rows.Count, frame.Text.IsVietnamese);
        var (em, area) = (frame.Em, frame.Area);
        var ribbon = frame.AddSampleMark(area.Left, area.Top, area.Width);
        var (above, below) = (ribbon.Height > 0 ? ribbon.Bottom + 0.4f * em : area.Top, area.Bottom - 1.5f * em);
        stripHeight = lines.Count * 1.25f * em + (lines.Count > 0 ? 0.3f * em : 0);
        layout = RowLayout.Find(rows, em, area.Width, below - above - stripHeight);
        below = above + stripHeight + layout.RowsPerBlock * layout.Pitch;

        highest = Math.Min(1, Math.Max(highest, 0.004));
        step = PercentAxis.Step(highest, Math.Clamp((int)(layout.ScaleWidth / (3.4f * layout.Size)), 2, 10));
        top = Math.Max(step, Math.Ceiling(highest / step - 1e-9) * step);
        var perPixel = top / layout.ScaleWidth;
        Period = layout.BlockWidth * perPixel;
        var first = -layout.NameWidth * perPixel;
        frame.SetAxes(new(area.Left, above, area.Right, below), first, first + area.Width * perPixel, 0, layout.RowsPerBlock + stripHeight / layout.Pitch);
        AddBands(perPixel);
        AddLines(lines, above);
        for (var i = 0; i < rows.Count; i++)
        {
            var (left, y) = (frame.X(At(i, 0)), frame.Y(Y(i)));
            frame.Lettering.Add(layout.Names[i], left - 0.7f * layout.Size, y - layout.Names[i].Height / 2, ChartStyle.Ink, 1);
            frame.Lettering.Add(layout.Ends[i], left + layout.ScaleWidth + 0.9f * layout.Size, y - layout.Ends[i].Height / 2, rows[i].Bold ? ChartStyle.Ink : ChartStyle.Muted);
        }
        AddTicks(below);
    }

    /// <summary>Distance of the zeros of two neighbouring blocks, in units of the axis.</summary>
    public double Period { get; }

    /// <summary>The size markers and lines are made for: no larger than rows allow.</summary>
    public float Em => Math.Min(frame.Em, layout.Pitch * 0.9f);

    public double At(int row, double share) => row / layout.RowsPerBlock * Period + share;

    public double Y(int row) => layout.RowsPerBlock - row % layout.RowsPerBlock - 0.5;

    public Coordinates Point(int row, double share) => new(At(row, share), Y(row));

    /// <summary>A mark that says its number.</summary>
    public void AddSpot(string label, string series, Coordinates at) => frame.Lettering.AddSpot(ChartSpot.Dot(label, series, frame.X(at.X), frame.Y(at.Y), 0.6f * Em));

    /// <summary>An arrow: what is drawn goes on beyond it.</summary>
    public void AddCutOff(int row, double share)
    {
        var (x, y, half) = (frame.X(At(row, share)), frame.Y(Y(row)), 0.28f * Em);
        frame.Lettering.AddShape(DrawnMarks.Polygon(new(x - half, y - half), new(x + half, y), new(x - half, y + half)), ChartStyle.Muted);
    }

    public Plot Close() => frame.Close(xGrid: [.. Enumerable.Range(0, layout.Blocks).SelectMany(b => PercentAxis.Ticks(top, step).Select(t => b * Period + t))]);

    /// <summary>Every second row on a shade of grey so pale that a printer keeps it pale.</summary>
    void AddBands(double perPixel)
    {
        for (var i = 0; i < rows; i++)
        {
            if (i % layout.RowsPerBlock % 2 == 0) continue;
            var (from, to) = (At(i, -layout.NameWidth * perPixel), At(i, (layout.BlockWidth - layout.NameWidth - (layout.Blocks > 1 ? frame.Em : 0)) * perPixel));
            var band = frame.Plot.Add.Rectangle(from, to, Y(i) - 0.5, Y(i) + 0.5);
            (band.FillColor, band.LineWidth) = (ChartStyle.Of(ChartStyle.Ink.WithAlpha(11)), 0);
        }
    }

    void AddLines(IReadOnlyList<DotLine> lines, float above)
    {
        for (var block = 0; block < layout.Blocks; block++)
            for (var i = 0; i < lines.Count; i++)
            {
                var x = block * Period + Math.Min(lines[i].Share, top);
                var words = TextBlock.Fit(lines[i].Text, Math.Min(frame.Em * 0.9f, layout.Size * 1.1f), 4, true, layout.BlockWidth - frame.Em, 1.25f * frame.Em, 1) ?? TextBlock.Wrap(lines[i].Text, 4, true, float.MaxValue);
                var left = Math.Clamp(frame.X(x) - words.Width / 2, frame.Area.Left + block * layout.BlockWidth, Math.Max(0, frame.Area.Left + (block + 1) * layout.BlockWidth - words.Width - frame.Em));
                var y = above + i * 1.25f * frame.Em;
                // The line before may pass behind the words.
                if (i > 0) frame.Lettering.AddBox(new(left, y + 0.1f * frame.Em, left + words.Width, y + words.Height), ChartStyle.Ground);
                frame.Lettering.Add(words, left, y, i == 0 ? ChartStyle.Ink : ChartStyle.Muted);
                // The first line is dashed, the second dotted: told apart without colour.
                var dash = (i == 0 ? 0.4f : 0.14f) * frame.Em;
                var high = layout.RowsPerBlock + (stripHeight - (i + 1) * 1.25f * frame.Em) / layout.Pitch;
                frame.Plot.Add.Plottable(new DashedLine(new(x, 0), new(x, high), i == 0 ? ChartStyle.Ink : ChartStyle.Muted, frame.Em / 10, dash));
            }
    }

    void AddTicks(float below)
    {
        var size = Math.Min(frame.Em * 0.86f, layout.Size);
        for (var block = 0; block < layout.Blocks; block++)
            foreach (var tick in PercentAxis.Ticks(top, step))
                frame.Lettering.Add(TextBlock.Wrap(PercentAxis.Label(tick, step, vietnamese), size, false, float.MaxValue), frame.X(block * Period + tick), below + 0.2f * frame.Em, ChartStyle.Muted, 0.5f);
    }
}
