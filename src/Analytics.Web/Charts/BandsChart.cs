using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>How many officials lie in each band of the favourable share, one bar for each post, every count written.</summary>
public static class BandsChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <remarks>
    /// The lowest band starts at zero, so that the few officials in it can be compared by length. A count too wide for its
    /// part of the bar stands behind the bar with the letter of its band: the smallest counts are those one looks for.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="ArgumentException">A row without one count for each band, or more bands than shades.</exception>
    public static Plot Build(BandsData data, ChartSize size, ChartOptions? options = null)
    {
        options ??= ChartOptions.Picture;
        var style = ChartStyle.For(options);
        if (data.BandNames.Count > style.Bands.Count || data.Rows.Any(r => r.Counts.Count != data.BandNames.Count))
            throw new ArgumentException($"rows of {data.BandNames.Count} counts expected, of at most {style.Bands.Count} bands", nameof(data));
        var hasCounts = data.Rows.Any(r => r.Total > 0);
        var frame = ChartFrame.Open(data.Text, size, options, hasCounts ? [.. data.BandNames.Select((n, i) => LegendEntry.Lettered(n, style.Bands[i], BandsLayout.Letter(i)))] : [], data.Footnote);
        if (!hasCounts) return frame.CloseEmpty();

        var (em, area, rows) = (frame.Em, frame.Area, data.Rows);
        var bottom = area.Bottom - 1.5f * em;
        var ribbonRoom = 2 * em;
        var labels = new RowLabels([.. rows.Select(r => (r.Label, r.Detail))], em, area.Width * 0.34f, (bottom - area.Top - ribbonRoom) / rows.Count);
        var plotArea = new SKRect(area.Left + labels.Width + 0.8f * em, area.Top, area.Right, bottom);
        var ribbon = frame.AddSampleMark(plotArea.Left, plotArea.Top, plotArea.Width);
        var pitch = (bottom - ribbon.Bottom) / rows.Count;
        var thickness = Math.Min(pitch * 0.62f, 2.8f * em);
        var layout = BandsLayout.Find(rows, Math.Min(em * 0.86f, thickness * 0.8f), em, plotArea.Width);

        frame.SetAxes(plotArea, 0, plotArea.Width / layout.PixelsPerOfficial, 0, plotArea.Height / pitch);
        for (var band = 0; band < data.BandNames.Count; band++) AddBand(frame, rows, band, data.BandNames[band], thickness / pitch);
        for (var row = 0; row < rows.Count; row++)
        {
            var middle = frame.Y(rows.Count - row - 0.5);
            labels.Place(frame.Lettering, row, area.Left, middle);
            layout.Place(frame, rows[row], middle);
        }
        var ticks = BandsLayout.Ticks(rows.Max(r => r.Total), (int)(rows.Max(r => r.Total) * layout.PixelsPerOfficial / (4 * em)));
        foreach (var tick in ticks)
            frame.Lettering.Add(TextBlock.Wrap(tick.ToString("0", System.Globalization.CultureInfo.InvariantCulture), em * 0.84f, false, area.Width), frame.X(tick), plotArea.Bottom + 0.2f * em, ChartStyle.Muted, 0.5f);
        return frame.Close(xGrid: ticks);
    }

    static void AddBand(ChartFrame frame, IReadOnlyList<BandRow> rows, int band, string name, double thickness)
    {
        var fill = frame.Style.Bands[band];
        var bars = new List<Bar>();
        for (var row = 0; row < rows.Count; row++)
        {
            var (from, count) = (rows[row].Counts.Take(band).Sum(), rows[row].Counts[band]);
            if (count <= 0) continue;
            var position = rows.Count - row - 0.5;
            frame.Lettering.AddSpot(ChartSpot.Box($"{rows[row].Label} – {name}: {count.ToString(System.Globalization.CultureInfo.InvariantCulture)}", name, new(frame.X(from), frame.Y(position + thickness / 2), frame.X(from + count), frame.Y(position - thickness / 2))));
            bars.Add(new Bar
            {
                Position = position,
                ValueBase = from,
                Value = from + count,
                Size = thickness,
                FillColor = ChartStyle.Of(fill),
                LineColor = ChartStyle.Of(ChartStyle.Muted),
                LineWidth = frame.Em / 16,
            });
        }
        if (bars.Count == 0) return;
        var plotted = frame.Plot.Add.Bars(bars);
        plotted.Horizontal = true;
        plotted.LegendText = name;
    }
}
