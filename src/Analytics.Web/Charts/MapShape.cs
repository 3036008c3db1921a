using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The outline of one area or unit, as degrees of longitude and latitude.</summary>
/// <param name="Code">Code of the area or unit.</param>
/// <param name="Rings">Closed rings: outlines of its parts and the holes in them. What lies inside an odd number of rings belongs to it.</param>
public sealed record MapShape(string Code, IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> Rings);

/// <summary>Areas in their real outlines instead of tiles.</summary>
/// <param name="Tiles">The same areas, states and words as on the tile map; columns and rows do not matter here.</param>
/// <param name="Shapes">Outlines, each with the index of the tile it is shaded and written as: an area may be made of the outlines of its units.</param>
public sealed record MapData(TileMapData Tiles, IReadOnlyList<(MapShape Shape, int Tile)> Shapes);

/// <summary>Degrees as pixels: longitudes shrunk by the cosine of the middle latitude, so that shapes keep their form.</summary>
internal sealed class MapProjection
{
    readonly double west, north, shrink, scale;
    readonly SKPoint origin;

    public MapProjection(IEnumerable<MapShape> shapes, SKRect area)
    {
        var points = shapes.SelectMany(s => s.Rings).SelectMany(r => r).ToList();
        (west, north) = (points.Min(p => p.Longitude), points.Max(p => p.Latitude));
        var south = points.Min(p => p.Latitude);
        shrink = Math.Cos((north + south) / 2 * Math.PI / 180);
        var (across, down) = (Math.Max((points.Max(p => p.Longitude) - west) * shrink, 1e-9), Math.Max(north - south, 1e-9));
        scale = Math.Min(area.Width / across, area.Height / down);
        origin = new(area.Left + (area.Width - (float)(across * scale)) / 2, area.Top + (area.Height - (float)(down * scale)) / 2);
    }

    public SKPoint Place((double Longitude, double Latitude) at) =>
        new(origin.X + (float)((at.Longitude - west) * shrink * scale), origin.Y + (float)((north - at.Latitude) * scale));

    /// <summary>A ring in pixels, without points closer than the eye can part: outlines are surveyed finer than any picture.</summary>
    public IReadOnlyList<SKPoint> Ring(IReadOnlyList<(double Longitude, double Latitude)> ring)
    {
        const float apart = 0.6f;
        var points = new List<SKPoint>();
        foreach (var at in ring.Select(Place))
            if (points.Count == 0 || SKPoint.Distance(points[^1], at) >= apart) points.Add(at);
        return points;
    }
}
