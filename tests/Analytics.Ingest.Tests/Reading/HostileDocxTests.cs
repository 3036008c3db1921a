using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using static Analytics.Ingest.Tests.Reading.DocxFiles;

namespace Analytics.Ingest.Tests.Reading;

public class HostileDocxTests
{
    static void Refused(byte[] bytes, string part, string name = "file.docx")
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var time = Stopwatch.StartNew();
        var problem = Assert.Single(Sources.Bytes(bytes, name).Problems);
        Assert.Equal("unreadable-file", problem.Rule);
        Assert.Contains(part, problem.MessageEn, StringComparison.Ordinal);
        Assert.NotEqual(problem.MessageEn, problem.MessageVi);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(3), $"{time.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30);
    }

    /// <summary>A document whose text is a megabyte of <paramref name="filling"/> so many times over.</summary>
    static byte[] Bomb(string start, string filling, int megabytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(start));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(filling, (1 << 20) / filling.Length)));
            for (var i = 0; i < megabytes; i++)
                part.Write(block);
        }
        return stream.ToArray();
    }

    [Fact]
    public void A_document_that_expands_a_thousandfold_is_refused() =>
        Refused(Bomb("<w:document xmlns:w=\"w\"><w:body>", "     ", 64), "expands to more");

    [Fact]
    public void Elements_nested_without_end_are_refused_in_documents_and_workbooks()
    {
        Refused(Bomb("<w:document xmlns:w=\"w\"><w:body>", "<w:tbl><w:tr><w:tc>", 4), "nested more than 256 deep");
        Refused(Bomb("<w:document xmlns:w=\"w\"><w:body>", "<w:sdt>", 4), "nested more than 256 deep");
        Refused(Sources.WorkbookBytes([new("S", string.Concat(Enumerable.Repeat("<row>", 100_000)))]), "nested more than 256 deep");
    }

    [Fact]
    public void A_document_type_declaration_and_an_external_entity_are_refused()
    {
        Refused(Document(Table(Row("unit")), "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"), "document type");
        Refused(Document(Table(Row("&x;")), "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"), "document type");
    }

    [Fact]
    public void A_document_cut_short_is_refused()
    {
        var bytes = Document(Table(Row("unit", "position", "official", "low")));
        Refused(bytes[..(bytes.Length / 2)], "zip is broken");
        Refused(Document("</w:p>"), "not well formed");
    }

    [Fact]
    public void A_cell_that_spans_a_billion_columns_is_refused()
    {
        Refused(Document(Table(Row(Cell("unit", "<w:gridSpan w:val=\"1000000000\"/>")))), "more than 16384 columns");
        Refused(Document(Table("<w:tr><w:trPr><w:gridBefore w:val=\"16384\"/></w:trPr>" + Cell("x") + "</w:tr>")), "more than 16384 columns");
    }

    [Fact]
    public void Thousands_of_rows_that_reach_the_last_column_are_refused_in_documents_and_workbooks()
    {
        var wide = Row(Cell("", "<w:gridSpan w:val=\"16383\"/>"), "x");
        Refused(Document(Table([Row("unit", "position", "official", "low"), .. Enumerable.Repeat(wide, 4_000)])), "too many cells");
        var rows = string.Concat(Enumerable.Range(2, 4_000).Select(i => $"<row r=\"{i}\"><c r=\"XFD{i}\"><v>1</v></c></row>"));
        Refused(Sources.WorkbookBytes([new("S", Sources.Row(1, "unit", "position", "official", "low") + rows)]), "too many cells");
    }

    [Fact]
    public void Too_many_tables_and_a_cell_without_end_are_refused()
    {
        Refused(Document(string.Concat(Enumerable.Repeat(Table(Row("x")), 1_001))), "more than 1000 tables");
        Refused(Document(Table(Row(CellOf(string.Concat(Enumerable.Repeat(Paragraph(Run(new string('x', 1_000))), 40)))))), "32767 characters");
    }

    [Fact]
    public void Text_named_docx_is_refused() => Refused("unit,position\n"u8.ToArray(), "save as .docx");

    [Fact]
    public void A_zip_that_is_neither_is_refused() => Refused(Sources.Zip(("content.xml", "<x/>")), "not an .xlsx workbook", "kq.docx");

    // A fixed seed: every run changes the same letters.
    [Fact]
    public void Whatever_letters_of_the_text_are_changed_no_exception_leaves()
    {
        var random = new Random(11);
        var body = Table(Row("unit", "position", "official", "low"), Row(Cell("1", "<w:vMerge w:val=\"restart\"/>"), "P", CellOf(Paragraph("<w:del>" + Run("x") + "</w:del>" + Run("A"))), "3"), Row(Cell("", "<w:vMerge/>"), "P", "B", "4"));
        for (var i = 0; i < 300; i++)
        {
            var letters = body.ToCharArray();
            for (var n = random.Next(1, 4); n > 0; n--)
                letters[random.Next(letters.Length)] = "<>/w:1\"=x "[random.Next(10)];
            _ = Read(new string(letters)).Rows.Count();
        }
    }
}
