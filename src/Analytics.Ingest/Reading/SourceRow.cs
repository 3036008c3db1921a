namespace Analytics.Ingest.Reading;

/// <summary>One row of a file, with its place. Cell text is trimmed, its spaces collapsed, normalised to NFC.</summary>
public sealed class SourceRow
{
    readonly SheetColumns _columns;
    readonly string[] _cells;

    internal SourceRow(SheetColumns columns, int row, string[] cells)
    {
        _columns = columns;
        _cells = cells;
        Row = row;
    }

    /// <summary>Sheet of a workbook; null for a CSV.</summary>
    public string? Sheet => _columns.Sheet;

    /// <summary>Line as a person sees it: the header of a plain CSV is 1; of a record over several lines the first.</summary>
    public int Row { get; }

    /// <summary>The text under a contract's column name, or under the header as found for an unknown column; "" when absent or empty.</summary>
    public string this[string column] => _columns.TryFind(column, out var slot) ? _cells[slot] : "";

    /// <summary>Whether the row has text under that column.</summary>
    public bool Has(string column) => this[column].Length > 0;

    /// <summary>The filled cells of columns the contract does not know, under their headers as found.</summary>
    public IEnumerable<KeyValuePair<string, string>> UnknownCells =>
        from column in _columns.Unknown
        let text = this[column.Name]
        where text.Length > 0
        select KeyValuePair.Create(column.Name, text);

    /// <summary>All cells in the order of the sheet, as one CSV line: what a person is shown when asked where a number came from.</summary>
    public string Raw => string.Join(',', _columns.All.Select((_, slot) => Quote(_cells[slot])));

    static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(',', '"') ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;
}
