using System.Buffers;

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
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789 ");
    static readonly string[] Count = [" tong so phieu ", " so phieu ", " so luong phieu ", " so luong ", " phieu ", " sl "];

    /// <summary>The contract's name, or null when none matches.</summary>
    /// <param name="keys">Keys from top to bottom, none empty, no two neighbours equal.</param>
    public static string? Resolve(IReadOnlyList<string> keys, KindColumns columns)
    {
        if (keys.All(IsNumber))
            return null;
        if (columns.Find(keys.Count == 1 ? keys[0] : string.Join(' ', keys)) is { } whole)
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

    /// <summary>Whether a header is nothing but a measure, such as "Số phiếu" or "Tỷ lệ (%)".</summary>
    public static bool IsMeasure(string key) => key.Length > 0 && Strip(key).Length == 0;

    static bool IsNumber(string key) => !key.AsSpan().ContainsAnyExcept(Digits);

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
