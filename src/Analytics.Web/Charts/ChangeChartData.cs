namespace Analytics.Web.Charts;

/// <summary>What may be said of a group's change from one round to another.</summary>
public enum ChangeState
{
    /// <summary>Not beyond chance, or not tested.</summary>
    Within,

    /// <summary>The low share rises beyond chance.</summary>
    Rises,

    /// <summary>The low share falls beyond chance.</summary>
    Falls,

    /// <summary>Too few units to compare.</summary>
    TooFew,
}

/// <summary>One group in two rounds of one family; shares 0–1, null where there is no figure.</summary>
/// <param name="Text">What stands at the end of the row, the change and the state in words.</param>
public sealed record ChangeRow(string Label, double? Before, double? After, ChangeState State, string Text);

/// <summary>Low shares of groups in two rounds, one row each: where a group stood and where it stands.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Rows">From top to bottom.</param>
/// <param name="BeforeName">The earlier round in the legend.</param>
/// <param name="Legend">What the marks of the later round mean, in the order given.</param>
/// <param name="Footnote">What was compared; null for nothing.</param>
public sealed record ChangeChartData(
    ChartText Text, IReadOnlyList<ChangeRow> Rows, string BeforeName, IReadOnlyList<(ChangeState State, string Text)> Legend, string? Footnote);
