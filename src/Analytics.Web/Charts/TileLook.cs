using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>How a state of a tile is drawn: its shade, and the mark that repeats it.</summary>
/// <param name="Edge">Where the fill is too pale to be seen alone.</param>
/// <param name="Mark">One of the drawn marks; null for a state that nobody has to look at.</param>
/// <param name="IsNamed">Named under a map whose tiles are too small for names.</param>
internal sealed record TileLook(SKColor Fill, SKColor? Edge, char? Mark, bool IsNamed)
{
    public static TileLook Of(TileState state, ChartStyle style) => state switch
    {
        TileState.Higher => new(style.Higher, null, '▲', true),
        TileState.Lower => new(style.Lower, null, '▼', true),
        TileState.Overdue => new(style.Higher, null, '!', true),
        TileState.Waiting => new(style.MarkFill, style.MarkEdge, null, false),
        TileState.Complete => new(style.Middle, null, '✓', false),
        TileState.TooFew => new(ChartStyle.Ground, ChartStyle.Muted, null, false),
        TileState.NoData or TileState.NotExpected => new(ChartStyle.Ground, ChartStyle.Line, null, false),
        _ => new(style.Neutral, null, null, false)
    };

    /// <summary>Colour of what is written under the name.</summary>
    public SKColor TextColor => Mark is null ? ChartStyle.Muted : ChartStyle.TextOn(Fill);

    public LegendEntry Entry(string words) => Mark is { } mark ? LegendEntry.Marked(words, Fill, mark) : LegendEntry.Box(words, Fill, Edge ?? ChartStyle.Line);

    /// <summary>Text of a tile with its mark: after a figure, before words.</summary>
    public static string Written(Tile tile) => tile.State switch
    {
        TileState.Higher => tile.Text + " ▲",
        TileState.Lower => tile.Text + " ▼",
        TileState.Complete => tile.Text + " ✓",
        _ => tile.Text
    };
}
