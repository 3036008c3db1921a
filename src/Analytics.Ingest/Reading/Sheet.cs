using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Reading;

/// <summary>What one look over the rows below a header tells.</summary>
/// <param name="RowCount">Data rows, without blank rows and what <paramref name="LeftOut"/> counts.</param>
/// <param name="EndLine">Line of the first row that is no longer data.</param>
/// <param name="LeftOut">Rows of a trailing total and below.</param>
/// <param name="FilledUnnamed">Columns without a header that hold something nevertheless, from 0, ascending.</param>
/// <param name="HiddenRows">Lines of hidden data rows.</param>
internal sealed record Extent(int RowCount, int EndLine, int LeftOut, IReadOnlyList<int> FilledUnnamed, IReadOnlyList<int> HiddenRows);

/// <summary>One table: a CSV, or a sheet of a workbook.</summary>
internal abstract class Sheet
{
    /// <summary>Columns in which "Tổng cộng" marks a total row even where something stands to its left.</summary>
    static readonly string[] TotalColumns = ["official", "unit_name", "unit"];

    /// <summary>Null for a CSV.</summary>
    public abstract string? Name { get; }

    /// <summary>Whether the sheet is hidden in its workbook.</summary>
    public virtual bool IsHidden => false;

    public abstract TopRows Top { get; }

    /// <summary>Goes once over all rows below the header and finds where they end.</summary>
    /// <exception cref="UnreadableFileException">The file is broken somewhere below the header.</exception>
    public abstract Extent Survey(Header header, CancellationToken ct);

    /// <summary>The filled rows from below the header up to <see cref="Extent.EndLine"/>.</summary>
    public abstract IEnumerable<SourceRow> Rows(SheetColumns columns, int headerLine, int endLine, CancellationToken ct);

    /// <summary>Every filled row of the sheet with its line, title rows and totals too; cells from the leftmost column on.</summary>
    public abstract IEnumerable<(int Line, string[] Cells)> AllRows(CancellationToken ct);

    /// <summary>Cells merged into one.</summary>
    public virtual IReadOnlyList<MergedRange> Merged => [];

    protected static int[] TotalColumnsOf(Header header) => Indexes(header, TotalColumns);

    static int[] Indexes(Header header, params string[] names) => [.. header.Known.Where(c => names.Contains(c.Name)).Select(c => c.Index)];

    /// <summary>Whether a row is of one official, in a post and with a name, code or birth: then it is no total, whatever word stands in it.</summary>
    /// <param name="cell">Text of a cell by its column, from 0; empty beyond the row.</param>
    internal static bool NamesSomebody(Header header, Func<int, string> cell) =>
        Indexes(header, "position").Any(c => cell(c).Length > 0)
        && Indexes(header, "official", "official_code", "born").Any(c => cell(c) is { Length: > 0 } text && !TotalRow.IsWord(text));
}
