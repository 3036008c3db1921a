using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>Areas by positions or rounds: the darker, the larger the low share; every cell repeats it in figures.</summary>
public static class HeatmapChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <remarks>The axes of the plot are pixels of the plot area: each cell is a rectangle of its own, in SVG too.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="ArgumentException">The cells are not rows × columns.</exception>
    /// <exception cref="TooManyRowsException">They do not fit the picture even in the smallest letters.</exception>
    public static Plot Build(HeatmapData data, ChartSize size, ChartOptions? options = null)
    {
        if (data.Cells.Length != data.RowNames.Count || data.Cells.Any(r => r.Length != data.ColumnNames.Count))
            throw new ArgumentException($"{data.RowNames.Count} rows of {data.ColumnNames.Count} cells expected", nameof(data));
        if (data.Groups.Count > 0 && data.Groups.Sum(g => g.Columns) != data.ColumnNames.Count)
            throw new ArgumentException($"groups of {data.ColumnNames.Count} columns together expected", nameof(data));
        options ??= ChartOptions.Picture;
        var hasCells = data.RowNames.Count > 0 && data.ColumnNames.Count > 0;
        var frame = ChartFrame.Open(data.Text, size, options, hasCells ? Legend(data, ChartStyle.For(options)) : [], hasCells ? data.Footnote : null);
        if (!hasCells) return frame.CloseEmpty();

        var area = frame.Area;
        frame.SetAxesToPixels();
        var ribbon = frame.AddSampleMark(area.Left, area.Top, area.Width);
        var top = MathF.Ceiling(ribbon.Height > 0 ? ribbon.Bottom + 0.35f * frame.Em : area.Top);
        var layout = HeatmapLayout.Find(data, frame.Em, area.Width, area.Bottom - top);
        if (layout.Key is { } key)
        {
            frame.Lettering.Add(key, area.Left, top, ChartStyle.Muted);
            top += key.Height;
        }
        var highs = Highs(data);
        for (var block = 0; block < layout.Blocks; block++)
        {
            var cells = MathF.Round(area.Left + block * layout.BlockWidth + layout.NameWidth);
            AddHeads(frame, layout, cells, top);
            for (var i = 0; i < layout.RowsPerBlock && block * layout.RowsPerBlock + i < data.RowNames.Count; i++)
            {
                var row = block * layout.RowsPerBlock + i;
                var y = MathF.Round(top + layout.HeadHeight) + i * layout.RowHeight;
                var name = layout.Names[row];
                frame.Lettering.Add(name, cells - 0.5f * layout.Size, y + (layout.RowHeight - name.Height) / 2, ChartStyle.Ink, 1);
                for (var column = 0; column < layout.Heads.Count; column++)
                {
                    var at = SKRect.Create(cells + layout.Left(column), y, layout.CellWidth - 1, layout.RowHeight - 1);
                    frame.Lettering.AddSpot(ChartSpot.Box($"{data.RowNames[row]} – {data.ColumnNames[column]}: {data.Cells[row][column].Text}", "", at));
                    AddCell(frame, layout, data.Cells[row][column], at, share => (share - data.ScaleLow) / (highs[layout.GroupOf[column]] - data.ScaleLow));
                }
            }
        }
        return frame.Close();
    }

    /// <summary>Each family its own ramp: the same shade says another share in each.</summary>
    static LegendEntry[] Legend(HeatmapData data, ChartStyle style) => data.Groups.Count == 0
        ? [LegendEntry.Ramp(data.LegendLow, data.LegendHigh, style)]
        : [.. data.Groups.Select(g => LegendEntry.Ramp(g.LegendLow, g.LegendHigh, style))];

    /// <summary>Share at the dark end, by group.</summary>
    static List<double> Highs(HeatmapData data) => [.. Enumerable.Range(0, Math.Max(1, data.Groups.Count)).Select(group =>
        Math.Max(data.Groups.ElementAtOrDefault(group)?.ScaleHigh ?? data.ScaleHigh ?? data.Cells.SelectMany(r => r.Where((_, column) => data.GroupOf[column] == group)).Max(c => c.Share) ?? 1, data.ScaleLow + 1e-6))];

    static void AddHeads(ChartFrame frame, HeatmapLayout layout, float cells, float top)
    {
        for (var column = 0; column < layout.Heads.Count; column++)
        {
            var head = layout.Heads[column];
            frame.Lettering.Add(head, cells + layout.Left(column) + layout.CellWidth / 2, top + layout.HeadHeight - 0.3f * layout.Size - head.Height, ChartStyle.Ink, 0.5f);
        }
        for (var group = 0; group < layout.GroupHeads.Count; group++)
        {
            var (head, first) = (layout.GroupHeads[group], layout.GroupOf.ToList().IndexOf(group));
            var (left, width, line) = (cells + layout.Left(first), layout.GroupOf.Count(g => g == group) * layout.CellWidth - 1, top + layout.GroupHeadHeight - 0.25f * layout.Size);
            frame.Lettering.Add(head, left + width / 2, line - 0.1f * layout.Size - head.Height, ChartStyle.Muted, 0.5f);
            frame.Lettering.AddBox(new(left, line, left + width, line + Math.Max(1, layout.Size / 14)), ChartStyle.Muted);
        }
    }

    static void AddCell(ChartFrame frame, HeatmapLayout layout, HeatCell cell, SKRect at, Func<double, double> fraction)
    {
        var fill = cell.Share is { } share ? frame.Style.Ramp(fraction(share)) : ChartStyle.Ground;
        frame.AddRectangle(at, fill, cell.Share is null ? ChartStyle.Line : null);
        if (!layout.CellText) return;
        var text = TextBlock.Wrap(cell.Text, layout.Size, false, float.MaxValue);
        frame.Lettering.AddCentred(text, at.MidX, at.MidY, cell.Share is null ? ChartStyle.Muted : ChartStyle.TextOn(fill));
    }
}
