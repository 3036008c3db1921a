namespace Analytics.Ingest.Reading;

/// <summary>A file as read: its identity, what it holds, its rows, and what is wrong with it as a whole.</summary>
/// <remarks>The rows of a CSV are parsed anew at every enumeration, so a million rows need no list.</remarks>
public sealed class SourceFile
{
    /// <summary>File name without folders.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The bytes exactly as hashed, for the archive; empty when the file was too large to be read.</summary>
    public FileContent Content { get; init; } = FileContent.None;

    /// <summary>What the file holds; null when that could not be told.</summary>
    public FileKind? Kind { get; init; }

    /// <summary>The contract's names of the columns found, over all sheets read, in file order.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Headers no column of the contract matches; their cells are kept under <c>row[header]</c>.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    /// <summary>Data rows, without blank rows and a trailing total row. May be enumerated more than once.</summary>
    public IEnumerable<SourceRow> Rows { get; init; } = [];

    /// <summary>How many rows <see cref="Rows"/> yields.</summary>
    public int RowCount { get; init; }

    /// <summary>Errors and warnings of the whole file.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What was done silently otherwise, such as a total row left out; Vietnamese, then English, parted by " / ".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How the sheets that were read lie in the file.</summary>
    internal IReadOnlyList<SheetLayout> Layouts { get; init; } = [];

    /// <summary>Whether the file is refused as a whole.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);
}
