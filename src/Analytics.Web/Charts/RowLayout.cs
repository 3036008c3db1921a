namespace Analytics.Web.Charts;

/// <summary>
/// How rows with a scale fill their place: in one to five blocks side by side, names left and words right of each scale, in
/// the largest letters at which all of them fit.
/// </summary>
/// <param name="Size">Of the letters, in pixels.</param>
/// <param name="Pitch">Height of a row.</param>
/// <param name="BlockWidth">From the left edge of a block to that of the next.</param>
internal sealed record RowLayout(
    int Blocks, int RowsPerBlock, float Size, float Pitch, float NameWidth, float ScaleWidth, float BlockWidth, IReadOnlyList<TextBlock> Names, IReadOnlyList<TextBlock> Ends)
{
    const float Smallest = 6, Gap = 1.6f;

    /// <param name="rows">Name, words at the end and whether they are set bold.</param>
    /// <param name="widest">Tallest row that is still a row, in em.</param>
    /// <exception cref="TooManyRowsException">The rows do not fit even in the smallest letters.</exception>
    public static RowLayout Find(IReadOnlyList<(string Name, string End, bool Bold)> rows, float em, float width, float height, float widest = 2.6f)
    {
        RowLayout? best = null;
        for (var blocks = 1; blocks <= Math.Min(5, rows.Count); blocks++)
            for (var size = em; size >= Smallest; size *= 0.96f)
            {
                // A further block is worth its room only where it makes the letters clearly larger.
                if (best is not null && size < best.Size * 1.12f) break;
                if (Try(rows, em, size, blocks, width, height, widest) is not { } layout) continue;
                best = layout;
                break;
            }
        return best ?? throw new TooManyRowsException($"{rows.Count} rows do not fit {width:0}×{height:0} pixels: choose a larger picture");
    }

    static RowLayout? Try(IReadOnlyList<(string Name, string End, bool Bold)> rows, float em, float size, int blocks, float width, float height, float widest)
    {
        var perBlock = (rows.Count + blocks - 1) / blocks;
        if (blocks > 1 && perBlock * (blocks - 1) >= rows.Count) return null;
        var room = (width - (blocks - 1) * Gap * em) / blocks;
        var pitch = Math.Min(height / perBlock, widest * em);
        var names = rows.Select(r => TextBlock.Balanced(r.Name, size, false, room * 0.36f)).ToList();
        var ends = rows.Select(r => TextBlock.Wrap(r.End, size, r.Bold, float.MaxValue)).ToList();
        if (names.Max(n => n.Height) > pitch || names.Max(n => n.Width) > room * 0.42f) return null;
        var (name, end) = (names.Max(n => n.Width) + 0.7f * size, ends.Max(e => e.Width) + 0.9f * size);
        var scale = room - name - end;
        return scale < Math.Max(room * 0.26f, 6 * size) ? null : new(blocks, perBlock, size, pitch, name, scale, room + Gap * em, names, ends);
    }
}
