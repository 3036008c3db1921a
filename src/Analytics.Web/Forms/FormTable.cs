using Analytics.Domain.Trends;

namespace Analytics.Web.Forms;

/// <summary>
/// One of the office's forms (biểu) with its figures, in one language. Cells hold values, not words about them; shares are worked out
/// from the counts beside them, so that page, workbook and document cannot differ.
/// </summary>
/// <param name="Number">1 to 5.</param>
/// <param name="Title">What the form shows.</param>
/// <param name="Caption">Round, area, base of the shares, coverage of an unfinished round.</param>
/// <param name="TotalLabel">Words of the last row; null for a form without totals.</param>
/// <param name="Notes">Under the table: what is left out, and why.</param>
sealed record FormTable(
    int Number, string Title, string Caption, IReadOnlyList<FormColumn> Columns, IReadOnlyList<FormRow> Rows, string? TotalLabel, IReadOnlyList<string> Notes) : Queries.IRowCount
{
    /// <summary>The last row has no figures: what leaves the house does not give them.</summary>
    public bool TotalWithheld { get; init; }

    /// <summary>Rows with figures, without the headings between them.</summary>
    public IEnumerable<FormRow> Lines => Rows.Where(r => r.Heading is null);

    public int RowCount => Rows.Count;

    public bool HasGroups => Columns.Any(c => c.Group is not null);

    /// <summary>What a column says of a row: text, a count, a date, percent 0–100; null where nothing is known.</summary>
    public object? Value(FormRow row, int column) => Columns[column].Kind == FormKind.Percent ? Percent(Columns[column], key => Count(row, key)) : row.Cells[column];

    /// <summary>The last row's value: counts are added up, shares are those of the sums. No share where a row has only one of its two counts.</summary>
    public object? Total(int column) => Columns[column] switch
    {
        { Kind: FormKind.Count, Adds: true } => (object)Sum(column),
        { Kind: FormKind.Percent } share when Lines.All(r => r.Again || Count(r, share.Part!) is null == Count(r, share.Whole!) is null) => Percent(share, key => Sum(IndexOf(key))),
        _ => null,
    };

    public int IndexOf(string key)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Key == key) return i;
        throw new ArgumentException($"Form {Number} has no column {key}.", nameof(key));
    }

    long? Count(FormRow row, string key) => (long?)row.Cells[IndexOf(key)];

    long Sum(int column) => Lines.Where(r => !r.Again).Sum(r => (long?)r.Cells[column] ?? 0);

    static double? Percent(FormColumn column, Func<string, long?> count) =>
        count(column.Part!) is { } part && count(column.Whole!) is > 0 and { } whole ? 100.0 * part / whole : null;
}

/// <summary>One row: a heading over the whole width, or a cell for each column; the cells of shares are not looked at.</summary>
/// <param name="Again">The same people as in other rows, told apart in another way: left out of the last row.</param>
sealed record FormRow(string? Heading, IReadOnlyList<object?> Cells, bool Again = false)
{
    /// <summary>The group the row is about, where it is a post or an area of the whole round.</summary>
    public (TrendBy By, string Key)? Group { get; init; }

    /// <summary>Its figures are kept for the last row and not printed: what leaves the house does not give them.</summary>
    public bool Withheld { get; init; }

    public static FormRow Of(params object?[] cells) => new(null, cells);
    public static FormRow Under(string heading) => new(heading, []);
}

enum FormKind
{
    Text,
    /// <summary>A whole number, <see cref="long"/> or null.</summary>
    Count,
    /// <summary>0–100, of <see cref="FormColumn.Part"/> in <see cref="FormColumn.Whole"/>.</summary>
    Percent,
    /// <summary><see cref="DateOnly"/> or null.</summary>
    Date,
}

/// <param name="Key">Name in data files.</param>
/// <param name="Header">As printed.</param>
/// <param name="Group">Printed above this and the columns beside it of the same group; null where the header is as high as both.</param>
/// <param name="Width">In characters of ordinary text.</param>
/// <param name="Adds">The counts of a column add up in the last row.</param>
/// <param name="Part">Of a share: key of the column that is counted.</param>
/// <param name="Whole">Of a share: key of the column it is taken of.</param>
sealed record FormColumn(string Key, string Header, FormKind Kind, double Width, string? Group = null, bool Adds = true, string? Part = null, string? Whole = null);
