namespace Analytics.Web.Charts;

/// <summary>How an area stands: to the whole, where only differences beyond chance count, or in what it has to send.</summary>
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
    NoData,

    /// <summary>Something is missing after its last day.</summary>
    Overdue,

    /// <summary>Something is missing, and its last day is still to come.</summary>
    Waiting,

    /// <summary>Everything expected is there.</summary>
    Complete,

    /// <summary>Nothing is expected.</summary>
    NotExpected
}

/// <summary>One area as a tile.</summary>
/// <param name="Code">Its code, for addresses; not drawn.</param>
/// <param name="Name">Its name.</param>
/// <param name="Column">Place across, from 0 or any other start.</param>
/// <param name="Row">Place down.</param>
/// <param name="Share">Low share, 0–1; null when there is none.</param>
/// <param name="Text">What is written under the name: <c>7,9%</c>; a second line after a line break.</param>
/// <param name="State">What is to be said of it.</param>
public sealed record Tile(string Code, string Name, int Column, int Row, double? Share, string Text, TileState State);

/// <summary>Areas as tiles in their rough geographic order; shaded only where something has to be said of them.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Tiles">At most one per place.</param>
/// <param name="Legend">Words for each state, in the order of the legend; a state without words has no entry there.</param>
public sealed record TileMapData(ChartText Text, IReadOnlyList<Tile> Tiles, IReadOnlyList<(TileState State, string Words)> Legend);
