namespace Analytics.Ingest.Checking.Cells;

/// <summary>Dates as contract cells hold them: <c>yyyy-MM-dd</c>, or day, month, year parted by slashes.</summary>
internal static class DateText
{
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text is [_, _, _, _, '-', _, _, '-', _, _]) return TryMake(text[..4], text[5..7], text[8..], out date);
        var first = text.IndexOf('/');
        var last = text.LastIndexOf('/');
        return first is 1 or 2 && last - first is 2 or 3 && TryMake(text[(last + 1)..], text[(first + 1)..last], text[..first], out date);
    }

    /// <summary>A year of four digits.</summary>
    public static bool TryParseYear(ReadOnlySpan<char> text, out int year)
    {
        year = 0;
        return text.Length == 4 && TryDigits(text, out year);
    }

    static bool TryMake(ReadOnlySpan<char> yearText, ReadOnlySpan<char> monthText, ReadOnlySpan<char> dayText, out DateOnly date)
    {
        date = default;
        if (!TryParseYear(yearText, out var year) || !TryDigits(monthText, out var month) || !TryDigits(dayText, out var day)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }
}
