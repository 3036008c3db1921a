using System.IO.Compression;
using System.Text;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Reading;

/// <summary>Files as people send them, made in memory.</summary>
static class Sources
{
    public const string ResultsHeader = "round,unit,position,official,valid,high,confidence,low";

    public static SourceFile Csv(string text, FileKind? kind = null) => Bytes(Encoding.UTF8.GetBytes(text), kind: kind);

    public static SourceFile Bytes(byte[] bytes, string name = "file.csv", FileKind? kind = null)
    {
        using var stream = new MemoryStream(bytes);
        return FileReader.Read(stream, name, kind, TestContext.Current.CancellationToken);
    }

    public static SourceFile Workbook(params XlsxSheetXml[] sheets) => Bytes(WorkbookBytes(sheets), "file.xlsx");

    /// <summary>A workbook as a spreadsheet program writes it; styles 1 dd/mm/yyyy, 2 percent, 3 00000, 4 date and time, 5 built-in 14.</summary>
    public static byte[] WorkbookBytes(XlsxSheetXml[] sheets, string sharedStrings = "", string workbookPr = "")
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string packageNs = "http://schemas.openxmlformats.org/package/2006/relationships";
        var parts = new List<(string, string)>
        {
            ("_rels/.rels", $"<Relationships xmlns=\"{packageNs}\"><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {main} xmlns:r=\"{office}\"><workbookPr {workbookPr}/><sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i}\" {(s.Hidden ? "state=\"hidden\"" : "")}/>")) + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{packageNs}\"><Relationship Id=\"st\" Type=\"{office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"ss\" Type=\"{office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")) + "</Relationships>"),
            ("xl/styles.xml", $"<styleSheet {main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
            ("xl/sharedStrings.xml", $"<sst {main}>{sharedStrings}</sst>"),
        };
        parts.AddRange(sheets.Select((s, i) => ($"xl/worksheets/sheet{i}.xml", $"<worksheet {main}><sheetData>{s.Rows}</sheetData>"
            + (s.Merged.Length > 0 ? $"<mergeCells>{string.Concat(s.Merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>" : "") + "</worksheet>")));
        return Zip([.. parts]);
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }

    /// <summary>A row of inline texts; a cell that starts with &lt; is XML of its own, an empty one is left out.</summary>
    public static string Row(int line, params string[] cells) => HiddenRow(line, "", cells);

    public static string HiddenRow(int line, string attributes, params string[] cells) =>
        $"<row r=\"{line}\" {attributes}>" + string.Concat(cells.Select((cell, i) => cell.Length == 0 ? ""
            : cell[0] == '<' ? cell.Replace("<c", $"<c r=\"{(char)('A' + i)}{line}\"", StringComparison.Ordinal)
            : $"<c r=\"{(char)('A' + i)}{line}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>";

    public static string[] Rules(this SourceFile file) => [.. file.Problems.Select(p => p.Rule)];
}

sealed record XlsxSheetXml(string Name, string Rows, bool Hidden = false)
{
    public string[] Merged { get; init; } = [];
}
