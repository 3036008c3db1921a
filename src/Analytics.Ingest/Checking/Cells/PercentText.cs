using System.Globalization;

namespace Analytics.Ingest.Checking.Cells;

/// <summary>Percentages as printed: 63.7, 63,7, "63,7 %"; from 0 to 100.</summary>
internal static class PercentText
{
    static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "" };

    public static NumberFault Parse(ReadOnlySpan<char> text, out decimal percent)
    {
        percent = 0;
        if (text.EndsWith("%", StringComparison.Ordinal)) text = text[..^1].TrimEnd();
        if (text.IsEmpty) return NumberFault.NotANumber;
        var negative = Sign.IsMinus(text[0]);
        if (negative) text = text[1..];
        var format = text.Contains(',') ? Comma : NumberFormatInfo.InvariantInfo;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, format, out percent)) return NumberFault.NotANumber;
        if (negative) return NumberFault.Negative;
        return percent > 100 ? NumberFault.OutOfRange : NumberFault.None;
    }
}
