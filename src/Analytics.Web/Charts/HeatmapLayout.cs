namespace Analytics.Web.Charts;

/// <summary>
/// How a heatmap fills its place: rows in one to five blocks side by side, in the largest letters at which every name
/// and every cell text fits.
/// </summary>
/// <param name="GroupHeads">Names over families of columns; none where all columns may be compared.</param>
/// <param name="GroupOf">Index of the family of each column.</param>
/// <param name="Key">Names that have no room over their columns, behind the numbers that stand there instead.</param>
internal sealed record HeatmapLayout(
    int Blocks, int RowsPerBlock, float Size, float NameWidth, float CellWidth, float RowHeight, float BlockWidth, bool CellText,
    IReadOnlyList<TextBlock> Names, IReadOnlyList<TextBlock> Heads, IReadOnlyList<TextBlock> GroupHeads, IReadOnlyList<int> GroupOf, TextBlock? Key)
{
    const float Smallest = 6;

    /// <summary>Height of the names of the families, with the line under them.</summary>
    public float GroupHeadHeight => GroupHeads.Count == 0 ? 0 : GroupHeads.Max(h => h.Height) + 0.45f * Size;

    /// <summary>Height of the names of the columns and of their families.</summary>
    public float HeadHeight => GroupHeadHeight + Heads.Max(h => h.Height) + 0.3f * Size;

    /// <summary>Left edge of a column, from the first; a gap parts the families.</summary>
    public float Left(int column) => column * CellWidth + GroupOf[column] * Gap(Size);

    static float Gap(float size) => MathF.Round(1.1f * size);

    public static HeatmapLayout Find(HeatmapData data, float em, float width, float height)
    {
        for (var size = em * 0.94f; size >= Smallest; size *= 0.96f)
            for (var blocks = 1; blocks <= Math.Min(5, data.RowNames.Count); blocks++)
                if (Try(data, em, size, blocks, width, height, cellText: true) is { } layout) return layout;
        for (var size = Smallest; size > 3; size *= 0.9f)
            for (var blocks = 1; blocks <= Math.Min(5, data.RowNames.Count); blocks++)
                if (Try(data, em, size, blocks, width, height, cellText: false) is { } layout) return layout;
        throw new TooManyRowsException($"{data.RowNames.Count} rows and {data.ColumnNames.Count} columns do not fit {width:0}×{height:0} pixels: choose a larger picture");
    }

    static HeatmapLayout? Try(HeatmapData data, float em, float size, int blocks, float width, float height, bool cellText)
    {
        var rows = (data.RowNames.Count + blocks - 1) / blocks;
        if (blocks > 1 && rows * (blocks - 1) >= data.RowNames.Count) return null;
        var (columns, gap, gaps) = (data.ColumnNames.Count, 1.6f * em, Math.Max(0, data.Groups.Count - 1) * Gap(size));
        var room = (width - (blocks - 1) * gap) / blocks;
        var names = data.RowNames.Select(n => TextBlock.Balanced(n, size, false, room * 0.42f)).ToList();
        var nameWidth = names.Max(n => n.Width) + 0.5f * size;
        if (nameWidth > room * 0.46f) return null;
        var cell = MathF.Floor(Math.Min((room - nameWidth - gaps) / columns, 15 * em));
        if (cell < size || cellText && data.Cells.SelectMany(r => r).Max(c => ChartFonts.Measure(ChartFonts.Clean(c.Text), size, false)) > cell - 0.3f * size) return null;

        var (heads, key) = Heading(data.ColumnNames, size * 0.92f, true, [.. data.ColumnNames.Select(_ => cell)], height * 0.3f, i => $"({i + 1})");
        var (groupHeads, groupKey) = Heading([.. data.Groups.Select(g => g.Name)], size * 0.86f, false, [.. data.Groups.Select(g => g.Columns * cell)], height * 0.25f, i => $"({(char)('A' + i)})");
        if (heads.Any(h => h.Width > cell)) return null;
        var keyed = string.Join(" · ", new[] { groupKey, key }.Where(k => k.Length > 0));
        var keyBlock = keyed.Length > 0 ? TextBlock.Wrap(keyed, size * 0.92f, false, width) : null;
        var layout = new HeatmapLayout(blocks, rows, size, nameWidth, cell, 0, nameWidth + columns * cell + gaps + gap, cellText, names, heads, groupHeads, data.GroupOf, keyBlock);
        var rowHeight = (height - layout.HeadHeight - (keyBlock?.Height ?? 0)) / rows;
        var needed = Math.Max(names.Max(n => n.Height), size * 1.3f);
        return rowHeight < needed ? null : layout with { RowHeight = MathF.Floor(Math.Min(rowHeight, Math.Max(needed, 4 * em))) };
    }

    /// <summary>Names over columns, or numbers there and the names in a key where one of them has no room.</summary>
    static (List<TextBlock> Heads, string Key) Heading(IReadOnlyList<string> names, float size, bool bold, IReadOnlyList<float> rooms, float height, Func<int, FormattableString> number)
    {
        var heads = names.Select((n, i) => TextBlock.Balanced(n, size, bold, rooms[i] - 0.4f * size)).ToList();
        if (!heads.Where((h, i) => h.Width > rooms[i] - 0.2f * size || h.Height > height || h.Lines.Count > 4).Any()) return (heads, "");
        var numbers = names.Select((_, i) => FormattableString.Invariant(number(i))).ToList();
        // A name of a family is a sentence and may break; that of a column may not.
        return ([.. numbers.Select((n, i) => TextBlock.Wrap(n, size, true, rooms[i]))],
            string.Join(" · ", names.Select((n, i) => bold ? $"{numbers[i]} {n}".Replace(' ', '\u00a0') : $"{numbers[i]}\u00a0{n}")));
    }
}
