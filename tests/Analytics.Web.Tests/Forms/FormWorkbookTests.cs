using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Web.Tests.Forms;

/// <summary>The workbook of a form as another program opens it.</summary>
[Collection(FormCityCollection.Name)]
public class FormWorkbookTests(FormCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<FormBook> Book(int form, string round = "T-2024", string more = "") =>
        new(await (await city.Board()).GetByteArrayAsync(string.Create(CultureInfo.InvariantCulture, $"/forms?form={form}&round={round}&format=xlsx{more}"), Ct));

    public static TheoryData<int, string, string> All
    {
        get
        {
            var all = new TheoryData<int, string, string>();
            foreach (var form in new[] { 1, 2, 3, 4, 5 })
                foreach (var round in new[] { "T-2024", "T-2010", "T-2014" })
                    foreach (var language in new[] { "vi", "en" }) all.Add(form, round, language);
            return all;
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_validator_finds_nothing(int form, string round, string language)
    {
        using var client = city.Anonymous();
        await TestHost.SignIn(client, "board@example.org", TestHost.Password);
        await city.Board();
        var address = string.Create(CultureInfo.InvariantCulture, $"/forms?form={form}&round={round}&format=xlsx&lang={language}");
        using var book = new FormBook(await client.GetByteArrayAsync(address, Ct));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Dates_are_dates_and_counts_are_numbers()
    {
        using var book = await Book(1);
        // Rows 1 to 4 stand above the header in row 5; the first area is row 6, its first unit row 7.
        Assert.Equal(["1", "Xã Trung Lạc", "3", "1", "45636", "62", "60"], book.Line(7).Take(7));
        Assert.Equal("dd/mm/yyyy", book.Format(book.At("E7")));
        Assert.Null(book.At("E7").DataType);
        Assert.Null(book.At("F7").DataType);
    }

    [Fact]
    public async Task What_is_not_known_is_an_empty_cell_and_not_a_zero()
    {
        using var book = await Book(1);
        Assert.Equal("", FormBook.Value(book.At("G8")));
        Assert.Equal("", FormBook.Value(book.At("H8")));
    }

    [Fact]
    public async Task A_text_that_begins_with_an_equals_sign_stays_a_text()
    {
        using var book = await Book(1);
        var cell = book.At("B8");
        Assert.Equal(("=Xã Nam Châu", CellValues.InlineString, (CellFormula?)null), (FormBook.Value(cell), cell.DataType!.Value, cell.CellFormula));
    }

    [Fact]
    public async Task The_last_row_adds_up_by_formulas()
    {
        using var book = await Book(2);
        // Header in rows 5 and 6, three posts in 7 to 9.
        var total = book.Rows.Single(r => r.RowIndex! == 10u).Elements<Cell>().ToList();
        Assert.Equal("Tổng cộng", FormBook.Value(total[1]));
        Assert.Equal(["SUM(C7:C9)", "SUM(D7:D9)", "SUM(E7:E9)"], total[2..5].Select(c => c.CellFormula!.Text));
        Assert.Equal(["6", "379", "137"], total[2..5].Select(FormBook.Value));
        Assert.Equal(100.0 * 137 / 379, double.Parse(FormBook.Value(total[5]), CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public async Task Header_rows_are_printed_on_every_page_and_stay_when_scrolling()
    {
        using var book = await Book(2);
        Assert.Equal("'Bieu 2'!$5:$6", book.Book.Workbook!.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text);
        var pane = book.Sheet.Descendants<Pane>().Single();
        Assert.Equal((PaneStateValues.Frozen, 6.0, "A7"), (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public async Task A_form_is_printed_on_lying_A4_as_wide_as_the_page(int form)
    {
        using var book = await Book(form);
        var page = book.Sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((OrientationValues.Landscape, 9u, 1u, 0u), (page.Orientation!.Value, page.PaperSize!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.True(book.Sheet.GetFirstChild<SheetProperties>()!.PageSetupProperties!.FitToPage!.Value);
    }

    [Fact]
    public async Task Under_the_table_stand_marking_age_and_who_had_it_made()
    {
        using var book = await Book(4);
        var texts = book.Rows.Select(r => FormBook.Value(r.Elements<Cell>().First())).ToList();
        Assert.Contains("LƯU HÀNH NỘI BỘ", texts);
        Assert.Contains(texts, t => t.StartsWith("board@example.org lập lúc 12 giờ 40, ngày 24/11/2026", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("Số liệu tính đến ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_program_works_out_for_every_formula_what_the_file_already_says()
    {
        (int Form, string Round, string More)[] wanted =
            [(1, "T-2024", ""), (1, "T-2024", "&district=0901"), (1, "T-2024", "&district=0902"), (2, "T-2024", ""), (3, "T-2024", ""), (4, "T-2024", ""), (5, "T-2024", ""), (2, "T-2010", ""), (4, "T-2010", ""), (2, "T-2014", ""), (3, "T-2014", ""), (5, "T-2018", "")];
        var bytes = new Dictionary<string, byte[]>();
        foreach (var (i, (form, round, more)) in wanted.Index())
            bytes[string.Create(CultureInfo.InvariantCulture, $"b{i}")] = await (await city.Board()).GetByteArrayAsync(string.Create(CultureInfo.InvariantCulture, $"/forms?form={form}&round={round}&format=xlsx{more}"), Ct);
        var worked = await Recalculation.Of(bytes);
        var compared = 0;
        foreach (var (name, written) in bytes)
        {
            using var book = new FormBook(written);
            foreach (var cell in book.Formulas)
            {
                var (said, found) = (FormBook.Value(cell), worked[name][cell.CellReference!.Value!]);
                if (said.Length == 0) Assert.Equal((name, cell.CellReference.Value, ""), (name, cell.CellReference.Value, found));
                else Assert.Equal(double.Parse(said, CultureInfo.InvariantCulture), double.Parse(found, CultureInfo.InvariantCulture), 1e-9);
                compared++;
            }
        }
        Assert.InRange(compared, 150, 2000);
    }
}
