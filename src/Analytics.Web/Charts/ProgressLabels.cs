using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The words in and around curves of progress: each line is named at its end, so that no legend has to be looked up.</summary>
internal sealed class ProgressLabels(ProgressChartData data, ChartFrame frame)
{
    static readonly int[] Weeks = [7, 14, 28, 56, 112];

    const float Leader = 1.3f, Swatch = 2.3f, Gap = 0.4f;

    /// <summary>Dashes of the earlier rounds in em, the latest round first: told apart without colour.</summary>
    public static IReadOnlyList<IReadOnlyList<float>> Patterns { get; } = [[0.75f, 0.22f], [0.16f, 0.2f], [0.62f, 0.2f, 0.14f, 0.2f], [0.3f, 0.42f]];

    /// <summary>Their greys: at least three to one on paper.</summary>
    public static IReadOnlyList<SKColor> Greys { get; } = [SKColor.Parse("#4b5563"), SKColor.Parse("#4b5563"), SKColor.Parse("#6b7280"), SKColor.Parse("#6b7280")];

    readonly float em = frame.Em;
    readonly List<SKRect> taken = [];

    readonly List<TextBlock> names = [.. data.Earlier.Select(l => TextBlock.Balanced(l.Name, frame.Em * 0.92f, false, 8 * frame.Em))];

    public static float[] PatternOf(int index, float em) => [.. Patterns[index].Select(p => p * em)];

    /// <summary>Width of the column right of the plot that names the earlier rounds.</summary>
    public float ColumnWidth => names.Count == 0 ? 0.5f * em : (Leader + Swatch + Gap) * em + names.Max(n => n.Width);

    public float AxisHeight(float room) => Axis(room).Height;

    TextBlock Axis(float room) => TextBlock.Wrap(data.Axis, em * 0.86f, false, room);

    /// <summary>Sample mark and the name of day 0 along the top of the plot; the height they take.</summary>
    public float PlaceTop(SKRect plot)
    {
        var ribbon = frame.AddSampleMark(plot.Left + 0.3f * em, plot.Top, plot.Width - 0.3f * em);
        if (ribbon.Width > 0) taken.Add(ribbon);
        if (data.From <= 0 && data.To >= 0)
        {
            var (x, pad) = (frame.X(0), 0.4f * em);
            var block = TextBlock.Wrap(data.Zero, em * 0.86f, true, float.MaxValue);
            var toLeft = x + pad + block.Width > plot.Right;
            var at = SKRect.Create(toLeft ? x - pad - block.Width : x + pad, plot.Top, block.Width, block.Height);
            if (ribbon.Width > 0 && ribbon.Right + pad > at.Left) at.Offset(0, ribbon.Bottom + 0.2f * em - at.Top);
            frame.Lettering.Add(block, at.Left, at.Top, ChartStyle.Muted);
            taken.Add(at);
        }
        return taken.Count == 0 ? 0.5f * em : taken.Max(t => t.Bottom) - plot.Top + 0.5f * em;
    }

    /// <summary>Axis line, days by whole weeks and what they count. The distance of ticks grows until their labels keep apart.</summary>
    public void PlaceBottom(SKRect plot)
    {
        var zero = frame.Y(0);
        frame.Lettering.AddBox(new(plot.Left, zero - em / 24, plot.Right, zero + em / 24), ChartStyle.Muted);
        var perDay = plot.Width / (data.To - data.From);
        var widest = ChartFonts.Measure("−000", em * 0.92f, false);
        var week = Weeks.FirstOrDefault(w => w * perDay > widest + 0.8f * em, Weeks[^1]);
        for (var day = Math.Ceiling(data.From / week) * week; day <= data.To; day += week)
        {
            var x = frame.X(day);
            var block = TextBlock.Wrap(Signed(day), em * 0.92f, day == 0, float.MaxValue);
            frame.Lettering.AddBox(new(x - em / 26, zero, x + em / 26, zero + 0.3f * em), ChartStyle.Muted);
            if (x - block.Width / 2 < 0) continue;
            frame.Lettering.Add(block, x, plot.Bottom + 0.3f * em, ChartStyle.Muted, 0.5f);
        }
        var axis = Axis(plot.Right);
        frame.Lettering.Add(axis, plot.Right, plot.Bottom + 1.65f * em, ChartStyle.Muted, 1);
    }

