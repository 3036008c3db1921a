namespace Analytics.Web.Shared.Tables;

public enum TableFormat
{
    Csv,
    Xlsx,
    Json,
}

/// <summary>
/// A table as data. Column names are those of the contract, the same in every language; values are text, whole or
/// floating numbers (shares as fractions), <see cref="DateOnly"/>, UTC <see cref="DateTime"/>, <see cref="bool"/> (yes, no), null.
/// </summary>
/// <param name="Name">What the table holds, for the file name: letters, digits and dashes; never a person's name.</param>
sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>A table of <paramref name="items"/>: <c>ExportTable.Of("districts-2026", rows, ("key", r => r.Key), …)</c>.</summary>
    public static ExportTable Of<T>(string name, IEnumerable<T> items, params (string Column, Func<T, object?> Value)[] columns) => new(
        name,
        columns.Select(c => c.Column).ToList(),
        items.Select(IReadOnlyList<object?> (item) => columns.Select(c => c.Value(item)).ToList()).ToList());
}
