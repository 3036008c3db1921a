using System.Globalization;

namespace Analytics.Domain.Names;

/// <summary>
/// Keys that sort, byte by byte, as a Vietnamese reader expects. They are stored beside the text because a custom
/// collation inside an index would make the file unreadable to other tools.
/// </summary>
public static class SortKeys
{
    static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Key of a person's name: by given name (the last word), then by the rest. Hexadecimal text.</summary>
    public static string OfPerson(string name)
    {
        var lastSpace = name.LastIndexOf(' ');
        return lastSpace < 0 ? Of(name) : Of(name[(lastSpace + 1)..]) + "-" + Of(name[..lastSpace]);
    }

    /// <summary>Key of any other text, in Vietnamese alphabetical order. Hexadecimal text.</summary>
    public static string Of(string text)
    {
        var key = Vietnamese.GetSortKey(text, CompareOptions.IgnoreCase).KeyData;
        return Convert.ToHexStringLower(key.AsSpan()[..Math.Min(key.Length, 120)]);
    }
}
