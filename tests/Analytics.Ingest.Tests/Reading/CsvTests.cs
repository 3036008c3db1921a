using System.Text;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Reading;

public class CsvTests
{
    const string Text = "round,unit,position,official,low\nR-1,00097,PC-CHAIR,Đỗ Thị Hà,3\n";

    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

    [Theory, MemberData(nameof(Encodings))]
    public void Utf8_with_and_without_a_mark_and_utf16_with_one_read_the_same(Encoding encoding)
    {
        var file = Sources.Bytes([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);

        Assert.Empty(file.Problems);
        Assert.Equal(["round", "unit", "position", "official", "low"], file.Columns);
        var row = Assert.Single(file.Rows);
        Assert.Equal(("R-1", "00097", "Đỗ Thị Hà", "3", 2), (row["round"], row["unit"], row["official"], row["low"], row.Row));
    }

    [Theory, InlineData(','), InlineData(';'), InlineData('\t')]
    public void Comma_semicolon_and_tab_are_told_apart_by_the_header(char separator)
    {
        var file = Sources.Csv(Text.Replace(',', separator) + $"R-1{separator}1{separator}P{separator}\"Hà{separator} Nội\"{separator}4\n");

        Assert.Equal(["Đỗ Thị Hà", $"Hà{(separator == '\t' ? "" : separator)} Nội"], file.Rows.Select(r => r["official"]));
    }

    [Fact]
    public void A_record_over_several_lines_is_placed_where_it_starts_and_blank_lines_count()
    {
        var file = Sources.Csv("round,unit,position,official,note\r\n\r\nR,1,P,A,\"x\r\ny\"\r\n,,,,\r\nR,2,P,\"Hà \"\"Con\"\"\",\r\n");

        Assert.Equal([(3, "A", "x y"), (6, "Hà \"Con\"", "")], file.Rows.Select(r => (r.Row, r["official"], r["note"])));
        Assert.Equal(2, file.RowCount);
    }

    [Fact]
    public void Rows_can_be_enumerated_again()
    {
        var file = Sources.Csv(Text);
        Assert.Equal(file.Rows.Select(r => r.Raw), file.Rows.Select(r => r.Raw));
    }

    [Fact]
    public void Text_is_trimmed_its_spaces_collapsed_and_composed()
    {
        var decomposed = "Đỗ Thị Hà".Normalize(NormalizationForm.FormD);
        var file = Sources.Csv($"round,unit,position,official,note\nR,1,P,\u00A0 {decomposed.Replace(" ", "\u00A0\u2009 ", StringComparison.Ordinal)}\t,\"\u200Ba  b\"\n");

        var row = Assert.Single(file.Rows);
        Assert.Equal(("Đỗ Thị Hà", "a b"), (row["official"], row["note"]));
    }

    [Fact]
    public void A_short_row_has_empty_cells_and_an_absent_column_is_empty()
    {
        var row = Assert.Single(Sources.Csv("round,unit,position,official,low\nR,1,P\n").Rows);
        Assert.Equal(("", "", false), (row["low"], row["held_on"], row.Has("official")));
    }

    [Fact]
    public void Title_rows_above_the_header_are_passed_over()
    {
        var file = Sources.Csv($"KẾT QUẢ LẤY PHIẾU,,,\nNăm 2014\n\n{Sources.ResultsHeader}\nR,1,P,A,60,1,2,3\n");

        Assert.Empty(file.Problems);
        Assert.Equal([(5, "A")], file.Rows.Select(r => (r.Row, r["official"])));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_and_the_name_has_no_folder()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        File.WriteAllText(path, "abc");
        try
        {
            var file = FileReader.Read(path, ct: TestContext.Current.CancellationToken);
            Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.Sha256);
            Assert.Equal(Path.GetFileName(path), file.Name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_quote_inside_an_unquoted_cell_is_text() =>
        Assert.Equal("Hà \"Con\" B", Assert.Single(Sources.Csv("round,unit,position,official\nR,1,P,Hà \"Con\" B\n", FileKind.Results).Rows)["official"]);

    [Fact]
    public void A_header_without_rows_is_an_empty_file_of_its_kind()
    {
        var file = Sources.Csv(Sources.ResultsHeader + "\n,,,\n");
        Assert.Equal((FileKind.Results, 0), (file.Kind, file.RowCount));
        Assert.Equal(["empty-file"], file.Rules());
    }

    [Theory, InlineData(""), InlineData("\uFEFF"), InlineData("\n\n  \n")]
    public void Nothing_at_all_is_an_empty_file(string text) => Assert.Equal(["empty-file"], Sources.Csv(text).Rules());
}
