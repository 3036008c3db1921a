namespace Analytics.Ingest.Reading.Headers;

/// <summary>A reading of some of the first rows as the header of one kind of file.</summary>
/// <param name="Kind">The kind it was read as; null when the rows were not understood.</param>
/// <param name="LastLine">Line of the header's last row; data start below.</param>
/// <param name="Width">How many columns the header's rows reach.</param>
/// <param name="Known">Columns of the contract, in file order; two may have the same name.</param>
/// <param name="Unknown">Columns with a header the contract does not know.</param>
/// <param name="Unnamed">Columns without a header: kept only if they hold something.</param>
internal sealed record Header(
    FileKind? Kind, int LastLine, int Width, IReadOnlyList<Column> Known, IReadOnlyList<Column> Unknown, IReadOnlyList<int> Unnamed)
{
    /// <summary>How many of the contract's columns were found.</summary>
    public int Matches { get; } = Known.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count();

    public bool Has(string required) => required.Split('|').Any(name => Known.Any(c => c.Name == name));

    /// <summary>Rows not understood: the first filled one stands as header, so that the rows below can at least be counted.</summary>
    public static Header NotUnderstood(TopRows top) => top.Rows is [var row, ..]
        ? new(null, row.Line, row.Cells.Length, [], [], [.. Enumerable.Range(0, row.Cells.Length)])
        : new(null, 0, 0, [], [], []);
}
