namespace Analytics.Ingest.Reading.Headers;

/// <summary>One of the first rows of a sheet, merged cells filled in.</summary>
/// <param name="Line">Line as a person sees it.</param>
/// <param name="Cells">Clean texts from the leftmost column on.</param>
internal sealed record TopRow(int Line, string[] Cells)
{
    Heading[]? headings;

    public string[] Keys { get; } = Array.ConvertAll(Cells, HeaderKey.Of);

    public Heading[] Headings => headings ??= Array.ConvertAll(Keys, HeaderWords.Look);
}

/// <summary>The first rows of a sheet, where its header is looked for.</summary>
internal sealed record TopRows(IReadOnlyList<TopRow> Rows)
{
    /// <summary>The header starts within so many rows …</summary>
    public const int SearchedRows = 20;

    /// <summary>… and is at most so many rows high.</summary>
    public const int MaxDepth = 3;

    /// <summary>More columns than a spreadsheet can have are not a table.</summary>
    public const int MaxColumns = 16_384;

    IReadOnlyDictionary<FileKind, Header>? bestByKind;

    /// <summary>The best reading as a header of each kind that matches at least one column.</summary>
    public IReadOnlyDictionary<FileKind, Header> BestByKind => bestByKind ??= HeaderFinder.BestByKind(this);
}
