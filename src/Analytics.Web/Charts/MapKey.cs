using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The key beside a map: number, name and figure of each area without room for them, in as many columns as needed.</summary>
internal sealed record MapKey(float Size, IReadOnlyList<TextBlock> Entries, float ColumnWidth, int PerColumn)
{
    const float Least = 6.5f;

    /// <summary>The key in the largest letters at which it fits; null when it does not.</summary>
    public static MapKey? Find(IReadOnlyList<string> entries, float em, float width, float height)
    {
        for (var size = em * 0.8f; size >= Math.Min(Least, em * 0.6f); size *= 0.95f)
        {
            var blocks = entries.Select(e => TextBlock.Wrap(e.Replace(' ', '\u00a0'), size, false, width)).ToList();
            var (column, perColumn) = (blocks.Select(b => b.Width).DefaultIfEmpty().Max() + 1.2f * size, Math.Max(1, (int)(height / (size * 1.35f))));
            var columns = (entries.Count + perColumn - 1) / perColumn;
            if (columns * column - 1.2f * size <= width) return new(size, blocks, column, columns == 0 ? 1 : (entries.Count + columns - 1) / columns);
        }
        return null;
    }

    public void Place(Lettering lettering, float left, float top)
    {
        for (var i = 0; i < Entries.Count; i++)
            lettering.Add(Entries[i], left + i / PerColumn * ColumnWidth, top + i % PerColumn * Size * 1.35f, ChartStyle.Ink);
    }
}
