namespace Analytics.Domain.Imports;

public enum ImportState
{
    /// <summary>Rows are in the store.</summary>
    Loaded,
    /// <summary>Nothing was written; the problems say why.</summary>
    Refused,
}

/// <summary>One file that was loaded or refused: every number leads back to one of these and a row.</summary>
public sealed class Import
{
    public int Id { get; set; }
    public required string FileName { get; set; }
    public required string Sha256 { get; set; }
    public required string Kind { get; set; }
    public ImportState State { get; set; }
    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }
    /// <summary>User name, or the name of the command for files loaded without signing in.</summary>
    public required string By { get; set; }
    public int Rows { get; set; }
    public int Loaded { get; set; }
    public int Unchanged { get; set; }
    public int Corrected { get; set; }
    public int Rejected { get; set; }
    public int Warnings { get; set; }
    /// <summary>Reason given with <c>--replace</c>.</summary>
    public string? Reason { get; set; }
    /// <summary>Name of the copy under <c>archive/</c>; null when the bytes were not kept.</summary>
    public string? ArchiveName { get; set; }
    /// <summary>The data version these rows became visible in; null for reference data and refused files.</summary>
    public long? Version { get; set; }
    /// <summary>
    /// Of the results it brought: with all counts, with all relations between them holding, with a printed percentage, and with
    /// one that is that of the counts. Zero for other kinds.
    /// </summary>
    public int Complete { get; set; }
    public int Reconciled { get; set; }
    public int Published { get; set; }
    public int Confirmed { get; set; }
    /// <summary>Officials who were voted on: what the four counts are shares of.</summary>
    public int Voted { get; set; }
}

/// <summary>One problem of an import, error or warning, with its place and both messages.</summary>
public sealed class ImportProblem
{
    public int Id { get; set; }
    public int ImportId { get; set; }
    public string? Sheet { get; set; }
    public int? Row { get; set; }
    public string? Column { get; set; }
    public string? Value { get; set; }
    public required string Rule { get; set; }
    public bool IsError { get; set; }
    public required string MessageVi { get; set; }
    public required string MessageEn { get; set; }
}
