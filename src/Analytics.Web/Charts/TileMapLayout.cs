using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>Where tiles lie and how large their words are: one size for all, so that no area looks weightier by its name.</summary>
internal sealed class TileMapLayout
{
    const float Smallest = 6.5f;

    readonly IReadOnlyList<Tile> tiles;
    readonly int firstColumn, firstRow;
    readonly SKPoint origin;

    public TileMapLayout(IReadOnlyList<Tile> tiles, SKRect area, float em)
    {
        this.tiles = tiles;
        (firstColumn, firstRow) = (tiles.Min(t => t.Column), tiles.Min(t => t.Row));
        var (columns, rows) = (tiles.Max(t => t.Column) - firstColumn + 1, tiles.Max(t => t.Row) - firstRow + 1);
        var height = Math.Min(area.Height / rows, 7 * em);
        var width = Math.Min(area.Width / columns, height * 1.75f);
        height = Math.Min(height, width);
        (TileWidth, TileHeight) = (MathF.Floor(width), MathF.Floor(height));
        Gap = Math.Max(1, MathF.Round(em / 8));
        origin = new(MathF.Round(area.Left + (area.Width - columns * TileWidth) / 2), MathF.Round(area.Top));
        FindSizes(em);
    }

    public float TileWidth { get; }

    public float TileHeight { get; }

    public float Gap { get; }

    /// <summary>Names of the tiles, null when they do not fit in legible letters.</summary>
    public IReadOnlyList<TextBlock>? Names { get; private set; }

    /// <summary>What is written under the names; null when not even that fits.</summary>
    public IReadOnlyList<TextBlock>? Values { get; private set; }

    public SKRect Place(Tile tile) => SKRect.Create(
        origin.X + (tile.Column - firstColumn) * TileWidth, origin.Y + (tile.Row - firstRow) * TileHeight, TileWidth - Gap, TileHeight - Gap);

    /// <summary>Whether a rectangle in the picture is free of tiles.</summary>
    public bool IsFree(SKRect rectangle) => !tiles.Any(t => Place(t).IntersectsWith(rectangle));

    void FindSizes(float em)
    {
        var (width, height) = (TileWidth - Gap, TileHeight - Gap - 0.35f * em);
        var widestWord = tiles.SelectMany(t => ChartFonts.Clean(t.Name).Split(' ')).Distinct().Max(w => ChartFonts.Measure(w, 1, true));
        for (var size = em * 0.92f; size >= Smallest; size *= 0.96f)
        {
            var room = width - 0.5f * size;
            if (widestWord * size > room) continue;
            var values = tiles.Select(t => TextBlock.Wrap(TileLook.Written(t), size, false, float.MaxValue)).ToList();
            if (values.Any(v => v.Width > room)) continue;
            var names = tiles.Select(t => TextBlock.Balanced(t.Name, size, true, room)).ToList();
            if (names.Zip(values).All(p => p.First.Width <= room && p.First.Height + p.Second.Height <= height))
            {
                (Names, Values) = (names, values);
                return;
            }
        }
        for (var size = em * 0.92f; size >= Smallest - 1 && Values is null; size *= 0.96f)
        {
            var values = tiles.Select(t => TextBlock.Wrap(TileLook.Written(t), size, false, float.MaxValue)).ToList();
            if (values.All(v => v.Width <= width - 0.35f * size && v.Height <= height)) Values = values;
        }
    }
}
