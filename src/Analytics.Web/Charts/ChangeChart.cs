using ScottPlot;

namespace Analytics.Web.Charts;

/// <summary>The low share of each group in two rounds, joined by a line: hollow then, filled now, another shape where it changed beyond chance.</summary>
public static class ChangeChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="TooManyRowsException">The rows do not fit the picture even in the smallest letters.</exception>
    public static Plot Build(ChangeChartData data, ChartSize size, ChartOptions? options = null)
    {
        options ??= ChartOptions.Picture;
        var style = ChartStyle.For(options);
        var before = new RowMark(MarkerShape.FilledCircle, ChartStyle.Ground, ChartStyle.Muted, 0.44f);
        var frame = ChartFrame.Open(data.Text, size, options, [before.Entry(data.BeforeName), .. data.Legend.Select(l => After(l.State, style).Entry(l.Text))], data.Footnote);
        if (data.Rows.All(r => r.After is null && r.Before is null)) return frame.CloseEmpty();

        var plot = new RowPlot(frame, [.. data.Rows.Select(r => (r.Label, r.Text, IsBeyond(r)))], data.Rows.Max(r => Math.Max(r.Before ?? 0, r.After ?? 0)), []);
        for (var i = 0; i < data.Rows.Count; i++)
        {
            if (data.Rows[i] is not { Before: { } then, After: { } now } row) continue;
            var line = frame.Plot.Add.Line(plot.Point(i, then), plot.Point(i, now));
            (line.LineColor, line.LineWidth, line.MarkerSize) = (ChartStyle.Of(IsBeyond(row) ? After(row.State, style).Edge : ChartStyle.Muted), plot.Em / (IsBeyond(row) ? 5 : 14), 0);
        }
        before.Add(frame, Points(data, plot, r => r.Before), plot.Em);
        foreach (var state in Enum.GetValues<ChangeState>()) After(state, style).Add(frame, Points(data, plot, r => r.State == state ? r.After : null), plot.Em);
        for (var i = 0; i < data.Rows.Count; i++)
        {
            var (row, series) = (data.Rows[i], "r" + i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (row.Before is { } was) plot.AddSpot($"{row.Label}, {data.BeforeName}: {PercentAxis.Value(was, data.Text.IsVietnamese)}", series, plot.Point(i, was));
            if (row.After is { } share) plot.AddSpot($"{row.Label}: {PercentAxis.Value(share, data.Text.IsVietnamese)} – {row.Text}", series, plot.Point(i, share));
        }
        return plot.Close();
    }

    static bool IsBeyond(ChangeRow row) => row.State is ChangeState.Rises or ChangeState.Falls;

    static List<Coordinates> Points(ChangeChartData data, RowPlot plot, Func<ChangeRow, double?> share) =>
        [.. data.Rows.Select((r, i) => (Share: share(r), Index: i)).Where(r => r.Share is not null).Select(r => plot.Point(r.Index, r.Share!.Value))];

    static RowMark After(ChangeState state, ChartStyle style) => state switch
    {
        ChangeState.Rises => new(MarkerShape.FilledTriangleUp, style.Higher, style.Higher, 0.8f),
        ChangeState.Falls => new(MarkerShape.FilledTriangleDown, style.High, style.High, 0.8f),
        ChangeState.TooFew => new(MarkerShape.FilledSquare, style.Neutral, ChartStyle.Muted, 0.46f),
        _ => new(MarkerShape.FilledCircle, ChartStyle.Muted, ChartStyle.Muted, 0.56f),
    };
}
