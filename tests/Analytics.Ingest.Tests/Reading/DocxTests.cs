using Analytics.Ingest.Reading;
using static Analytics.Ingest.Tests.Reading.DocxFiles;

namespace Analytics.Ingest.Tests.Reading;

public class DocxTests
{
    static readonly string Header = Row("Đợt", "Mã đơn vị", "Chức danh", "Họ và tên", "Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp");

    static string Data(string official) => Row("R", "00097", "P", official, "40", "15", "5");

    /// <summary>The name as read from a cell with this content.</summary>
    static string NameIn(string cell) => Assert.Single(Read(Table(Header, Row("R", "1", "P", cell, "1", "2", "3"))).Rows)["official"];

    [Fact]
    public void Each_table_with_a_header_is_a_sheet_and_the_others_are_named_in_one_warning()
    {
        var file = Read(Paragraph(Run("Báo cáo")) + Table(Row("UBND XÃ", "CỘNG HÒA")) + Table(Header, Data("A"), Data("B")) + Paragraph("")
            + Table(Row("KẾT QUẢ"), Header, Data("C"), Row("Tổng cộng", "", "", "", "40")) + Table(Row("Nơi nhận", "Chủ tịch")));

        Assert.Equal(FileKind.Results, file.Kind);
        Assert.Equal([("Bảng 2", 2, "A"), ("Bảng 2", 3, "B"), ("Bảng 3", 3, "C")], file.Rows.Select(r => (r.Sheet!, r.Row, r["official"])));
        var warning = Assert.Single(file.Problems);
        Assert.Equal(("ignored-sheet", Severity.Warning, "Bảng 1, Bảng 4"), (warning.Rule, warning.Severity, warning.Value));
        Assert.Contains("Bảng 3", Assert.Single(file.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grouped_header_of_two_rows_and_merged_cells_are_understood()
    {
        const string down = "<w:vMerge w:val=\"restart\"/>", on = "<w:vMerge/>", two = "<w:gridSpan w:val=\"2\"/>";
        var file = Read(Table(
            Row(Cell("TT", down), Cell("Đơn vị", down), Cell("Chức danh", down), Cell("Họ và tên", down), Cell("Tín nhiệm cao", two), Cell("Tín nhiệm thấp", two)),
            Row(Cell("", on), Cell("", on), Cell("", on), Cell("", on), "Số phiếu", "Tỷ lệ %", "Số phiếu", "Tỷ lệ %"),
            Row("1", Cell("Xã A", down), "P1", "Hà", "40", "66,67", "5", "8,33"),
            Row("2", Cell("", "<w:vMerge w:val=\"continue\"/>"), "P2", "Bình", "41", "", "4", ""),
            Row("3", Cell("Xã B"), "P1", "Cẩn", "42", "", "3", "")));

        Assert.Empty(file.Problems);
        Assert.Equal(["unit_name", "position", "official", "high", "published_high_percent", "low", "published_low_percent"], file.Columns);
        Assert.Equal([(3, "Xã A", "Hà", "5"), (4, "Xã A", "Bình", "4"), (5, "Xã B", "Cẩn", "3")], file.Rows.Select(r => (r.Row, r["unit_name"], r["official"], r["low"])));
    }

    [Fact]
    public void Cells_left_free_before_a_row_keep_the_columns_in_place()
    {
        var file = Read(Table(Header, "<w:tr><w:trPr><w:gridBefore w:val=\"3\"/></w:trPr>" + Cell("A") + Cell("40") + "</w:tr>"));
        Assert.Equal(("", "A", "40"), (file.Rows.Single()["position"], file.Rows.Single()["official"], file.Rows.Single()["high"]));
    }

    [Fact]
    public void The_paragraphs_of_a_cell_are_joined_by_a_space_and_so_are_lines_and_tabs() =>
        Assert.Equal("Đỗ Thị Hà Con", NameIn(CellOf(Paragraph(Run("Đỗ ") + Run("Thị", "<w:b/>")) + Paragraph("<w:r><w:t>Hà</w:t><w:br/><w:t>C</w:t><w:t>on</w:t></w:r>"))));

    [Fact]
    public void Deleted_and_moved_text_is_not_read_inserted_text_is() => Assert.Equal("Lê Thị Mai", NameIn(CellOf(Paragraph(
        Run("Lê ") + "<w:del w:id=\"1\"><w:r><w:delText>Văn</w:delText><w:t>Văn</w:t></w:r></w:del><w:ins w:id=\"2\">" + Run("Thị ") + "</w:ins><w:moveFrom>" + Run("Nam") + "</w:moveFrom><w:moveTo>" + Run("Mai") + "</w:moveTo>"))));

    [Fact]
    public void Hidden_text_is_not_read() => Assert.Equal("Mai Hà", NameIn(CellOf(Paragraph(
        Run("Mai ") + Run("ẩn", "<w:vanish/>") + Run("Hà", "<w:vanish w:val=\"0\"/>") + Run("ẩn", "<w:vanish w:val=\"true\"/><w:b/>")))));

    [Fact]
    public void A_link_a_field_and_a_content_control_give_their_text() => Assert.Equal("Mai Hà A", NameIn(
        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + CellOf(Paragraph("<w:hyperlink>" + Run("Mai ") + "</w:hyperlink><w:r><w:instrText>REF x</w:instrText></w:r><w:fldSimple w:instr=\"y\">" + Run("Hà ") + "</w:fldSimple>" + Run("A"))) + "</w:sdtContent></w:sdt>"));

    [Fact]
    public void A_table_inside_a_cell_and_a_text_box_are_left_out()
    {
        var inner = Table(Header, Data("trong"));
        Assert.Equal("Mai Hà", NameIn(CellOf(Paragraph(Run("Mai")) + inner + Paragraph("<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:p>" + Run("hộp") + "</w:p></w:drawing></mc:Choice></mc:AlternateContent></w:r>" + Run("Hà")))));
        Assert.Equal(["A"], Read(Paragraph("<w:r><w:pict>" + inner + "</w:pict></w:r>") + Table(Header, Data("A"))).Rows.Select(r => r["official"]));
    }

    [Fact]
    public void A_deleted_row_is_not_there_and_a_hidden_one_is_read_and_named()
    {
        var file = Read(Table(Header, Data("A").Replace("<w:tr>", "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>", StringComparison.Ordinal),
            Data("B"), Data("C").Replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", StringComparison.Ordinal)));
        Assert.Equal([(2, "B"), (3, "C")], file.Rows.Select(r => (r.Row, r["official"])));
        Assert.Equal([("hidden-rows", "Bảng 1", "3")], file.Problems.Select(p => (p.Rule, p.Sheet!, p.Value!)));
    }

    [Fact]
    public void Blank_rows_count_and_are_no_data()
    {
        var file = Read(Table(Header, Row("", "", ""), Data("A"), Row(""), Row("", " ")));
        Assert.Equal([(3, "A")], file.Rows.Select(r => (r.Row, r["official"])));
    }

    [Fact]
    public void The_content_tells_the_kind_not_the_name_and_the_part_may_have_another_name()
    {
        Assert.Equal(1, Sources.Bytes(Document(Table(Header, Data("A")), part: "word/document2.xml"), "kq.xlsx").RowCount);
        Assert.Equal(1, Sources.Bytes(Sources.WorkbookBytes([new("S", Sources.Row(1, "round", "unit", "position", "official", "low") + Sources.Row(2, "R", "1", "P", "A", "3"))]), "kq.docx").RowCount);
    }

    [Fact]
    public void A_document_without_a_table_is_an_empty_file() => Assert.Equal(["empty-file"], Read(Paragraph(Run("Kính gửi"))).Rules());
}
