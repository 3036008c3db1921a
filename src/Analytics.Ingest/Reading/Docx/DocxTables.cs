using System.Xml;
using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Docx;

/// <summary>Reads the tables of a document's body, each as a sheet named "Bảng 1", "Bảng 2", …; what stands around them is passed over.</summary>
internal static class DocxTables
{
    const int MaxTables = 1_000;

    /// <summary>The part that holds the text; null when the zip is no document.</summary>
    public static string? PartOf(OfficePackage package)
    {
        var part = Relations.StartPart(package) ?? (package.Has("xl/workbook.xml") ? null : "word/document.xml");
        return part is not null && part.StartsWith("word/", StringComparison.Ordinal) && package.Has(part) ? part : null;
    }

    /// <exception cref="UnreadableFileException">Over a limit.</exception>
    public static List<GridSheet> Read(OfficePackage package, string part, CancellationToken ct)
    {
        var tables = new List<GridSheet>();
        var budget = new CellBudget();
        using var xml = package.Read(part)!;
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            ct.ThrowIfCancellationRequested();
            if (RunText.IsPassedOver(xml.LocalName))
                PartText.SkipInside(xml);
            else if (xml.LocalName == "tbl")
            {
                if (tables.Count == MaxTables)
                    throw new UnreadableFileException($"Tệp Word có hơn {MaxTables} bảng; hãy chia thành nhiều tệp.",
                        $"The document has more than {MaxTables} tables: split it into several files.");
                var table = new TableParser(budget);
                table.Read(xml, ct);
                tables.Add(new($"Bảng {tables.Count + 1}", false, table.Rows, table.Merged));
            }
        }
        return tables;
    }
}
