using System.Buffers;
using System.Text;

namespace Analytics.Ingest.Reading;

/// <summary>Cell text as everything behind sees it: trimmed, spaces collapsed, NFC, without the apostrophe that makes a text of a number.</summary>
internal static class CellText
{
    // Line breaks (Alt+Enter in a spreadsheet) and tabs count as spaces; other control characters stay for the checker to report.
    static readonly SearchValues<char> Spaces = SearchValues.Create(
        " \t\r\n\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000");

    static readonly SearchValues<char> NumberLike = SearchValues.Create("0123456789.,/-% ");

    // Invisible: pasted from web pages and old files; they would make two equal names differ.
    static readonly SearchValues<char> Invisible = SearchValues.Create("\u200B\u2060\uFEFF");

    public static string Clean(string text)
    {
        if (!IsNfc(text))
            text = text.Normalize(NormalizationForm.FormC);
        if (NeedsCollapsing(text))
            text = Collapse(text);
        return text.Length > 1 && text[0] == '\'' && IsNumberLike(text.AsSpan(1)) ? text[1..] : text;
    }

    // '00097 is how people tell a spreadsheet that a number is a text; copied as text or exported, the apostrophe comes along.
    static bool IsNumberLike(ReadOnlySpan<char> text) => char.IsAsciiDigit(text[0]) && !text.ContainsAnyExcept(NumberLike);

    // Every character below U+0300 and every one of Latin Extended Additional (all Vietnamese letters) is its own NFC form, and none
    // of them combines with what stands before: such text, nearly all there is, is spared the slow check.
    static bool IsNfc(string text)
    {
        foreach (var c in text)
        {
            if (c >= '\u0300' && c is < '\u1E00' or > '\u1EFF')
                return text.IsNormalized(NormalizationForm.FormC);
        }
        return true;
    }

    static bool NeedsCollapsing(string text)
    {
        var afterSpace = true;
        foreach (var c in text)
        {
            if (c == ' ')
            {
                if (afterSpace)
                    return true;
                afterSpace = true;
                continue;
            }
            if ((c < ' ' || c >= '\u00A0') && (Spaces.Contains(c) || Invisible.Contains(c)))
                return true;
            afterSpace = false;
        }
        return afterSpace && text.Length > 0;
    }

    static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Invisible.Contains(c))
                continue;
            if (!Spaces.Contains(c))
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }
        if (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        return result.ToString();
    }
}
