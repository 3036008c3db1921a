using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>Ballot options of each group as one bar of 100%, favourable first, the low share spelled out at the end.</summary>
public static class StackedChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="ArgumentException">Neither two nor three level names.</exception>
    public static Plot Build(StackedChartData data, ChartSize size, ChartOptions? options = null)
    {
        if (data.LevelNames.Count is not (2 or 3))
            throw new ArgumentException($"a ballot has two or three levels, not {data.LevelNames.Count}", nameof(data));
        options ??= ChartOptions.Picture;
        var levels = Levels(data, ChartStyle.For(options));
        var frame = ChartFrame.Open(data.Text, size, options, [.. levels.Where(l => l.Name is not null).Select(l => LegendEntry.Box(l.Name!, l.Fill, l.Edge))]);
        if (data.Rows.Count == 0) return frame.CloseEmpty();

        var (em, area, vietnamese) = (frame.Em, frame.Area, data.Text.IsVietnamese);
        var bottom = area.Bottom - 1.5f * em;
        // Two lines of sample mark is the most it takes beside the labels; the row height is only known after it.
        var labels = new RowLabels([.. data.Rows.Select(r => (r.Label, r.Detail))], em, area.Width * 0.36f, (bottom - area.Top - 3 * em) / data.Rows.Count);
        var lowSize = Math.Min(em, (bottom - area.Top - 3 * em) / data.Rows.Count * 0.8f);
        var lows = data.Rows.Select(r => TextBlock.Wrap(HasBallots(r) ? PercentAxis.Value(r.Low, vietnamese) : "–", lowSize, true, area.Width)).ToList();
        var plotArea = new SKRect(area.Left + labels.Width + 0.8f * em, area.Top, area.Right - lows.Max(l => l.Width) - 0.6f * em, bottom);
        var ribbon = frame.AddSampleMark(plotArea.Left, plotArea.Top, plotArea.Width);
        var pitch = (bottom - ribbon.Bottom) / data.Rows.Count;

        frame.SetAxes(plotArea, 0, 1, 0, plotArea.Height / pitch);
        var thickness = Math.Min(pitch * 0.62f, 2.8f * em) / pitch;
        foreach (var level in levels) AddLevel(frame, data.Rows, level, thickness, vietnamese);
        for (var i = 0; i < data.Rows.Count; i++)
        {
            var middle = frame.Y(data.Rows.Count - i - 0.5);
            labels.Place(frame.Lettering, i, area.Left, middle);
            frame.Lettering.Add(lows[i], area.Right, middle - lows[i].Height / 2, frame.Style.Low, 1);
        }
        var ticks = PercentAxis.Ticks(1, plotArea.Width > 24 * em ? 0.2 : 0.5);
        foreach (var tick in ticks)
        {
            var label = TextBlock.Wrap(PercentAxis.Label(tick, 1, vietnamese), em * 0.84f, false, area.Width);
            frame.Lettering.Add(label, frame.X(tick), plotArea.Bottom + 0.2f * em, ChartStyle.Muted, 0.5f);
        }
        return frame.Close(xGrid: ticks);
    }

    static bool HasBallots(StackedRow row) => row.High + row.Middle + row.Low + row.Unmarked > 0;

    static List<Level> Levels(StackedChartData data, ChartStyle style)
    {
        var three = data.LevelNames.Count == 3;
        var middle = three
            ? new Level(data.LevelNames[1], style.Middle, null, r => r.High, r => r.Middle)
            : new Level(data.LevelNames[0], style.High, null, r => r.High, r => r.Middle);
        Level low = new(data.LevelNames[^1], style.Low, null, r => r.High + r.Middle, r => r.Low, Inside: false);
        Level rest = new(data.UnmarkedName, style.Unmarked, ChartStyle.Muted, r => r.High + r.Middle + r.Low, r => r.Unmarked, Inside: false);
        return three ? [new(data.LevelNames[0], style.High, null, _ => 0, r => r.High), middle, low, rest] : [middle, low, rest];
    }

    static void AddLevel(ChartFrame frame, IReadOnlyList<StackedRow> rows, Level level, double thickness, bool vietnamese)
    {
        var bars = new List<Bar>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (from, share) = (level.From(rows[i]), level.Share(rows[i]));
            if (share <= 0) continue;
            var position = rows.Count - i - 0.5;
            bars.Add(new Bar
            {
                Position = position,
                ValueBase = from,
                Value = from + share,
                Size = thickness,
                FillColor = ChartStyle.Of(level.Fill),
                // A white hairline parts the levels where a grey print brings them close.
                LineColor = ChartStyle.Of(level.Edge ?? ChartStyle.Ground),
                LineWidth = frame.Em / 13,
            });
            var at = new SKRect(frame.X(from), frame.Y(position + thickness / 2), frame.X(from + share), frame.Y(position - thickness / 2));
            frame.Lettering.AddSpot(ChartSpot.Box($"{rows[i].Label} – {level.Name}: {PercentAxis.Value(share, vietnamese)}", level.Name ?? "", at));
            if (!level.Inside) continue;
            var height = frame.Y(position - thickness / 2) - frame.Y(position + thickness / 2);
            var room = frame.X(from + share) - frame.X(from) - 0.5f * frame.Em;
            var text = TextBlock.Wrap(PercentAxis.Value(share, vietnamese), Math.Min(frame.Em * 0.86f, height * 0.7f), false, float.MaxValue);
            if (text.Width <= room && text.Size >= Lettering.Smallest) frame.Lettering.AddCentred(text, (frame.X(from) + frame.X(from + share)) / 2, frame.Y(position), ChartStyle.TextOn(level.Fill));
        }
        if (bars.Count == 0) return;
        var plotted = frame.Plot.Add.Bars(bars);
        plotted.Horizontal = true;
        plotted.LegendText = level.Name ?? "";
    }

    sealed record Level(string? Name, SKColor Fill, SKColor? Edge, Func<StackedRow, double> From, Func<StackedRow, double> Share, bool Inside = true);
}
