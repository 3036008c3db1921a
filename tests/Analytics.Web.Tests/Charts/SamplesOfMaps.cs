using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>Maps of invented outlines; see <see cref="Samples"/>.</summary>
internal static class SamplesOfMaps
{
    /// <summary>Rectangles of a tenth of a degree, row by row from the north-west.</summary>
    public static IReadOnlyList<MapShape> Grid(int columns, int rows) => [.. Enumerable.Range(0, columns * rows).Select(i =>
    {
        var (west, north) = (105 + i % columns * 0.1, 21 - i / columns * 0.1);
        return new MapShape($"{i + 1:000}", [[(west, north), (west + 0.1, north), (west + 0.1, north - 0.1), (west, north - 0.1), (west, north)]]);
    })];

    public static TileMapData Tiles(int count, string lang = "vi")
    {
        var tiles = SamplesOfAreas.Tiles(lang);
        Tile[] marked = [tiles.Tiles[3], tiles.Tiles[20]];
        return tiles with
        {
            Tiles = [.. Enumerable.Range(0, count).Select(i => i < 2 ? marked[i] : new Tile($"{i:000}", i % 3 == 2 ? "Phường Văn Miếu – Quốc Tử Giám" : "Xã Hòa Xá", 0, 0, 0.041, lang == "vi" ? "4,1%" : "4.1%", TileState.Neutral))]
        };
    }

    /// <summary>Four areas with room for their names.</summary>
    public static MapData Large(string lang = "vi") => Of(Tiles(4, lang), Grid(2, 2));

    /// <summary>A hundred and twenty-six areas, none with room for its name.</summary>
    public static MapData Small() => Of(Tiles(126), Grid(14, 9));

    /// <summary>Four areas of four communes each, as a city whose districts were dissolved.</summary>
    public static MapData Divided() => new(Tiles(4), [.. Grid(4, 4).Select((s, i) => (s, i / 8 * 2 + i % 4 / 2))]);

    /// <summary>One area with a hole in which another lies.</summary>
    public static MapData Hole()
    {
        var (outer, inner) = (Grid(1, 1)[0], new MapShape("002", [[(105.04, 20.96), (105.06, 20.96), (105.06, 20.94), (105.04, 20.94), (105.04, 20.96)]]));
        return Of(Tiles(2), [outer with { Rings = [outer.Rings[0], inner.Rings[0]] }, inner]);
    }

    static MapData Of(TileMapData tiles, IReadOnlyList<MapShape> shapes) => new(tiles, [.. shapes.Select((s, i) => (s, i))]);
}
