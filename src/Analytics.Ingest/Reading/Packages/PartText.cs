using System.Buffers;
using System.Text;
using System.Xml;

namespace Analytics.Ingest.Reading.Packages;

/// <summary>Reading of text from the XML of a workbook or document, within the limits of a cell.</summary>
internal static class PartText
{
    /// <summary>A spreadsheet cell holds no more.</summary>
    public const int MaxCellText = 32_767;

    const int MaxDepth = 256;

    /// <summary>The text of the element the reader stands on; the reader ends on its end tag.</summary>
    public static string ReadText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = "";
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            // In chunks: a text of a gigabyte is refused before it is held.
            while (xml.CanReadValueChunk && xml.HasValue && xml.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
            {
                text = text.Length == 0 ? new string(buffer, 0, read) : text + new string(buffer, 0, read);
                Check(text.Length);
            }
        }
        ArrayPool<char>.Shared.Return(buffer);
        return Unescape(text);
    }

    /// <summary>The text of a shared or inline string: plain, or the runs of rich text joined; phonetic hints left out.</summary>
    public static string ReadRichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = "";
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "rPh")
                SkipInside(xml);
            else if (xml.LocalName == "t")
                text += ReadText(xml);
            Check(text.Length);
        }
        return text;
    }

    /// <summary>Reads on, but no deeper than such files go: the reader keeps every element that is still open.</summary>
    /// <exception cref="UnreadableFileException">Elements are nested without end.</exception>
    public static bool Next(this XmlReader xml) => xml.Read() && (xml.Depth <= MaxDepth ? true : throw new UnreadableFileException(
        $"Nội dung XML của tệp lồng nhau quá {MaxDepth} lớp; tệp có thể bị cố ý làm hỏng.",
        $"The XML of the file is nested more than {MaxDepth} deep; it may have been made to do harm."));

    /// <summary>Stops at every element inside the one the reader stands on, however deep, and gives its name; the reader ends on the end tag.</summary>
    /// <remarks>Whoever enumerates may read on, to the end tag of the element given.</remarks>
    public static IEnumerable<string> Elements(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            yield break;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
                yield return xml.LocalName;
        }
    }

    /// <summary>Moves to the end tag of the element the reader stands on.</summary>
    public static void SkipInside(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth) { }
    }

    /// <summary>Refuses a text longer than a cell may hold.</summary>
    public static void Check(int length)
    {
        if (length > MaxCellText)
            throw new UnreadableFileException($"Một ô có hơn {MaxCellText} ký tự, vượt quá giới hạn của bảng tính.",
                $"A cell has more than {MaxCellText} characters, over the limit of a spreadsheet.");
    }

    // Characters XML cannot hold are written _x000D_; such an escape itself as _x005F_x000D_.
    static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 7 <= text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }
}
