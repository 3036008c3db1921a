namespace Analytics.Web.Shared.Tables;

/// <summary>Which page of a long table: 1 … <paramref name="Count"/>.</summary>
sealed record PagePlace(int Number, int Count, int Size)
{
    /// <summary>What the address calls the page, where another table stands on it too.</summary>
    public string Parameter { get; init; } = "page";

    public int Skip => (Number - 1) * Size;

    public static PagePlace Of(int asked, int rows, int size)
    {
        var count = Math.Max(1, (int)(((long)rows + size - 1) / size));
        return new(Math.Clamp(asked, 1, count), count, size);
    }
}