    static string Signed(double day) => (day < 0 ? "−" : "") + Math.Abs(day).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Names of the earlier rounds right of the plot, pushed apart, each with its pattern and a hairline from the end of its line.</summary>
    public void PlaceColumn(SKRect plot)
    {
        if (names.Count == 0) return;
        var order = data.Earlier.Select((l, i) => (Index: i, End: frame.Y(l.Steps.Where(s => s.Day <= data.To).Select(s => s.Share).LastOrDefault()))).OrderBy(l => l.End).ThenBy(l => l.Index).ToList();
        var middles = new float[order.Count];
        for (var (i, free) = (0, plot.Top); i < order.Count; i++)
        {
            var height = names[order[i].Index].Height * 1.05f;
            middles[i] = Math.Max(order[i].End, free + height / 2);
            free = middles[i] + height / 2;
        }
        for (var (i, free) = (order.Count - 1, frame.Y(0) + 0.5f * em); i >= 0; i--)
        {
            var height = names[order[i].Index].Height * 1.05f;
            middles[i] = Math.Min(middles[i], free - height / 2);
            free = middles[i] - height / 2;
        }
        for (var i = 0; i < order.Count; i++)
        {
            var (index, end, middle, left) = (order[i].Index, order[i].End, middles[i], plot.Right + Leader * em);
            var leader = new SKPath();
            leader.MoveTo(plot.Right + 0.1f * em, end);
            leader.LineTo(left - 0.15f * em, middle);
            frame.Lettering.AddShape(leader, null, Greys[index], Math.Max(0.6f, em / 22));
            frame.Lettering.AddShape(DashedLine.Dashes([new(left, middle), new(left + Swatch * em, middle)], PatternOf(index, em)), null, Greys[index], em / 9);
            frame.Lettering.Add(names[index], left + (Swatch + Gap) * em, middle - names[index].Height / 2, ChartStyle.Ink);
        }
    }

    /// <summary>The count at the end of the strong line, where it covers the least of the others.</summary>
    public void PlaceCurrent(SKRect plot, IReadOnlyList<Coordinates> current, IReadOnlyList<IReadOnlyList<Coordinates>> earlier)
    {
        var (x, y, pad) = (frame.X(current[^1].X), frame.Y(current[^1].Y), 0.55f * em);
        if (data.End <= data.To)
        {
            var dot = new SKPath();
            dot.AddCircle(x, y, 0.36f * em);
            frame.Lettering.AddShape(dot, ChartStyle.Ink, ChartStyle.Ground, em / 10);
        }
        var block = TextBlock.Wrap(data.Current.Name, em, true, plot.Width * 0.8f);
        if (block.Lines.Count > 1) block = TextBlock.Balanced(data.Current.Name, em * 0.9f, true, plot.Width * 0.6f);
        List<SKPoint> corners =
        [
            new(x + pad, y - block.Height / 2), new(x + pad, y + pad), new(x - block.Width / 2, y + pad), new(x - pad - block.Width, y + pad),
            new(x - pad - block.Width, y - pad - block.Height), new(x - block.Width / 2, y - pad - block.Height), new(x + pad, y - pad - block.Height),
        ];
        // Beside the line where all places near its end are taken: down along it.
        for (var down = 1; down <= 8; down++)
        {
            corners.Add(new(x + pad, y + pad + down * em));
            corners.Add(new(x - pad - block.Width, y + pad + down * em));
        }
        var lines = earlier.Append(current).Append([new(0, 0), new(0, frame.Plot.Axes.Left.Max)]).Select(l => l.Select(p => new SKPoint(frame.X(p.X), frame.Y(p.Y))).ToList()).ToList();
        var rightmost = Math.Max(plot.Left, plot.Right - block.Width);
        var fitting = corners.Select(c => SKRect.Create(Math.Clamp(c.X, plot.Left, rightmost), c.Y, block.Width, block.Height))
            .Where(r => r.Top >= plot.Top && r.Bottom <= frame.Y(0) - 0.1f * em && !taken.Any(t => t.IntersectsWith(r))).ToList();
        var at = fitting.Count == 0
            ? SKRect.Create(plot.Left + 0.3f * em, frame.Y(0.5), block.Width, block.Height)
            : fitting.MinBy(r => lines.Sum(l => l.Zip(l.Skip(1)).Count(s => Crosses(r, s.First, s.Second))));
        frame.Lettering.AddBox(SKRect.Inflate(at, 0.15f * em, 0), ChartStyle.Ground.WithAlpha(225));
        frame.Lettering.Add(block, at.Left, at.Top, ChartStyle.Ink);
    }

    static bool Crosses(SKRect rectangle, SKPoint a, SKPoint b) =>
        Math.Max(a.X, b.X) > rectangle.Left && Math.Min(a.X, b.X) < rectangle.Right && Math.Max(a.Y, b.Y) > rectangle.Top && Math.Min(a.Y, b.Y) < rectangle.Bottom;
}
