using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>
/// Where the words of a map stand: inside their own area, each apart from the others. An area too small for its words gets
/// a number, and one too small for a number nothing.
/// </summary>
internal sealed class MapLabels : IDisposable
{
    const int Across = 40;

    readonly SKBitmap owners;
    readonly Dictionary<int, SKRectI> bounds = [];
    readonly List<SKRect> taken = [];

    /// <param name="rings">By tile, in pixels of the picture.</param>
    public MapLabels(IReadOnlyList<(int Tile, IReadOnlyList<IReadOnlyList<SKPoint>> Rings)> rings, ChartSize size)
    {
        // Who owns a pixel is drawn once; asking outlines for every corner of every label would take seconds.
        owners = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(owners);
        canvas.Clear(SKColors.White);
        foreach (var (tile, parts) in rings)
        {
            using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
            foreach (var ring in parts) path.AddPoly([.. ring], close: true);
            using var paint = new SKPaint { Color = Owner(tile), IsAntialias = false };
            canvas.DrawPath(path, paint);
            var box = SKRectI.Ceiling(path.Bounds);
            bounds[tile] = bounds.TryGetValue(tile, out var known) ? SKRectI.Union(known, box) : box;
        }
    }

    /// <summary>The middle of the best place for a block inside a tile, which it then holds; null where there is none.</summary>
    public SKPoint? Place(int tile, float width, float height)
    {
        if (!bounds.TryGetValue(tile, out var box) || box.Width < width || box.Height < height) return null;
        var step = Math.Max(1, Math.Max(box.Width, box.Height) / Across);
        var (middle, best, nearest) = (new SKPoint(box.MidX, box.MidY), (SKPoint?)null, float.MaxValue);
        for (var y = box.Top + height / 2; y <= box.Bottom - height / 2; y += step)
            for (var x = box.Left + width / 2; x <= box.Right - width / 2; x += step)
            {
                var at = new SKPoint(x, y);
                if (SKPoint.DistanceSquared(at, middle) >= nearest || !Holds(tile, SKRect.Create(x - width / 2, y - height / 2, width, height))) continue;
                (best, nearest) = (at, SKPoint.DistanceSquared(at, middle));
            }
        if (best is { } found) taken.Add(SKRect.Create(found.X - width / 2, found.Y - height / 2, width, height));
        return best;
    }

    bool Holds(int tile, SKRect at)
    {
        if (taken.Any(t => t.IntersectsWith(at))) return false;
        var (owner, columns, rows) = (Owner(tile), Math.Max(2, (int)(at.Width / 4)), Math.Max(2, (int)(at.Height / 4)));
        for (var row = 0; row <= rows; row++)
            for (var column = 0; column <= columns; column++)
                if (Pixel(at.Left + at.Width * column / columns, at.Top + at.Height * row / rows) != owner) return false;
        return true;
    }

    SKColor Pixel(float x, float y) => x < 0 || y < 0 || x >= owners.Width || y >= owners.Height ? SKColors.White : owners.GetPixel((int)x, (int)y);

    static SKColor Owner(int tile) => new((byte)(tile >> 16), (byte)(tile >> 8), (byte)tile);

    public void Dispose() => owners.Dispose();
}
