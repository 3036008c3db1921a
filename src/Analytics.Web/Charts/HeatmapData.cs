namespace Analytics.Web.Charts;

/// <summary>One cell: a share (0–1) or null where there is none, and what is written in it: <c>4,1%</c>, <c>–</c>, <c>ít đv</c>.</summary>
public sealed record HeatCell(double? Share, string Text);

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
    string LegendLow, string LegendHigh, double ScaleLow = 0, double? ScaleHigh = null);
