using System.Globalization;
using Analytics.Web.Tests.Briefings;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Forms;

/// <summary>A form as a Word document.</summary>
[Collection(FormCityCollection.Name)]
public class FormDocumentTests(FormCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<DocxRead> Document(int form, string round, string language = "vi")
    {
        using var client = city.Anonymous();
        await city.Board();
        await TestHost.SignIn(client, "board@example.org", TestHost.Password);
        return new(await client.GetByteArrayAsync(string.Create(CultureInfo.InvariantCulture, $"/forms?form={form}&round={round}&format=docx&lang={language}"), Ct));
    }

    public static TheoryData<int, string, string> All => FormWorkbookTests.All;

    [Theory, MemberData(nameof(All))]
    public async Task The_validator_finds_nothing(int form, string round, string language)
    {
        using var read = await Document(form, round, language);
        Assert.Empty(read.Faults());
    }

    [Theory]
    [InlineData(1, "T-2024"), InlineData(2, "T-2024"), InlineData(3, "T-2024"), InlineData(4, "T-2024"), InlineData(5, "T-2024"), InlineData(2, "T-2010"), InlineData(4, "T-2014")]
    public async Task The_table_holds_cell_by_cell_what_the_page_shows(int form, string round)
    {
        using var read = await Document(form, round);
        var headers = (await (await city.Board()).FormHeader(string.Create(CultureInfo.InvariantCulture, $"/forms?form={form}&round={round}"))).Any(h => h.Contains('/', StringComparison.Ordinal) && char.IsAsciiDigit(h[^1])) ? 2 : 1;
        var rows = read.Tables[^1].Elements<TableRow>().Skip(headers).Select(r => string.Join('|', r.Elements<TableCell>().Select(c => FormPages.Text(System.Net.WebUtility.HtmlEncode(c.InnerText)))));
        Assert.Equal(await (await city.Board()).FormRows(string.Create(CultureInfo.InvariantCulture, $"/forms?form={form}&round={round}")), rows);
    }

    [Theory]
    [InlineData(1, 1), InlineData(2, 2), InlineData(3, 2), InlineData(4, 2), InlineData(5, 1)]
    public async Task Its_header_rows_are_repeated_on_each_page(int form, int headers)
    {
        using var read = await Document(form, "T-2024");
        Assert.Equal(headers, read.Tables[^1].Elements<TableRow>().TakeWhile(r => r.TableRowProperties?.GetFirstChild<TableHeader>() is not null).Count());
    }

    [Fact]
    public async Task Its_pages_lie()
    {
        using var read = await Document(4, "T-2024");
        Assert.All(read.Sections, s => Assert.Equal(PageOrientationValues.Landscape, s.GetFirstChild<PageSize>()!.Orient!.Value));
    }

    [Fact]
    public async Task It_says_which_form_of_which_round_and_how_complete()
    {
        using var read = await Document(3, "T-2024");
        var text = read.Body.Descendants<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains("BIỂU SỐ 3", text);
        Assert.Contains("Đợt năm 2024 – Thành phố Giả Định (3/4 đơn vị) – tỷ lệ tính trên số phiếu thu về", text);
    }

    [Fact]
    public async Task It_says_who_had_it_made_and_how_old_its_figures_are_below_each_page()
    {
        using var read = await Document(4, "T-2024");
        var foot = read.Footer(read.Sections[0], HeaderFooterValues.Default);
        Assert.Contains("board@example.org lập lúc 12 giờ 40, ngày 24/11/2026", foot, StringComparison.Ordinal);
        Assert.Contains("Số liệu tính đến ", foot, StringComparison.Ordinal);
    }
}
