namespace Analytics.Ingest.Reading.Headers;

/// <summary>Finds the contract's column a header means, from the cells that stand above one another over the column.</summary>
/// <remarks>
/// Tables name the measure ("Số phiếu", "Tỷ lệ %") above, below or inside the name of the level, so the measure is taken off first:
/// what is left is looked up, and a percentage of a level is the printed figure, not the count.
/// </remarks>
internal static class HeaderWords
{
    // Between spaces, as they are looked for in a header between spaces: whole words only.
    static readonly string[] Percent = [" ty le ", " ti le ", " phan tram ", " percent ", " % "];
    static readonly string[] Count = [" tong so phieu ", " so phieu ", " so luong phieu ", " so luong ", " phieu ", " sl "];

    /// <summary>The contract's name, or null when none matches.</summary>
    /// <param name="keys">Keys from top to bottom, none empty, no two neighbours equal.</param>
    public static string? Resolve(IReadOnlyList<string> keys, KindColumns columns)
    {
        if (columns.Find(string.Join(' ', keys)) is { } whole)
            return whole;
        var isPercent = keys.Any(IsPercent);
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            if ((columns.Find(keys[i]) ?? columns.Find(Strip(keys[i]))) is { } name)
                return isPercent ? PublishedPercent(name) : name;
        }
        return keys.Count > 1 && columns.Find(Strip(string.Join(' ', keys))) is { } joined
            ? isPercent ? PublishedPercent(joined) : joined
            : null;
    }

    /// <summary>The same for a column with one heading.</summary>
    public static string? Resolve(Heading heading, KindColumns columns)
    {
        if (heading.Key.Length == 0 || IsRowNumber(heading.Key)) return null;
        if (columns.Find(heading.Key) is { } whole) return whole;
        return columns.Find(heading.Stripped) is { } name ? heading.IsPercent ? PublishedPercent(name) : name : null;
    }

    /// <summary>A key as <see cref="Resolve(Heading, KindColumns)"/> looks at it, worked out once for all kinds.</summary>
    public static Heading Look(string key) => new(key, Strip(key), IsPercent(key));

    /// <summary>Whether a header is nothing but a measure, such as "Số phiếu" or "Tỷ lệ (%)".</summary>
    public static bool IsMeasure(string key) => key.Length > 0 && Strip(key).Length == 0;

    /// <summary>Whether the column only numbers the rows.</summary>
    public static bool IsRowNumber(string key) => key is "tt" or "stt" or "so tt" or "so thu tu" or "no";

    static bool IsPercent(string key)
    {
        var padded = Padded(key);
        return Array.Exists(Percent, word => padded.Contains(word, StringComparison.Ordinal));
    }

    static string? PublishedPercent(string name) => name switch
    {
        "high" => "published_high_percent",
        "low" => "published_low_percent",
        _ when name.StartsWith("published_", StringComparison.Ordinal) => name,
        _ => null,
    };

    static string Strip(string key)
    {
        var rest = Padded(key);
        foreach (var word in Percent)
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        foreach (var word in Count)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
                rest = rest[(word.Length - 1)..];
            if (rest.EndsWith(word, StringComparison.Ordinal))
                rest = rest[..^(word.Length - 1)];
        }
        return rest.Trim();
    }

    static string Padded(string words) => $" {words} ";
}

/// <summary>The key of one cell above a column.</summary>
/// <param name="Stripped">Without the words of a measure.</param>
/// <param name="IsPercent">Whether the measure is a percentage.</param>
internal readonly record struct Heading(string Key, string Stripped, bool IsPercent);
