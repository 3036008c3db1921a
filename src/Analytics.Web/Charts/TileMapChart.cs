using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The tile map: areas in their rough places, each shade repeated by a mark and in words.</summary>
public static class TileMapChart
{
    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <remarks>Where names do not fit their tiles, the shaded ones are named under the map.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    /// <exception cref="ArgumentException">Two tiles in one place.</exception>
    public static Plot Build(TileMapData data, ChartSize size, ChartOptions? options = null)
    {
        if (data.Tiles.GroupBy(t => (t.Column, t.Row)).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"tiles {string.Join(", ", twice.Select(t => t.Code))} share column {twice.Key.Column}, row {twice.Key.Row}", nameof(data));
        options ??= ChartOptions.Picture;
        if (data.Tiles.Count == 0) return ChartFrame.Open(data.Text, size, options, []).CloseEmpty();

        var legend = Legend(data, ChartStyle.For(options));
        var (frame, layout) = Arrange(data, size, options, legend, null);
        if (layout.Names is null && Spelled(data) is { } spelled) (frame, layout) = Arrange(data, size, options, legend, spelled);
        var words = data.Legend.ToDictionary(l => l.State, l => l.Words);
        for (var i = 0; i < data.Tiles.Count; i++) AddTile(frame, layout, data.Tiles[i], i, words);
        return frame.Close();
    }

    static (ChartFrame Frame, TileMapLayout Layout) Arrange(
        TileMapData data, ChartSize size, ChartOptions options, IReadOnlyList<LegendEntry> legend, string? footnote)
    {
        var frame = ChartFrame.Open(data.Text, size, options, legend, footnote);
        var area = frame.Area;
        frame.SetAxesToPixels();
        var layout = new TileMapLayout(data.Tiles, area, frame.Em);
        var ribbon = frame.AddSampleMark(area.Left, area.Top, area.Width);
        // The ribbon lies in a corner without tiles if there is one; otherwise the map moves down.
        if (ribbon.Height > 0 && !layout.IsFree(ribbon))
            layout = new(data.Tiles, new(area.Left, ribbon.Bottom + 0.5f * frame.Em, area.Right, area.Bottom), frame.Em);
        return (frame, layout);
    }

    static List<LegendEntry> Legend(TileMapData data, ChartStyle style) =>
        [.. data.Legend.Where(l => data.Tiles.Any(t => t.State == l.State)).Select(l => TileLook.Of(l.State, style).Entry(l.Words))];

    static string? Spelled(TileMapData data)
    {
        var named = data.Tiles.Where(t => TileLook.Of(t.State, ChartStyle.Colour).IsNamed)
            .OrderBy(t => t.State).Select(t => $"{t.Name} {TileLook.Written(t)}".Replace('\n', ' ').Replace(' ', '\u00a0')).ToList();
        return named.Count is 0 or > 12 ? null : string.Join(" · ", named);
    }

    static void AddTile(ChartFrame frame, TileMapLayout layout, Tile tile, int index, Dictionary<TileState, string> words)
    {
        var at = layout.Place(tile);
        var look = TileLook.Of(tile.State, frame.Style);
        frame.AddRectangle(at, look.Fill, look.Edge);
        frame.Lettering.AddSpot(ChartSpot.Box(words.TryGetValue(tile.State, out var said) ? $"{tile.Name}: {tile.Text} – {said}" : $"{tile.Name}: {tile.Text}", tile.State.ToString(), at));
        var color = ChartStyle.TextOn(look.Fill);
        if (layout.Values is not { } values)
        {
            if (look.Mark is { } mark)
            {
                var size = Math.Min(at.Width, at.Height) * 0.8f;
                frame.Lettering.AddShape(DrawnMarks.Outline(mark, at.MidX - 0.42f * size, at.MidY + 0.31f * size, size), color);
            }
            return;
        }
        var (name, value) = (layout.Names?[index], values[index]);
        var top = at.MidY - ((name?.Height ?? 0) + value.Height) / 2;
        if (name is not null) frame.Lettering.Add(name, at.MidX, top, color, 0.5f);
        frame.Lettering.Add(value, at.MidX, top + (name?.Height ?? 0), look.TextColor, 0.5f);
    }
}
