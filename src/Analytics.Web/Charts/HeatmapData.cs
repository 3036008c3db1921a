namespace Analytics.Web.Charts;

/// <summary>One cell: a share (0–1) or null where there is none, and what is written in it: <c>4,1%</c>, <c>–</c>, <c>ít đv</c>.</summary>
public sealed record HeatCell(double? Share, string Text);

/// <summary>
/// Neighbouring columns whose figures may be compared with each other and with no other: one family of rounds. A gap parts
/// it from the next, and it has a scale of its own.
/// </summary>
/// <param name="Name">Stands above its columns.</param>
/// <param name="Columns">How many columns it takes.</param>
/// <param name="LegendLow">Words at the pale end of its scale.</param>
/// <param name="LegendHigh">Words at the dark end.</param>
public sealed record HeatGroup(string Name, int Columns, string LegendLow, string LegendHigh)
{
    /// <summary>Share at the dark end; null for the largest of its columns.</summary>
    public double? ScaleHigh { get; init; }
}

/// <summary>Areas by positions (or by rounds), shaded by the low share.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="RowNames">From top to bottom; many rows are set in several columns of rows.</param>
/// <param name="ColumnNames">From left to right.</param>
/// <param name="Cells"><c>Cells[row][column]</c>.</param>
/// <param name="LegendLow">Words at the pale end of the ramp.</param>
/// <param name="LegendHigh">Words at the dark end.</param>
/// <param name="ScaleLow">Share at the pale end.</param>
/// <param name="ScaleHigh">Share at the dark end; null for the largest share there is.</param>
public sealed record HeatmapData(
    ChartText Text, IReadOnlyList<string> RowNames, IReadOnlyList<string> ColumnNames, HeatCell[][] Cells,
    string LegendLow, string LegendHigh, double ScaleLow = 0, double? ScaleHigh = null)
{
    /// <summary>Families of columns; empty where all columns may be compared.</summary>
    public IReadOnlyList<HeatGroup> Groups { get; init; } = [];

    /// <summary>What asterisks and triangles at the columns mean.</summary>
    public string? Footnote { get; init; }

    /// <summary>Index of the group of each column.</summary>
    internal IReadOnlyList<int> GroupOf => Groups.Count == 0 ? [.. ColumnNames.Select(_ => 0)] : [.. Groups.SelectMany((g, i) => Enumerable.Repeat(i, g.Columns))];
}
