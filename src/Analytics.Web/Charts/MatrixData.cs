namespace Analytics.Web.Charts;

/// <summary>How far a unit has come with its report.</summary>
public enum MatrixState
{
    /// <summary>Reported, and all of it compared with the minutes.</summary>
    Verified,

    /// <summary>Reported, still to be compared with the minutes.</summary>
    Reported,

    /// <summary>Not reported although the last day is over.</summary>
    Overdue,

    /// <summary>Not reported, and the last day is still to come or not set.</summary>
    Waiting
}

/// <summary>One unit; only its state is drawn.</summary>
public sealed record MatrixUnit(string Code, string Name, MatrixState State);

/// <summary>Units of a round as small squares.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Units">In administrative order, row by row.</param>
/// <param name="Legend">Words for each state, in the order of the legend; a state that no unit is in has no entry.</param>
public sealed record MatrixData(ChartText Text, IReadOnlyList<MatrixUnit> Units, IReadOnlyList<(MatrixState State, string Words)> Legend);
