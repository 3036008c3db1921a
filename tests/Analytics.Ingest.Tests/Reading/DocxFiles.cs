using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Reading;

/// <summary>Word documents put together part by part.</summary>
static class DocxFiles
{
    const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static SourceFile Read(string body, FileKind? kind = null) => Sources.Bytes(Document(body), "file.docx", kind);

    public static byte[] Document(string body, string prolog = "", string part = "word/document.xml") => Sources.Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{part}\"/></Relationships>"),
        (part, $"{prolog}<w:document {W} xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}<w:sectPr/></w:body></w:document>"));

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    /// <summary>A row of texts; a cell that starts with &lt; is XML of its own.</summary>
    public static string Row(params string[] cells) => "<w:tr>" + string.Concat(cells.Select(c => c.StartsWith('<') ? c : Cell(c))) + "</w:tr>";

    public static string Cell(string text, string settings = "") => $"<w:tc><w:tcPr>{settings}</w:tcPr>{Paragraph(Run(text))}</w:tc>";

    public static string CellOf(string content) => $"<w:tc>{content}</w:tc>";

    public static string Paragraph(string content) => $"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{content}</w:p>";

    public static string Run(string text, string settings = "") => $"<w:r><w:rPr>{settings}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
}
