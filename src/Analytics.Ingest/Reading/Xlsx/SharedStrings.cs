using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Xlsx;

/// <summary>The texts cells refer to by number.</summary>
internal static class SharedStrings
{
    const long MaxCharacters = 128L << 20;

    /// <exception cref="UnreadableFileException">Together the texts are too long to be held.</exception>
    public static List<string> Read(OfficePackage package, string? part, CancellationToken ct)
    {
        var texts = new List<string>();
        var characters = 0L;
        using var xml = part is null ? null : package.Read(part);
        while (xml?.Next() == true)
        {
            if (xml.LocalName != "si" || xml.NodeType != System.Xml.XmlNodeType.Element)
                continue;
            ct.ThrowIfCancellationRequested();
            texts.Add(CellText.Clean(PartText.ReadRichText(xml)));
            characters += texts[^1].Length + 16;
            if (characters > MaxCharacters)
                throw new UnreadableFileException($"Bảng tính có quá nhiều chữ (hơn {MaxCharacters >> 20} triệu ký tự).",
                    $"The workbook holds too much text (more than {MaxCharacters >> 20} million characters).");
        }
        return texts;
    }
}
