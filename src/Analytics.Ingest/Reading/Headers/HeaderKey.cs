using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Reading.Headers;

/// <summary>What two headers have in common when they differ only in case, accents, punctuation or spaces.</summary>
internal static class HeaderKey
{
    const int Longest = 300;

    /// <summary>Lower case, no accents, đ → d, every run of spaces and punctuation one space; % is kept as a word.</summary>
    public static string Of(string header)
    {
        if (header.Length == 0)
            return "";
        var text = header.Length <= Longest ? header : header[..Longest];
        var key = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(c))
                key.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            else if (c == '%')
                key.Append(" % ");
            else if (c == '#')
                key.Append(" stt ");
            else
                key.Append(' ');
        }
        return string.Join(' ', key.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Normalize throws on a lone surrogate, which cutting may leave.
    static string WellFormed(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
}
