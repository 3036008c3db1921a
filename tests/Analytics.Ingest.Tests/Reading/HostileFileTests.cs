using System.IO.Compression;
using System.Text;
using static Analytics.Ingest.Tests.Reading.Sources;

namespace Analytics.Ingest.Tests.Reading;

public class HostileFileTests
{
    static void Refused(byte[] bytes, string name, string part)
    {
        var file = Bytes(bytes, name);
        var problem = Assert.Single(file.Problems);
        Assert.Equal("unreadable-file", problem.Rule);
        Assert.Contains(part, problem.MessageEn, StringComparison.Ordinal);
        Assert.NotEqual(problem.MessageEn, problem.MessageVi);
        Assert.Empty(file.Rows);
        Assert.Equal(64, file.Sha256.Length);
    }

    static void CsvRefused(string rows, string part) => Refused(Encoding.UTF8.GetBytes($"{ResultsHeader}\n{rows}"), "f.csv", part);

    [Fact]
    public void A_quote_never_closed_is_refused_naming_the_line() => CsvRefused("R,1,P,A,1,2,3,4\nR,1,P,\"A,1,2,3,4\nR,1,P,B,1,2,3,4\n", "line 3");

    [Fact]
    public void Text_after_a_closing_quote_is_refused_naming_the_line() => CsvRefused("R,1,P,\"A\"x,1,2,3,4\n", "line 2");

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_refused_lest_numbers_shift() => CsvRefused("R,1,P,A,1,2,53,19,4\n", "Line 2 has 9 cells");

    [Fact]
    public void A_nul_is_refused() => CsvRefused("R,1,P,A\0,1,2,3,4\n", "line 2) is NUL");

    [Fact]
    public void A_cell_of_a_megabyte_is_refused() => CsvRefused($"R,1,P,{new string('x', 1 << 21)},1,2,3,4\n", "bytes; at most");

    [Fact]
    public void Invalid_utf8_is_refused_naming_byte_and_line() =>
        Refused([.. "round\nHà "u8, 0xE1, 0x20, (byte)'\n'], "f.csv", "Byte 11 (0xE1, line 2)");

    [Fact]
    public void Half_a_character_of_utf16_is_refused() =>
        Refused([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\nb"), 0x00, 0xD8], "f.csv", "Byte 9 (line 2)");

    [Fact]
    public void Utf16_without_a_mark_is_refused_with_advice() => Refused(Encoding.Unicode.GetBytes("round,unit\n"), "f.csv", "CSV UTF-8");

    [Fact]
    public void Utf32_is_refused() => Refused([.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes("round")], "f.csv", "UTF-32");

    [Fact]
    public void Text_named_xlsx_is_refused() => Refused("round,unit\n"u8.ToArray(), "f.xlsx", "not a zip");

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused() => Refused(Zip(("readme.txt", "x")), "f.xlsx", "not an .xlsx workbook");

    [Fact]
    public void A_workbook_cut_short_is_refused()
    {
        var bytes = WorkbookBytes([new("S", Row(1, "a"))]);
        Refused(bytes[..(bytes.Length / 2)], "f.xlsx", "zip is broken");
    }

    [Fact]
    public void Broken_xml_and_a_document_type_declaration_are_refused()
    {
        Refused(WorkbookBytes([new("S", "<row><c>")]), "f.xlsx", "not well formed");
        Refused(Zip(("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x \"y\">]><workbook>&x;</workbook>")), "f.xlsx", "document type");
    }

    [Fact]
    public void A_cell_over_the_limit_of_a_spreadsheet_is_refused() =>
        Refused(WorkbookBytes([new("S", Row(1, new string('x', 40_000)))]), "f.xlsx", "32767 characters");

    [Theory, InlineData("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>", "beyond 16384 columns")]
    [InlineData("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>", "out of order")]
    [InlineData("<row r=\"99999999\"><c><v>1</v></c></row>", "out of range")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>", "refers to text 7")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>", "cell B1 stands there twice")]
    public void Cells_outside_the_sheet_are_refused(string rows, string part) => Refused(WorkbookBytes([new("S", rows)]), "f.xlsx", part);

    [Fact]
    public void Too_many_parts_are_refused() => Refused(Zip([.. Enumerable.Range(0, 2_001).Select(i => ($"p{i}", ""))]), "f.xlsx", "2001 parts");

    [Fact]
    public void A_part_that_expands_a_thousandfold_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/workbook.xml").Open();
            part.Write("<workbook>"u8);
            var spaces = new byte[1 << 20];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 64; i++)
                part.Write(spaces);
            part.Write("</workbook>"u8);
        }
        Refused(stream.ToArray(), "f.xlsx", "expands to more");
    }

    [Fact]
    public void Merged_cells_without_end_cost_no_time()
    {
        var file = Workbook(new XlsxSheetXml("S", Row(1, "unit", "position", "official", "low") + Row(2, "1", "P", "A", "3"))
        { Merged = ["A2:XFD1048576", "B2:B9999999", "ZZZZZZZZ1:A2", "nonsense"] });
        Assert.Equal(1, file.RowCount);
    }

    [Fact]
    public void Ten_thousand_columns_of_one_name_are_told_apart()
    {
        var file = Csv($"round,unit,position,official,low,{string.Join(',', Enumerable.Repeat("x", 10_000))}\nR,1,P,A,3\n");
        Assert.Equal("x (10000)", file.UnknownColumns[^1]);
    }

    [Fact]
    public void A_missing_file_is_told_to_the_caller() =>
        Assert.Throws<FileNotFoundException>(() => Analytics.Ingest.Reading.FileReader.Read("no-such-file.csv", ct: TestContext.Current.CancellationToken));
}
