namespace Analytics.Web.Charts;

/// <summary>What may be said of a group beside the line it is compared with.</summary>
public enum DotState
{
    /// <summary>Not different from the line beyond chance, or not tested.</summary>
    Usual,

    /// <summary>Above the line, beyond chance.</summary>
    Higher,

    /// <summary>Below the line, beyond chance.</summary>
    Lower,

    /// <summary>Too few units to compare: drawn hollow.</summary>
    TooFew,
}

/// <summary>One group: its low share with the 95% interval, all 0–1.</summary>
/// <param name="Share">Null: no figure; the row keeps its place.</param>
/// <param name="Text">What stands at the end of the row, the share and the state in words: <c>7,9% cao hơn</c>.</param>
public sealed record DotRow(string Label, double? Share, double? Lower, double? Upper, DotState State, string Text);

/// <summary>A share all rows are looked at beside, as a vertical line with its words at the top.</summary>
public sealed record DotLine(double Share, string Text);

/// <summary>Low shares of groups with their intervals, one row each.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Rows">From top to bottom; many rows are set in several columns of rows.</param>
/// <param name="Lines">Up to two; none over several cities.</param>
/// <param name="Legend">What the marks mean, in the order given; states without words are left out.</param>
/// <param name="CutOff">Said below where an interval runs out of the picture.</param>
/// <param name="Footnote">What the intervals mean; null for nothing.</param>
public sealed record DotsChartData(
    ChartText Text, IReadOnlyList<DotRow> Rows, IReadOnlyList<DotLine> Lines, IReadOnlyList<(DotState State, string Text)> Legend, string CutOff, string? Footnote);
