using Analytics.Ingest.Reading;
using static Analytics.Ingest.Tests.Reading.XlsFiles;

namespace Analytics.Ingest.Tests.Reading;

public class XlsTests
{
    static readonly SourceFile Results = Read(Stored("results.xls"));

    static SourceRow At(string sheet, int line) => Assert.Single(Results.Rows, r => r.Sheet == sheet && r.Row == line);

    [Fact]
    public void A_merged_header_of_two_rows_below_a_title_is_understood()
    {
        Assert.Equal(["unit", "position", "official", "held_on", "high", "published_high_percent", "low", "published_low_percent", "round", "confidence"], Results.Columns);
        Assert.Equal([("Kết quả", 5), ("Kết quả", 6), ("Kết quả", 7), ("Kết quả", 8), ("Kết quả", 9), ("Ẩn", 2)], Results.Rows.Select(r => (r.Sheet!, r.Row)));
        Assert.Equal(6, Results.RowCount);
    }

    [Fact]
    public void Numbers_codes_dates_and_percentages_read_as_they_would_be_typed()
    {
        var row = At("Kết quả", 5);
        Assert.Equal(("00097", "Chủ tịch HĐND", "Đỗ Thị Hà", "2014-11-15"), (row["unit"], row["position"], row["official"], row["held_on"]));
        Assert.Equal(("40", "66.67%", "5", "8.33"), (row["high"], row["published_high_percent"], row["low"], row["published_low_percent"]));
    }

    [Fact]
    public void Text_is_cleaned_a_fraction_stays_one_and_an_error_is_told()
    {
        var row = At("Kết quả", 6);
        Assert.Equal(("Trần Văn Bình", "16/11/2014", "41.5", "4", "#DIV/0!"), (row["official"], row["held_on"], row["high"], row["low"], row["published_low_percent"]));
        Assert.Equal("yes", At("Kết quả", 7)["low"]);
    }

    [Fact]
    public void A_cell_merged_downwards_holds_for_each_row_it_covers() =>
        Assert.Equal(("00098", "00098"), (At("Kết quả", 8)["unit"], At("Kết quả", 9)["unit"]));

    [Fact]
    public void Hidden_rows_and_sheets_are_read_and_named_and_the_others_are_ignored() => Assert.Equal(
        [("hidden-rows", "Kết quả", "9"), ("hidden-rows", "Ẩn", "Ẩn"), ("ignored-sheet", null, "Ghi chú")],
        Results.Problems.Select(p => (p.Rule, p.Sheet, p.Value!)));

    [Fact]
    public void The_total_row_is_left_out_with_the_signature_and_blank_rows_below() =>
        Assert.Contains("dòng 10", Assert.Single(Results.Notes), StringComparison.Ordinal);

    [Fact]
    public void Days_counted_from_1904_are_the_same_days_and_a_number_without_a_day_stays_a_number() => Assert.Equal(
        ["2014-11-15", "2014-11-15 12:00:00", "9000000", "40496"], Read(Stored("dates-1904.xls")).Rows.Select(r => r["held_on"]));

    [Fact]
    public void The_content_tells_the_kind_not_the_name()
    {
        Assert.Equal(6, Sources.Bytes(Stored("results.xls"), "kq.xlsx").RowCount);
        Assert.Equal(1, Sources.Bytes(Sources.WorkbookBytes([new("S", Sources.Row(1, "round", "unit", "position", "official", "low") + Sources.Row(2, "R", "1", "P", "A", "3"))]), "kq.xls").RowCount);
        Assert.Equal("A", Assert.Single(Sources.Bytes("round\tunit\tposition\tofficial\tlow\nR\t1\tP\tA\t3\n"u8.ToArray(), "kq.xls").Rows)["official"]);
    }

    // "Đỗ Văn Tiến" in code page 1258: ô and ê are letters, the tone follows as a mark of its own.
    [Theory, InlineData(true), InlineData(false)]
    public void Text_of_excel_95_is_in_the_code_page_of_the_office_and_comes_out_composed(bool named)
    {
        byte[] name = [0xD0, 0xF4, 0xDE, 0x20, 0x56, 0xE3, 0x6E, 0x20, 0x54, 0x69, 0xEA, 0xEC, 0x6E];
        byte[][] header = ["unit"u8.ToArray(), "position"u8.ToArray(), "official"u8.ToArray(), "low"u8.ToArray()];
        byte[] sheet =
        [
            .. Record(Dimensions, [.. U16(0), .. U16(2), .. U16(0), .. U16(4), .. U16(0)]),
            .. header.SelectMany((text, column) => LabelCell(0, column, text)),
            .. LabelCell(1, 0, "00097"u8.ToArray()), .. LabelCell(1, 1, "P"u8.ToArray()), .. LabelCell(1, 2, name), .. NumberCell(1, 3, 93),
        ];
        var row = Assert.Single(Read(Container(Book(named ? Record(CodePage, U16(1258)) : [], sheet))).Rows);
        Assert.Equal(("00097", "Đỗ Văn Tiến", "93"), (row["unit"], row["official"], row["low"]));
    }
}
