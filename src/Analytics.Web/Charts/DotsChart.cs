using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The low share of each group as a dot with its 95% interval, beside the line of the whole. Never a ranking: rows stay in their order.</summary>
public static class DotsChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="TooManyRowsException">The rows do not fit the picture even in the smallest letters.</exception>
    public static Plot Build(DotsChartData data, ChartSize size, ChartOptions? options = null)
    {
        options ??= ChartOptions.Picture;
        var style = ChartStyle.For(options);
        var highest = Highest(data);
        var cut = data.Rows.Any(r => r.Upper > highest + 1e-9);
        var footnote = string.Join(" · ", new[] { data.Footnote, cut ? data.CutOff : null }.Where(n => !string.IsNullOrEmpty(n)));
        var frame = ChartFrame.Open(data.Text, size, options, [.. data.Legend.Select(l => Mark(l.State, style).Entry(l.Text))], footnote);
        if (data.Rows.All(r => r.Share is null)) return frame.CloseEmpty();

        var plot = new RowPlot(frame, [.. data.Rows.Select(r => (r.Label, r.Text, r.State is DotState.Higher or DotState.Lower))], highest, data.Lines);
        for (var i = 0; i < data.Rows.Count; i++)
        {
            if (data.Rows[i] is not { Share: not null, Lower: { } lower, Upper: { } upper } row) continue;
            var few = row.State == DotState.TooFew;
            var bar = frame.Plot.Add.Line(plot.Point(i, Math.Min(lower, highest)), plot.Point(i, Math.Min(upper, highest)));
            (bar.LineColor, bar.LineWidth, bar.MarkerSize) = (ChartStyle.Of(few ? ChartStyle.Muted : Mark(row.State, style).Edge), plot.Em / (few ? 16 : 8), 0);
            if (upper > highest + 1e-9) plot.AddCutOff(i, highest);
        }
        foreach (var state in Enum.GetValues<DotState>())
            Mark(state, style).Add(frame, [.. data.Rows.Select((r, i) => (Row: r, Index: i)).Where(r => r.Row.State == state && r.Row.Share is not null)
                .Select(r => plot.Point(r.Index, Math.Min(r.Row.Share!.Value, highest)))], plot.Em);
        var said = data.Legend.ToDictionary(l => l.State, l => l.Text);
        foreach (var (row, i) in data.Rows.Select((r, i) => (r, i)).Where(r => r.r.Share is not null))
            plot.AddSpot($"{row.Label}: {PercentAxis.Value(row.Share!.Value, row.Lower, row.Upper, data.Text.IsVietnamese)}{(said.TryGetValue(row.State, out var words) ? " – " + words : "")}", row.State.ToString(), plot.Point(i, Math.Min(row.Share.Value, highest)));
        return plot.Close();
    }

    /// <summary>All shares, and the intervals of all that may be compared: one of two units would press the rest into a corner.</summary>
    static double Highest(DotsChartData data)
    {
        var compared = data.Rows.Where(r => r.State != DotState.TooFew).Select(r => r.Upper ?? 0).DefaultIfEmpty().Max();
        return data.Rows.Select(r => r.Share ?? 0).Concat(data.Lines.Select(l => l.Share)).Append(compared).Max();
    }

    static RowMark Mark(DotState state, ChartStyle style) => state switch
    {
        DotState.Higher => new(MarkerShape.FilledTriangleUp, style.Higher, style.Higher, 0.8f),
        DotState.Lower => new(MarkerShape.FilledTriangleDown, style.High, style.High, 0.8f),
        DotState.TooFew => new(MarkerShape.FilledCircle, ChartStyle.Ground, ChartStyle.Muted, 0.56f),
        _ => new(MarkerShape.FilledCircle, ChartStyle.Muted, ChartStyle.Muted, 0.56f),
    };
}
