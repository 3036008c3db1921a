using System.Globalization;

namespace Analytics.Web.Shared.Tables;

/// <summary>How many rows a table may have to be answered at once where it has to be read from the store row by row.</summary>
sealed record DataLimits(int WholeRows = 100_000);

/// <summary>
/// The rows of a table that an address asks for: all of them, or with <c>size</c> one page. <c>page</c> alone belongs to the page on
/// screen and says nothing about data, so that a link on its second page still gives the whole table.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Null for the whole table.</param>
sealed record RowRange(int Page, int? Size)
{
    public const int MostSize = 10_000;

    public static RowRange Whole { get; } = new(1, null);

    /// <summary>Null where the values are not what is allowed.</summary>
    public static RowRange? Of(IQueryCollection query)
    {
        if (Number(query, "page", int.MaxValue) is not { } page) return null;
        if (!query.ContainsKey("size")) return Whole;
        return Number(query, "size", MostSize) is { } size ? new(page, size) : null;
    }

    public int Pages(int rows) => Size is { } size ? Math.Max(1, (int)(((long)rows + size - 1) / size)) : 1;

    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows)
    {
        if (Size is not { } size) return rows;
        var skip = (long)(Page - 1) * size;
        return skip >= rows.Count ? [] : rows.Skip((int)skip).Take(size).ToList();
    }

    /// <summary>1 where the address does not say; null where it says something else than 1 … <paramref name="most"/>.</summary>
    static int? Number(IQueryCollection query, string name, int most) => !query.TryGetValue(name, out var text) ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
