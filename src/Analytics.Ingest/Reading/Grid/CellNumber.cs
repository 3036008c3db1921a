using System.Globalization;

namespace Analytics.Ingest.Reading.Grid;

/// <summary>Writes the number in a cell as a person would have typed it into a CSV.</summary>
internal static class CellNumber
{
    const int DaysFrom1900To1904 = 1462;

    /// <summary>"93", "40.43", "2014-11-15", "40.43%", "00097", and "1.2340" for a fraction that would read like grouped thousands; what is not a number comes back as it is.</summary>
    public static string Format(string value, NumberFormat format, bool date1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return value;
        return format.Meaning switch
        {
            NumberMeaning.Date or NumberMeaning.DateTime => Date(number, format.Meaning == NumberMeaning.DateTime, date1904) ?? Plain(number, value),
            NumberMeaning.Time when number is >= 0 and < 1 => new TimeOnly().Add(TimeSpan.FromSeconds(Math.Round(number * 86_400))).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            NumberMeaning.Percent => Plain(number * 100, value) + "%",
            NumberMeaning.Padded when number >= 0 && number == Math.Floor(number) => Plain(number, value).PadLeft(format.Digits, '0'),
            _ => Ungrouped(Plain(number, value)),
        };
    }

    // 1.234 typed as text is one thousand two hundred and thirty-four; the number 1.234 is a fraction and must not be taken for that.
    static string Ungrouped(string text) => GroupedDigits.Is(text) ? text + "0" : text;

    // A spreadsheet shows 15 digits; those beyond are noise of binary fractions (40.43 is stored as 40.430000000000007).
    static string Plain(double number, string value)
    {
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        if (!text.Contains('E', StringComparison.Ordinal))
            return text == "-0" ? "0" : text;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact.ToString(CultureInfo.InvariantCulture) : value;
    }

    static string? Date(double serial, bool withTime, bool date1904)
    {
        if (date1904)
            serial += DaysFrom1900To1904;
        if (serial is < 1 or >= 2_958_466)
            return null;
        // Spreadsheets count a 29 February 1900 that never was; days before it lie one off.
        if (serial is >= 60 and < 61)
            return "1900-02-29";
        var day = new DateTime(1899, 12, serial < 60 ? 31 : 30).AddDays(Math.Floor(serial));
        var seconds = Math.Round((serial - Math.Floor(serial)) * 86_400);
        return withTime && seconds > 0
            ? day.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
