using System.Globalization;
using System.Text;
using System.Xml;
using Analytics.Ingest.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Ingest.Marking;

/// <summary>A workbook of texts from the rows of a file as they were read, each on its line; leading zeros stay, also when a cell is typed over.</summary>
static class PlainWorkbook
{
    const int LongestSheetName = 31, WidestColumn = 40, MeasuredRows = 500;

    /// <summary>The names of its sheets, as a spreadsheet takes them: bounded, without the signs it forbids, each once.</summary>
    public static IReadOnlyList<string> SheetNames(SourceFile file)
    {
        var names = new List<string>();
        foreach (var layout in file.Layouts)
        {
            var name = string.Concat((layout.Sheet.Name ?? "Sheet1").Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)).Trim();
            if (name.Length > LongestSheetName) name = name[..LongestSheetName];
            if (name.Length == 0 || names.Contains(name, StringComparer.OrdinalIgnoreCase)) name = string.Create(CultureInfo.InvariantCulture, $"Sheet{names.Count + 1}");
            names.Add(name);
        }
        return names;
    }

    public static byte[] Write(SourceFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = TextStyle();
            var sheets = new Sheets();
            foreach (var (i, name) in SheetNames(file).Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                using (var content = part.GetStream(FileMode.Create)) WriteSheet(content, file.Layouts[i], ct);
                sheets.AddChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)i + 1, Name = name });
            }
            workbook.Workbook = new Workbook(sheets);
        }
        return bytes.ToArray();
    }

    static Stylesheet TextStyle() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        // 49 is "@": what is typed into the cell stays text.
        new CellFormats(new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));

    static void WriteSheet(Stream content, SheetLayout layout, CancellationToken ct)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var xml = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Main);
        // Printed on its side, as wide as a page.
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        WriteWidths(xml, layout, ct);
        xml.WriteStartElement("sheetData");
        foreach (var (line, cells) in layout.Sheet.AllRows(ct))
        {
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", line.ToString(CultureInfo.InvariantCulture));
            for (var column = 0; column < cells.Length; column++)
            {
                if (cells[column].Length == 0) continue;
                xml.WriteStartElement("c");
                xml.WriteAttributeString("r", new CellPlace(line, column).ToString());
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteElementString("t", CellEscapes.Escape(cells[column]));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        WriteMerged(xml, layout);
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        xml.WriteEndElement();
    }

    static void WriteWidths(XmlWriter xml, SheetLayout layout, CancellationToken ct)
    {
        var widths = new List<int>();
        foreach (var (line, cells) in layout.Sheet.AllRows(ct).Take(MeasuredRows))
            for (var i = 0; i < cells.Length; i++)
            {
                if (widths.Count <= i) widths.Add(8);
                // Titles above the header run over into the empty cells beside them.
                if (line >= layout.HeaderLine) widths[i] = Math.Max(widths[i], Math.Min(WidestColumn, cells[i].Length + 2));
            }
        if (widths.Count == 0) return;
        xml.WriteStartElement("cols");
        foreach (var (i, width) in widths.Index())
        {
            xml.WriteStartElement("col");
            foreach (var (name, value) in new[] { ("min", i + 1), ("max", i + 1), ("width", width), ("style", 0), ("customWidth", 1) })
                xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>Merged cells of the header, which say what stands over what; those among the data are filled already.</summary>
    static void WriteMerged(XmlWriter xml, SheetLayout layout)
    {
        var kept = new List<Reading.Grid.MergedRange>();
        foreach (var range in layout.Sheet.Merged.Where(m => m.LastLine <= layout.HeaderLine && (m.FirstLine, m.FirstColumn) != (m.LastLine, m.LastColumn)).Take(1000))
            if (!kept.Exists(k => k.FirstLine <= range.LastLine && range.FirstLine <= k.LastLine && k.FirstColumn <= range.LastColumn && range.FirstColumn <= k.LastColumn))
                kept.Add(range);
        if (kept.Count == 0) return;
        xml.WriteStartElement("mergeCells");
        foreach (var range in kept)
        {
            xml.WriteStartElement("mergeCell");
            xml.WriteAttributeString("ref", $"{new CellPlace(range.FirstLine, range.FirstColumn)}:{new CellPlace(range.LastLine, range.LastColumn)}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
