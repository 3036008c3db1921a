using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Analytics.Ingest.Marking;

/// <summary>Characters that XML cannot hold, as a workbook writes them: <c>_x0007_</c>; what only looks like that is escaped too.</summary>
static class CellEscapes
{
    static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    public static string Escape(string text)
    {
        if (!text.Where((_, i) => MustBeEscaped(text, i)).Any()) return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (MustBeEscaped(text, i)) escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            else escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    static bool MustBeEscaped(string text, int i) => char.IsSurrogate(text[i])
        ? !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) && !(i > 0 && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
        : !XmlConvert.IsXmlChar(text[i]) || LooksEscaped(text, i);

    static bool LooksEscaped(string text, int i) =>
        text[i] == '_' && i + 7 <= text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && !text.AsSpan(i + 2, 4).ContainsAnyExcept(Hexadecimal);
}
