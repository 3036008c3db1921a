namespace Analytics.Web.Charts;

/// <summary>
/// How a heatmap fills its place: rows in one to five blocks side by side, in the largest letters at which every name
/// and every cell text fits.
/// </summary>
internal sealed record HeatmapLayout(
    int Blocks, int RowsPerBlock, float Size, float NameWidth, float CellWidth, float RowHeight, float BlockWidth, bool Numbered, bool CellText,
    IReadOnlyList<TextBlock> Names, IReadOnlyList<TextBlock> Heads, TextBlock? Key)
{
    const float Smallest = 6;

    /// <summary>Height of the names of the columns.</summary>
    public float HeadHeight => Heads.Max(h => h.Height) + 0.3f * Size;

    public static HeatmapLayout Find(HeatmapData data, float em, float width, float height)
    {
        for (var size = em * 0.94f; size >= Smallest; size *= 0.96f)
            for (var blocks = 1; blocks <= Math.Min(5, data.RowNames.Count); blocks++)
                if (Try(data, em, size, blocks, width, height, cellText: true) is { } layout) return layout;
        for (var size = Smallest; size > 3; size *= 0.9f)
            for (var blocks = 1; blocks <= Math.Min(5, data.RowNames.Count); blocks++)
                if (Try(data, em, size, blocks, width, height, cellText: false) is { } layout) return layout;
        throw new ArgumentException($"{data.RowNames.Count} rows and {data.ColumnNames.Count} columns do not fit {width:0}×{height:0} pixels: choose a larger picture", nameof(data));
    }

    static HeatmapLayout? Try(HeatmapData data, float em, float size, int blocks, float width, float height, bool cellText)
    {
        var rows = (data.RowNames.Count + blocks - 1) / blocks;
        if (blocks > 1 && rows * (blocks - 1) >= data.RowNames.Count) return null;
        var (columns, gap) = (data.ColumnNames.Count, 1.6f * em);
        var room = (width - (blocks - 1) * gap) / blocks;
        var names = data.RowNames.Select(n => TextBlock.Balanced(n, size, false, room * 0.42f)).ToList();
        var nameWidth = names.Max(n => n.Width) + 0.5f * size;
        if (nameWidth > room * 0.46f) return null;
        var cell = MathF.Floor(Math.Min((room - nameWidth) / columns, 15 * em));
        if (cell < size || cellText && data.Cells.SelectMany(r => r).Max(c => ChartFonts.Measure(ChartFonts.Clean(c.Text), size, false)) > cell - 0.3f * size) return null;

        var heads = data.ColumnNames.Select(n => TextBlock.Balanced(n, size * 0.92f, true, cell - 0.4f * size)).ToList();
        var numbered = heads.Any(h => h.Width > cell - 0.2f * size || h.Height > height * 0.3f || h.Lines.Count > 4);
        TextBlock? key = null;
        if (numbered)
        {
            key = TextBlock.Wrap(string.Join(" · ", data.ColumnNames.Select((n, i) => $"{Number(i)} {n}".Replace(' ', '\u00a0'))), size * 0.92f, false, width);
            heads = [.. data.ColumnNames.Select((_, i) => TextBlock.Wrap(Number(i), size * 0.92f, true, cell))];
        }
        var rowHeight = (height - heads.Max(h => h.Height) - 0.3f * size - (key?.Height ?? 0)) / rows;
        var needed = Math.Max(names.Max(n => n.Height), size * 1.3f);
        if (rowHeight < needed) return null;
        rowHeight = MathF.Floor(Math.Min(rowHeight, Math.Max(needed, 4 * em)));
        return new(blocks, rows, size, nameWidth, cell, rowHeight, nameWidth + columns * cell + gap, numbered, cellText, names, heads, key);
    }

    static string Number(int index) => $"({(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)})";
}
