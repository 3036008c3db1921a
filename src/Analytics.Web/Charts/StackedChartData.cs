namespace Analytics.Web.Charts;

/// <summary>One bar: the ballots of one group by level. All shares 0–1 of the same base.</summary>
/// <param name="Label">Whose ballots.</param>
/// <param name="Detail">Counts beneath the label, such as <c>117/126 đơn vị</c>; left out where there is no room.</param>
/// <param name="High">High confidence; 0 on a two-option ballot.</param>
/// <param name="Middle">Confidence.</param>
/// <param name="Low">Low, or no confidence.</param>
/// <param name="Unmarked">What remains of the base: ballots that leave the name unmarked or are invalid.</param>
public sealed record StackedRow(string Label, string? Detail, double High, double Middle, double Low, double Unmarked);

/// <summary>Ballot options as bars of 100%.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Rows">From top to bottom.</param>
/// <param name="LevelNames">Two or three names in ballot order, the low one last.</param>
/// <param name="UnmarkedName">Legend of the remainder; null leaves it out of the legend.</param>
public sealed record StackedChartData(
    ChartText Text, IReadOnlyList<StackedRow> Rows, IReadOnlyList<string> LevelNames, string? UnmarkedName = null);
