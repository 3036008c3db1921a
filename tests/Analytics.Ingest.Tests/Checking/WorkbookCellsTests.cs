using Analytics.Ingest.Checking;
using Analytics.Ingest.Tests.Reading;

namespace Analytics.Ingest.Tests.Checking;

/// <summary>What a workbook or a document holds in its cells, as far as a check of rows.</summary>
public class WorkbookCellsTests
{
    static readonly string[] Header = ["round", "unit", "position", "official", "held_on", "high", "confidence", "low", "collected"];

    /// <summary>One row whose date and number of "high" are these cells.</summary>
    static CheckedFile Row(string heldOn, string high) => Given.Check(Sources.Workbook(new XlsxSheetXml("S",
        Sources.Row(1, Header) + Sources.Row(2, "TP-2026", "00701", "PC-CHAIR", "Trần Văn A", heldOn, high, "<c><v>0</v></c>", "<c><v>0</v></c>", "<c><v>2000</v></c>"))));

    static string Number(string value, int style = 0) => $"<c s=\"{style}\"><v>{value}</v></c>";

    [Theory]
    [InlineData("93", 93), InlineData(" 93 ", 93), InlineData("'93", 93), InlineData("1.234", 1234), InlineData("1,234", 1234), InlineData("1\u00A0234", 1234)]
    public void A_number_stored_as_text_is_a_count(string text, int count)
    {
        var file = Row("20/11/2026", text);
        file.IsClean();
        Assert.Equal(count, file.Results[0].Counts.High);
    }

    [Theory]
    [InlineData("1.234", "1.2340"), InlineData("12.345", "12.3450"), InlineData("41.5", "41.5"), InlineData("1234.567", "1234.567"), InlineData("0.123", "0.123")]
    public void A_number_with_a_fraction_is_never_taken_for_thousands(string value, string found)
    {
        var file = Row("20/11/2026", Number(value));
        file.Refuses("2 high bad-number");
        Assert.Equal(found, file.Problems[0].Value);
    }

    [Theory, InlineData("1234"), InlineData("1234.0"), InlineData("1.234E3"), InlineData("1234.0000000000002")]
    public void A_whole_number_is_a_count_however_it_is_stored(string value) => Assert.Equal(1234, Row("20/11/2026", Number(value)).Results[0].Counts.High);

    [Theory]
    [InlineData(1), InlineData(5)]
    public void A_cell_formatted_as_a_date_is_a_date(int style) =>
        Assert.Equal(new DateOnly(2026, 11, 20), Row(Number("46346", style), "93").Results[0].HeldOn);

    [Theory, InlineData("20/11/2026"), InlineData("20/11/2026 "), InlineData("'20/11/2026"), InlineData("2026-11-20")]
    public void A_date_typed_as_text_is_a_date(string text) => Assert.Equal(new DateOnly(2026, 11, 20), Row(text, "93").Results[0].HeldOn);

    [Theory, InlineData("5/2/2026"), InlineData("05/2/2026"), InlineData("5/02/2026"), InlineData("05/02/2026")]
    public void The_day_comes_first_with_or_without_a_nought(string text)
    {
        var file = Given.Rounds("code,name_vi,regime,held_from,held_to,level", $"X,Đợt X,CITY-2026,{text},6/12/2026,commune");
        Assert.Equal(new DateOnly(2026, 2, 5), file.Rounds[0].HeldFrom);
    }

    [Fact]
    public void A_day_without_a_date_format_is_no_date() => Row(Number("46346"), "93").Refuses("2 held_on bad-date");

    [Fact]
    public void Blank_columns_and_rows_behind_the_data_are_nothing()
    {
        var file = Given.Check(Sources.Workbook(new XlsxSheetXml("S",
            Sources.Row(1, [.. Header, "", "<c s=\"1\"/>"]) + Sources.Row(2, "TP-2026", "00701", "PC-CHAIR", "Trần Văn A", "20/11/2026", "3", "0", "0", "3", "<c s=\"1\"/>", " ", "\u00A0")
            + Sources.Row(3, "<c s=\"1\"/>", " ") + Sources.Row(9, "<c s=\"1\"/>"))));
        file.IsClean();
        Given.Results("round,unit,position,official,high,confidence,low,collected,,,", "TP-2026,00701,PC-CHAIR,Trần Văn A,3,0,0,3,, ,,,", ",,,,,,,,", "  ,").IsClean();
    }

    [Fact]
    public void A_table_of_a_document_holds_numbers_and_dates_as_typed()
    {
        var file = Given.Check(DocxFiles.Read(DocxFiles.Table(DocxFiles.Row(Header),
            DocxFiles.Row("TP-2026", "00701", "PC-CHAIR", "Trần Văn A", "20/11/2026", "1.200", "30", "4", "1\u00A0234"),
            DocxFiles.Row("TP-2026", "00701", "PC-CHAIR", "Trần Văn B", "20/11/2026", "12,5", "30", "4", "1234"))));
        file.Refuses("3 high bad-number");
        Assert.Equal((1200, 1234), (file.Results[0].Counts.High, file.Results[0].Counts.Collected));
    }
}
