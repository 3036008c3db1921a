using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The map of areas in their real outlines, with the shades, marks and words of the tile map.</summary>
public static class MapChart
{
    const float KeyShare = 0.36f;

    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <remarks>
    /// Names and figures stand where they fit inside their area; a smaller area gets a number and a line of the key beside
    /// the map. Where the key has no room for all, it keeps those that something is said of.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="ArgumentException">An outline of no tile.</exception>
    public static Plot Build(MapData data, ChartSize size, ChartOptions? options = null)
    {
        if (data.Shapes.FirstOrDefault(s => s.Tile < 0 || s.Tile >= data.Tiles.Tiles.Count) is { Shape: { } stray })
            throw new ArgumentException($"the outline {stray.Code} belongs to no tile", nameof(data));
        options ??= ChartOptions.Picture;
        var style = ChartStyle.For(options);
        var frame = ChartFrame.Open(data.Tiles.Text, size, options,
            data.Shapes.Count == 0 ? [] : [.. data.Tiles.Legend.Where(l => data.Tiles.Tiles.Any(t => t.State == l.State)).Select(l => TileLook.Of(l.State, style).Entry(l.Words))]);
        if (data.Shapes.Count == 0) return frame.CloseEmpty();

        var area = frame.Area;
        frame.SetAxesToPixels();
        var ribbon = frame.AddSampleMark(area.Left, area.Top, area.Width);
        if (ribbon.Height > 0) area.Top = ribbon.Bottom + 0.5f * frame.Em;
        var alone = MapWords.Find(data, area, frame.Em, size);
        if (alone.Left.Count == 0) Draw(frame, data, area, alone);
        else
        {
            var map = new SKRect(area.Left, area.Top, area.Right - area.Width * KeyShare, area.Bottom);
            var words = MapWords.Find(data, map, frame.Em, size);
            MapKey? Key() => MapKey.Find(words.Left, frame.Em, area.Width * KeyShare - frame.Em, area.Height);
            var key = Key();
            if (key is null)
            {
                // A number that the key does not tell would say nothing.
                words = MapWords.Find(data, map, frame.Em, size, numberAll: false);
                key = Key();
            }
            Draw(frame, data, map, words);
            key?.Place(frame.Lettering, map.Right + frame.Em, area.Top);
        }
        return frame.Close();
    }

    static void Draw(ChartFrame frame, MapData data, SKRect map, MapWords words)
    {
        var projection = new MapProjection(data.Shapes.Select(s => s.Shape), map);
        var said = data.Tiles.Legend.ToDictionary(l => l.State, l => l.Words);
        foreach (var (shape, tile) in data.Shapes)
        {
            var look = TileLook.Of(data.Tiles.Tiles[tile].State, frame.Style);
            frame.Plot.Add.Plottable(new MapPolygon(shape.Code,
                [.. shape.Rings.Select(r => (IReadOnlyList<Coordinates>)[.. projection.Ring(r).Select(p => new Coordinates(p.X - frame.Area.Left, frame.Area.Top - p.Y))])],
                look.Fill, ChartStyle.Muted, Math.Max(0.5f, frame.Em / 26)));
            using var outline = new SKPath();
            foreach (var ring in shape.Rings) outline.AddPoly([.. projection.Ring(ring).Select(p => new SKPoint(MathF.Round(p.X, 1), MathF.Round(p.Y, 1)))], close: true);
            var (name, text, state) = (data.Tiles.Tiles[tile].Name, data.Tiles.Tiles[tile].Text, data.Tiles.Tiles[tile].State);
            frame.Lettering.AddSpot(ChartSpot.Shape(said.TryGetValue(state, out var stateWords) ? $"{name}: {text} – {stateWords}" : $"{name}: {text}", data.Tiles.Tiles[tile].Code, outline));
        }
        var divided = data.Shapes.GroupBy(s => s.Tile).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var (tile, block, at) in words.Placed)
        {
            var look = TileLook.Of(data.Tiles.Tiles[tile].State, frame.Style);
            // Lines between the communes of one area end at its words.
            var half = (block.Lines.Count == 1 ? block.Size : block.Height) / 2;
            if (divided.Contains(tile)) frame.Lettering.AddBox(new(at.X - block.Width / 2 - 1, at.Y - half, at.X + block.Width / 2 + 1, at.Y + half), look.Fill);
            frame.Lettering.AddCentred(block, at.X, at.Y, ChartStyle.TextOn(look.Fill));
        }
    }
}
