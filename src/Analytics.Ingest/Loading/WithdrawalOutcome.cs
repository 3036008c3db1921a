namespace Analytics.Ingest.Loading;

/// <summary>Which rows of an import are taken back, by whom and why.</summary>
/// <param name="Reason">Kept with every row that is closed; not empty.</param>
/// <param name="By">Who withdraws: the user's e-mail, or the name of the command.</param>
/// <param name="Row">Line in the file as a person sees it; null for all rows of the import.</param>
/// <param name="Sheet">The sheet of <paramref name="Row"/>, where several have that row.</param>
/// <param name="AllowedUnits">Ids of the unit versions whose rows may be withdrawn; where a row of another unit is among those asked for,
/// none is. Null allows everything.</param>
public sealed record WithdrawalRequest(
    int Import, string Reason, string By, int? Row = null, string? Sheet = null, IReadOnlySet<int>? AllowedUnits = null);

public enum WithdrawalState
{
    Withdrawn,
    /// <summary>None of the rows is current any more: withdrawn or corrected before. Nothing changed.</summary>
    NothingCurrent,
    /// <summary>The file was refused when it came; no row of it was ever loaded.</summary>
    NeverLoaded,
    UnknownImport,
    UnknownRow,
    /// <summary>Several sheets have that row; <see cref="WithdrawalOutcome.Sheets"/> names them.</summary>
    SheetNeeded,
    /// <summary>Units, changes, positions and rounds are not versioned and cannot be withdrawn.</summary>
    ReferenceData,
    /// <summary>A row is of a unit that is not among the allowed ones. Nothing changed.</summary>
    OutOfScope,
}

/// <summary>What became of a withdrawal.</summary>
public sealed record WithdrawalOutcome(WithdrawalState State, int Import)
{
    /// <summary>Name of the file; empty for an unknown import.</summary>
    public string File { get; init; } = "";
    public string Kind { get; init; } = "";

    /// <summary>Results withdrawn.</summary>
    public int Results { get; init; }
    /// <summary>Roster rows withdrawn.</summary>
    public int Roster { get; init; }

    /// <summary>Withdrawn rows that had corrected an older version, which does not come back by itself.</summary>
    public int Corrections { get; init; }
    /// <summary>Imports that hold those older versions, by number.</summary>
    public IReadOnlyList<int> EarlierImports { get; init; } = [];

    /// <summary>Sheets to choose from.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The version that was published without the rows; null when nothing was published.</summary>
    public long? Version { get; init; }

    /// <summary>Why what was withdrawn could not be published; null when it was.</summary>
    public string? Failure { get; init; }
}
