namespace Analytics.Ingest.Checking.Cells;

/// <summary>Why a text is not the number that is expected.</summary>
internal enum NumberFault
{
    None,
    NotANumber,
    Negative,
    OutOfRange,
}

/// <summary>Whole numbers as contract cells hold them: digits only, no sign, no separators.</summary>
internal static class WholeNumber
{
    /// <summary>More ballots than Viet Nam has people are a slip; the bound also keeps sums of counts within an integer.</summary>
    public const int Max = 100_000_000;

    public static NumberFault Parse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.IsEmpty) return NumberFault.NotANumber;
        if (Sign.IsMinus(text[0])) return IsDigits(text[1..]) ? NumberFault.Negative : NumberFault.NotANumber;
        var number = 0L;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return NumberFault.NotANumber;
            number = Math.Min(number * 10 + (c - '0'), Max + 1L);
        }
        if (number > Max) return NumberFault.OutOfRange;
        value = (int)number;
        return NumberFault.None;
    }

    static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>Signs before a number.</summary>
internal static class Sign
{
    /// <summary>The hyphen, and the true minus and dash that word processors put in its place.</summary>
    public static bool IsMinus(char c) => c is '-' or '−' or '–';
}
