using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking;

/// <summary>A file after checking: the rows that may be loaded and everything that was found.</summary>
/// <remarks>Only the list of the file's own kind is filled. A file refused as a whole has no accepted row.</remarks>
public sealed class CheckedFile
{
    public required SourceFile Source { get; init; }

    /// <summary>What the file holds; null when that could not be told, and then the file is refused.</summary>
    public FileKind? Kind => Source.Kind;

    public IReadOnlyList<UnitRow> Units { get; init; } = [];
    public IReadOnlyList<ChangeRow> Changes { get; init; } = [];
    public IReadOnlyList<PositionRow> Positions { get; init; } = [];
    public IReadOnlyList<RoundRow> Rounds { get; init; } = [];
    public IReadOnlyList<RosterRow> Roster { get; init; } = [];
    public IReadOnlyList<ResultRow> Results { get; init; } = [];
    public IReadOnlyList<StepRow> Steps { get; init; } = [];

    /// <summary>Problems of the whole file, then those of rows in the order of the file.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Data rows of the file.</summary>
    public int RowCount => Source.RowCount;

    /// <summary>Rows with at least one error; all rows when the file is refused as a whole.</summary>
    public required int BadRows { get; init; }

    /// <summary>Whether the file as a whole is refused: not even its good rows may be loaded.</summary>
    public required bool Refused { get; init; }

    /// <summary>Whether there is any error, of the file or of a row.</summary>
    public bool HasErrors => Refused || BadRows > 0;
}
