namespace Analytics.Web.Charts;

/// <summary>How an area stands to the whole; only differences beyond chance count as such.</summary>
public enum TileState
{
    /// <summary>No difference beyond chance.</summary>
    Neutral,

    /// <summary>Low share higher than the whole, beyond chance.</summary>
    Higher,

    /// <summary>Low share lower than the whole, beyond chance.</summary>
    Lower,

    /// <summary>Too few units to compare.</summary>
    TooFew,

    /// <summary>Nothing reported.</summary>
    NoData
}

/// <summary>One area as a tile.</summary>
/// <param name="Code">Its code, for addresses; not drawn.</param>
/// <param name="Name">Its name.</param>
/// <param name="Column">Place across, from 0 or any other start.</param>
/// <param name="Row">Place down.</param>
/// <param name="Share">Low share, 0–1; null when there is none.</param>
/// <param name="Text">What is written under the name: <c>7,9%</c>.</param>
/// <param name="State">What the statistics say.</param>
public sealed record Tile(string Code, string Name, int Column, int Row, double? Share, string Text, TileState State);

/// <summary>Areas as tiles in their rough geographic order; shaded only where they differ from the whole.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Tiles">At most one per place.</param>
/// <param name="LegendHigher">Words for the shade with ▲.</param>
/// <param name="LegendLower">Words for the shade with ▼.</param>
/// <param name="LegendNeutral">Words for neutral tiles.</param>
/// <param name="LegendTooFew">Words for tiles with too few units.</param>
public sealed record TileMapData(
    ChartText Text, IReadOnlyList<Tile> Tiles, string LegendHigher, string LegendLower, string LegendNeutral, string LegendTooFew);
