using Analytics.Ingest.Reading;
using MiniExcelLibs;
using static Analytics.Ingest.Tests.Reading.Sources;

namespace Analytics.Ingest.Tests.Reading;

public class WorkbookTests
{
    static readonly string[] Headers = ["Đợt", "Mã đơn vị", "Chức danh", "Họ và tên", "Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp"];

    static string Data(int line, string official) => Row(line, "R", "1", "P", official, "<c><v>1</v></c>", "<c><v>2</v></c>", "<c><v>3</v></c>");

    [Fact]
    public void A_workbook_written_by_another_library_reads_with_numbers_as_digits_and_dates_as_dates()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { new { round = "R", unit = "00097", position = "P", official = "Đỗ Thị Hà", held_on = new DateTime(2014, 12, 1), low = 93, high = 0.5, exempt = true } });
        var row = Assert.Single(Bytes(stream.ToArray(), "file.xlsx").Rows);

        Assert.Equal(("00097", "Đỗ Thị Hà", "2014-12-01", "93", "0.5"), (row["unit"], row["official"], row["held_on"], row["low"], row["high"]));
        Assert.Equal(("Sheet1", 2), (row.Sheet, row.Row));
    }

    [Fact]
    public void A_merged_header_of_two_rows_below_a_title_is_understood()
    {
        var file = Workbook(new XlsxSheetXml("KQ",
            Row(1, "KẾT QUẢ LẤY PHIẾU TÍN NHIỆM")
            + Row(3, "STT", "Đơn vị", "Chức danh", "Họ và tên", "Tín nhiệm cao", "", "Tín nhiệm thấp", "")
            + Row(4, "", "", "", "", "Số phiếu", "Tỷ lệ %", "Số phiếu", "Tỷ lệ %")
            + Row(5, "1", "Xã A", "P1", "Hà", "<c><v>40</v></c>", "<c s=\"2\"><v>0.6667</v></c>", "<c><v>5</v></c>", "<c><v>8.3300000000000001</v></c>")
            + Row(6, "2", "", "P2", "Bình", "<c><v>41</v></c>", "", "<c><v>4</v></c>", ""))
        { Merged = ["A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:H3", "B5:B6"] });

        Assert.Empty(file.Problems);
        Assert.Equal(["unit_name", "position", "official", "high", "published_high_percent", "low", "published_low_percent"], file.Columns);
        var rows = file.Rows.ToList();
        Assert.Equal((5, "40", "66.67%", "5", "8.33"), (rows[0].Row, rows[0]["high"], rows[0]["published_high_percent"], rows[0]["low"], rows[0]["published_low_percent"]));
        Assert.Equal(("Xã A", "Bình"), (rows[1]["unit_name"], rows[1]["official"]));
    }

    [Fact]
    public void Every_kind_of_cell_reads_as_it_would_be_typed()
    {
        var shared = "<si><t xml:space=\"preserve\"> Hà </t></si><si><r><t>Đỗ </t></r><r><t>Thị B</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>";
        var rows = Row(1, Headers) + Row(2,
            "<c t=\"s\"><v>0</v></c>", "<c s=\"3\"><v>97</v></c>", "<c t=\"b\"><v>1</v></c>", "<c t=\"s\"><v>1</v></c>",
            "<c t=\"e\"><v>#REF!</v></c>", "<c><f>A1+1</f><v>93</v></c>", "<c t=\"str\"><f>A1</f><v>abc</v></c>");
        var row = Assert.Single(Bytes(WorkbookBytes([new("S", rows)], shared), "f.xlsx").Rows);

        Assert.Equal(("Hà", "00097", "yes", "Đỗ Thị B"), (row["round"], row["unit"], row["position"], row["official"]));
        Assert.Equal(("#REF!", "93", "abc"), (row["high"], row["confidence"], row["low"]));
    }

    [Theory]
    [InlineData("<c s=\"1\"><v>41958</v></c>", "", "2014-11-15"), InlineData("<c s=\"5\"><v>41958.75</v></c>", "", "2014-11-15")]
    [InlineData("<c s=\"4\"><v>41958.5</v></c>", "", "2014-11-15 12:00:00"), InlineData("<c s=\"1\"><v>1</v></c>", "", "1900-01-01")]
    [InlineData("<c s=\"1\"><v>40496</v></c>", "date1904=\"1\"", "2014-11-15"), InlineData("<c t=\"d\"><v>2014-11-15T00:00:00</v></c>", "", "2014-11-15")]
    [InlineData("<c><v>41958</v></c>", "", "41958"), InlineData("<c><v>1E+3</v></c>", "", "1000"), InlineData("<c><v>0.30000000000000004</v></c>", "", "0.3")]
    public void A_number_is_a_date_only_where_the_cell_is_formatted_as_one(string cell, string workbookPr, string text)
    {
        var bytes = WorkbookBytes([new("S", Row(1, "round", "unit", "position", "official", "held_on", "low") + Row(2, "R", "1", "P", "A", cell))], "", workbookPr);
        Assert.Equal(text, Assert.Single(Bytes(bytes, "f.xlsx").Rows)["held_on"]);
    }

    [Fact]
    public void Every_sheet_with_a_header_is_read_and_the_others_are_named_in_one_warning()
    {
        var file = Workbook(
            new("Bìa", Row(1, "Báo cáo")),
            new("Huyện A", Row(1, Headers) + Data(2, "A")),
            new("Huyện B", Row(2, Headers) + Data(3, "B") + Row(4, "Tổng cộng", "", "", "", "<c><v>1</v></c>")),
            new("Danh mục", Row(1, "code", "name") + Row(2, "1", "x")));

        Assert.Equal([("Huyện A", 2, "A"), ("Huyện B", 3, "B")], file.Rows.Select(r => (r.Sheet!, r.Row, r["official"])));
        var warning = Assert.Single(file.Problems);
        Assert.Equal(("ignored-sheet", Severity.Warning, "Bìa, Danh mục"), (warning.Rule, warning.Severity, warning.Value));
        Assert.Single(file.Notes);
    }

    [Fact]
    public void Hidden_rows_and_sheets_are_read_and_named()
    {
        var file = Workbook(
            new("A", Row(1, Headers) + Data(2, "A") + Data(3, "B").Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal)
                + Data(4, "C").Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal) + HiddenRow(5, "hidden=\"1\"")),
            new("B", Row(1, Headers) + Data(2, "D"), Hidden: true));

        Assert.Equal(["A", "B", "C", "D"], file.Rows.Select(r => r["official"]));
        Assert.Equal([("A", "3–4"), ("B", "B")], file.Problems.Select(p => (p.Sheet!, p.Value!)));
        Assert.Equal(["hidden-rows", "hidden-rows"], file.Rules());
    }

    [Fact]
    public void A_formula_never_computed_is_empty_and_noted()
    {
        var file = Workbook(new XlsxSheetXml("S", Row(1, Headers) + Row(2, "R", "1", "P", "A", "<c><f>1+1</f></c>")));
        Assert.Equal("", Assert.Single(file.Rows)["high"]);
        Assert.Contains("1 ô công thức", Assert.Single(file.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_column_missing_on_one_sheet_names_the_sheet()
    {
        var file = Workbook(new("A", Row(1, Headers) + Data(2, "A")),
            new("B", Row(1, "Đợt", "Mã đơn vị", "", "Họ và tên", "Tín nhiệm cao") + Row(2, "R", "1", "", "A", "3")));
        var problem = Assert.Single(file.Problems);
        Assert.Equal(("missing-column", "B", "position"), (problem.Rule, problem.Sheet, problem.Value));
    }

    [Fact]
    public void A_header_cell_merged_into_the_first_row_of_data_takes_no_row_with_it()
    {
        string[] header = ["round", "unit", "position", "official", "valid", "high", "confidence", "low"];
        var file = Workbook(new XlsxSheetXml("S", Row(1, header)
            + Row(2, "R2024", "00701", "PC-CHAIR", "Lê Văn Nam", "60", "50", "8", "2") + Row(3, "R2024", "00702", "PC-CHAIR", "Trần Thị Mai", "60", "40", "15", "5"))
        { Merged = ["A1:A2"] });
        Assert.Equal([2, 3], file.Rows.Select(r => r.Row));
    }
}
