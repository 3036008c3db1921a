using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking.Cells;

/// <summary>Why a text is not the number that is expected.</summary>
internal enum NumberFault
{
    None,
    NotANumber,
    Negative,
    OutOfRange,
}

/// <summary>Whole numbers as contract cells hold them: digits only, or digits grouped by threes (1.234, 1,234, 1 234); no sign, no fraction.</summary>
/// <remarks>
/// A count has no fraction, so a point or comma before exactly three digits can only group them. That holds for what was typed; a
/// number a workbook holds with a fraction of three digits comes with a fourth (<see cref="Reading.Grid.CellNumber"/>) and is refused.
/// </remarks>
internal static class WholeNumber
{
    /// <summary>More ballots than Viet Nam has people are a slip; the bound also keeps sums of counts within an integer.</summary>
    public const int Max = 100_000_000;

    public static NumberFault Parse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var negative = !text.IsEmpty && Sign.IsMinus(text[0]);
        if (negative) text = text[1..];
        if (!IsWhole(text)) return NumberFault.NotANumber;
        if (negative) return NumberFault.Negative;
        var number = 0L;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) number = Math.Min(number * 10 + (c - '0'), Max + 1L);
        }
        if (number > Max) return NumberFault.OutOfRange;
        value = (int)number;
        return NumberFault.None;
    }

    static bool IsWhole(ReadOnlySpan<char> text) => IsDigits(text) || GroupedDigits.Is(text);

    static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>Signs before a number.</summary>
internal static class Sign
{
    /// <summary>The hyphen, and the true minus and dash that word processors put in its place.</summary>
    public static bool IsMinus(char c) => c is '-' or '−' or '–';
}
