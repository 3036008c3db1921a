using Analytics.Ingest.Tests.Reading;
using MiniExcelLibs;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A workbook as offices send it, Vietnamese headers in two rows, gives what the same figures give as CSV.</summary>
public sealed class WorkbookImportTests : IDisposable
{
    const string Loaded = """
        SELECT r.code, u.code, p.code, x.official_name, x.official_key, x.held_on, x.present, x.issued, x.collected, x.valid, x.invalid, x.high, x.middle, x.low,
        x.published_high_percent, x.published_low_percent, x.note, s.name, s.born
        FROM result x JOIN round r ON r.id = x.round_id JOIN unit u ON u.id = x.unit_id JOIN position p ON p.id = x.position_id JOIN person s ON s.id = x.person_id ORDER BY x.id
        """;

    static readonly object?[][] Sheet =
    [
        ["UBND THÀNH PHỐ GIẢ ĐỊNH"],
        ["Biểu tổng hợp kết quả lấy phiếu tín nhiệm"],
        [],
        ["STT", "Mã đợt", "Xã/phường/thị trấn", "Quận/huyện", "Chức danh", "Họ và tên", "Năm sinh", "Ngày lấy phiếu", "Có mặt", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ", "Tín nhiệm cao", null, "Tín nhiệm", "Tín nhiệm thấp", null, "Ghi chú"],
        [null, null, null, null, null, null, null, null, null, null, null, null, null, "Số phiếu", "Tỷ lệ %", "Số phiếu", "Số phiếu", "Tỷ lệ %", null],
        [1, "R2024", "Phường An Hòa", "Quận Một", "Chủ tịch HĐND", "Lê Văn Nam", 1970, "05/12/2024", 50, 50, 50, 50, 0, 40, "80,0", 8, 2, "4,0", null],
        [2, "R2024", "Tân Lập", null, "phó chủ tịch hđnd", "Trần Thị Mai", "19/05/1975", new DateTime(2024, 12, 6), 60, 60, 59, 58, 1, 30, "50,8", 20, 8, "13,6", "có ý kiến"],
        ["Tổng cộng", null, null, null, null, null, null, null, 110, 110, 109, 108, 1, 70, null, 28, 10, null, null],
    ];

    static readonly string[] Csv =
    [
        "round,unit,position,official,born,held_on,present,issued,collected,valid,invalid,high,published_high_percent,confidence,low,published_low_percent,note",
        "R2024,00701,PC-CHAIR,Lê Văn Nam,1970,2024-12-05,50,50,50,50,0,40,80.0,8,2,4.0,",
        "R2024,00702,PC-VICE,Trần Thị Mai,1975-05-19,2024-12-06,60,60,59,58,1,30,50.8,20,8,13.6,có ý kiến",
    ];

    readonly CommandRun city = SmallCity.Run(), other = SmallCity.Run();

    public void Dispose()
    {
        city.Dispose();
        other.Dispose();
    }

    [Fact]
    public void A_workbook_with_headers_in_two_rows_equals_the_csv()
    {
        var path = Path.Combine(city.Folder, "biểu.xlsx");
        MiniExcel.SaveAs(path, Sheet.Select(row => Enumerable.Range(0, 19).ToDictionary(i => $"c{i:00}", i => i < row.Length ? row[i] : null)), printHeader: false);
        var run = city.Run("import", path).Ends(0);
        Assert.Contains("biểu.xlsx: results, loaded as import 5: 2 rows, 2 loaded, 0 unchanged, 0 corrected, 0 rejected, 0 warnings", run.Output, StringComparison.Ordinal);
        Assert.Contains("total row (line 8", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, other.Load("kq.csv", Csv).Loaded);
        Assert.Equal(other.Query(Loaded), city.Query(Loaded));
        Assert.Equal(["6", "7"], city.Query("SELECT row_number FROM result ORDER BY id"));
        city.Run("verify").Ends(0);
    }

    [Fact]
    public void The_same_figures_as_a_workbook_after_the_csv_are_already_loaded()
    {
        city.Load("kq.csv", Csv);
        var path = Path.Combine(city.Folder, "biểu.xlsx");
        MiniExcel.SaveAs(path, Sheet.Select(row => Enumerable.Range(0, 19).ToDictionary(i => $"c{i:00}", i => i < row.Length ? row[i] : null)), printHeader: false);
        Assert.Equal((2, 0), (city.LoadFile(path).Unchanged, city.LoadFile(path).Problems.Count));
    }

    [Fact]
    public void A_table_of_a_document_equals_the_csv()
    {
        var path = Path.Combine(city.Folder, "biên bản.docx");
        File.WriteAllBytes(path, DocxFiles.Document(DocxFiles.Table(DocxFiles.Row("UBND THÀNH PHỐ GIẢ ĐỊNH", "CỘNG HÒA")) + DocxFiles.Table(
            DocxFiles.Row("STT", "Mã đợt", "Xã/phường/thị trấn", "Quận/huyện", "Chức danh", "Họ và tên", "Năm sinh", "Ngày lấy phiếu", "Có mặt", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ", "Tín nhiệm cao", "Tỷ lệ tín nhiệm cao (%)", "Tín nhiệm", "Tín nhiệm thấp", "Tỷ lệ tín nhiệm thấp (%)", "Ghi chú"),
            DocxFiles.Row("1", "R2024", "Phường An Hòa", "Quận Một", "Chủ tịch HĐND", "Lê Văn Nam", "1970", "05/12/2024", "50", "50", "50", "50", "0", "40", "80,0", "8", "2", "4,0", ""),
            DocxFiles.Row("2", "R2024", "Tân Lập", "", "phó chủ tịch hđnd", "Trần Thị Mai", "19/05/1975", "6/12/2024", "60", "60", "59", "58", "1", "30", "50,8", "20", "8", "13,6", "có ý kiến"))));
        var run = city.Run("import", path).Ends(0);
        Assert.Contains("2 rows, 2 loaded, 0 unchanged, 0 corrected, 0 rejected, 1 warnings", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, other.Load("kq.csv", Csv).Loaded);
        Assert.Equal(other.Query(Loaded), city.Query(Loaded));
        Assert.Equal(["2", "3"], city.Query("SELECT row_number FROM result ORDER BY id"));
        city.Run("verify").Ends(0);
    }
}
