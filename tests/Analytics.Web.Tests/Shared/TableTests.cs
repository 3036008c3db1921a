using System.Text;
using System.Text.Json;
using Analytics.Web.Shared.Tables;
using MiniExcelLibs;

namespace Analytics.Web.Tests.Shared;

public class TableTests
{
    static ExportTable Of(params object?[] values) => new("t", values.Select((_, i) => "c" + i).ToList(), [values]);

    static string Csv(params object?[] values) => Encoding.UTF8.GetString(TableText.Csv(Of(values))).Split("\r\n")[1];

    [Fact]
    public void Csv_begins_with_the_mark_that_makes_spreadsheets_read_Vietnamese()
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], TableText.Csv(Of("Đống Đa"))[..3]);
        Assert.Equal("Đống Đa", Csv("Đống Đa"));
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+84"), InlineData("-x"), InlineData("@cmd"), InlineData("\tx")]
    public void A_text_that_would_be_a_formula_is_guarded(string text) => Assert.Equal("'" + text, Csv(text));

    [Fact]
    public void Numbers_are_precise_and_invariant() =>
        Assert.Equal("-5,0.333333333333,1234567.5,,yes,2026-11-23", Csv(-5, 0.333333333333, 1234567.5, null, true, new DateOnly(2026, 11, 23)));

    [Fact]
    public void Commas_quotes_and_line_ends_are_quoted() => Assert.Equal("\"a,b\",\"say \"\"x\"\"\"", Csv("a,b", "say \"x\""));

    [Fact]
    public void Json_is_an_array_of_objects_with_the_columns_names()
    {
        using var json = JsonDocument.Parse(TableText.Json(new ExportTable("t", ["low_share", "name", "change"], [[0.25, "Diên Hà", null]])));
        var row = json.RootElement[0];
        Assert.Equal(0.25, row.GetProperty("low_share").GetDouble());
        Assert.Equal("Diên Hà", row.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("change").ValueKind);
    }

    [Fact]
    public void A_workbook_holds_numbers_as_numbers_codes_as_text_and_says_what_it_is()
    {
        var table = new ExportTable("t", ["key", "low_share", "note"], [["001", 0.25, "=1+1"]]);
        using var bytes = new MemoryStream(TableWorkbook.Write(table, "Số liệu", [("Dấu", "LƯU HÀNH NỘI BỘ"), ("Bảng", "t")], "Thông tin"));
        Assert.Equal(["Số liệu", "Thông tin"], bytes.GetSheetNames());
        var row = (IDictionary<string, object>)bytes.Query(useHeaderRow: true, sheetName: "Số liệu").Single();
        Assert.Equal("001", row["key"]);
        Assert.Equal(0.25, row["low_share"]);
        Assert.Equal("=1+1", row["note"]);
        var about = bytes.Query(useHeaderRow: false, sheetName: "Thông tin").Cast<IDictionary<string, object>>().Select(r => r["B"]).ToList();
        Assert.Equal(["LƯU HÀNH NỘI BỘ", "t"], about);
    }

    [Fact]
    public void A_workbook_without_rows_still_has_its_header()
    {
        using var bytes = new MemoryStream(TableWorkbook.Write(new ExportTable("t", ["key", "name"], []), "Data", [("a", "b")], "About"));
        var header = (IDictionary<string, object>)bytes.Query(useHeaderRow: false, sheetName: "Data").Single();
        Assert.Equal(["key", "name"], header.Values);
    }

    [Fact]
    public void A_file_name_says_what_and_when_in_plain_letters()
    {
        var utc = new DateTime(2026, 11, 23, 5, 40, 0, DateTimeKind.Utc);
        Assert.Equal("districts-2026-20261123-1240.csv", PageExport.FileName("districts-2026", utc, TableFormat.Csv, sample: false));
        Assert.Equal("sample-a-b-20261123-1240.xlsx", PageExport.FileName("a/b", utc, TableFormat.Xlsx, sample: true));
    }
}
