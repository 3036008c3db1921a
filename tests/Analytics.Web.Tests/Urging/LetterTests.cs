using Analytics.Domain.Coverage;
using Analytics.Web.Tests.Briefings;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Urging;

/// <summary>The letters of a round, as the file holds them.</summary>
[Collection(UrgingCityCollection.Name)]
public class LetterTests(UrgingCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<DocxRead> Letters(string query) => new(await (await city.Board()).GetByteArrayAsync("/coverage/urging?format=docx&" + query, Ct));

    static List<string> Paragraphs(DocxRead read) => [.. read.Body.Elements<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0)];

    static List<string> Addressees(DocxRead read) => [.. Paragraphs(read).Where(t => t.StartsWith("Kính gửi:", StringComparison.Ordinal))];

    [Theory]
    [InlineData("round=T-2024"), InlineData("round=T-2026"), InlineData("round=T-2026&body=110201")]
    public async Task The_validator_finds_nothing(string query)
    {
        using var read = await Letters(query);
        Assert.Empty(read.Faults());
    }

    [Fact]
    public async Task Before_July_2025_one_letter_goes_to_each_district_committee_that_owes_something()
    {
        using var read = await Letters("round=T-2024");
        Assert.Equal(
            ["Kính gửi: Ban Thường vụ Huyện ủy An Khuê", "Kính gửi: Ban Thường vụ Quận ủy Bình Lăng", "Kính gửi: Ban Thường vụ Thị ủy Phú Diên", "Kính gửi: Ban Thường vụ Thành ủy Sơn Hạ"],
            Addressees(read));
    }

    [Fact]
    public async Task Since_July_2025_one_letter_goes_to_each_commune_committee_that_owes_something()
    {
        using var read = await Letters("round=T-2026");
        Assert.Equal(
            ["Kính gửi: Ban Thường vụ Đảng ủy phường Tân Khánh", "Kính gửi: Ban Thường vụ Đảng ủy đặc khu Phú Diên", "Kính gửi: Ban Thường vụ Đảng ủy xã Sơn Hạ"],
            Addressees(read));
    }

    [Fact]
    public async Task A_district_gets_the_list_of_its_units_that_owe_something()
    {
        using var read = await Letters("round=T-2024&body=0901");
        var rows = read.Tables[^1].Elements<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText))).ToList();
        // The conference was due on 31 December 2024, 693 days before.
        Assert.Equal(["TT|Đơn vị|Việc còn thiếu", "01|Thị trấn Nam Châu|chưa tổ chức hội nghị, quá hạn 693 ngày", "02|Xã Nam Lạc|chưa tổ chức hội nghị, quá hạn 693 ngày"], rows);
        Assert.Contains(Paragraphs(read), t => t.EndsWith(", trong đó 02 đơn vị thuộc địa bàn Huyện ủy An Khuê (danh sách kèm theo).", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_header_of_the_list_is_repeated_on_each_page()
    {
        using var read = await Letters("round=T-2024&body=0901");
        Assert.Equal([true, false, false], read.Tables[^1].Elements<TableRow>().Select(r => r.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
    }

    [Fact]
    public async Task A_commune_that_reports_for_itself_gets_no_list()
    {
        using var read = await Letters("round=T-2026&body=110301");
        Assert.Contains(Paragraphs(read), t => t.EndsWith(", trong đó có đặc khu Phú Diên.", StringComparison.Ordinal));
        Assert.DoesNotContain(Paragraphs(read), t => t.StartsWith("DANH SÁCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_letter_begins_at_page_1_without_a_printed_number()
    {
        using var read = await Letters("round=T-2026");
        Assert.Equal([1, 1, 1], read.Sections.Select(s => s.GetFirstChild<PageNumberType>()!.Start!.Value));
        Assert.All(read.Sections, s => Assert.NotNull(s.GetFirstChild<TitlePage>()));
    }

    [Fact]
    public async Task The_letter_tells_how_many_of_how_many_have_sent_on_which_day()
    {
        using var read = await Letters("round=T-2026&body=110201");
        Assert.Contains(Paragraphs(read), t => t.Contains("đến ngày 24/11/2026 Ban Tuyên giáo và Dân vận Thành ủy đã nhận báo cáo, biên bản của 01/04 đơn vị; còn 03 đơn vị chưa gửi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_letter_asks_before_the_fifth_working_day_from_today()
    {
        using var read = await Letters("round=T-2026&body=110201");
        // 24 November 2026 is a Tuesday; the 25th, 26th, 27th, 30th and 1 December are the five.
        Assert.Contains(Paragraphs(read), t => t.Contains("trước ngày 01/12/2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_letter_asks_before_the_day_that_was_chosen()
    {
        using var read = await Letters("round=T-2026&body=110201&before=2026-12-09");
        Assert.Contains(Paragraphs(read), t => t.Contains("trước ngày 09/12/2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_letter_asks_and_never_demands_and_gives_no_result()
    {
        using var read = await Letters("round=T-2024");
        var text = string.Join('\n', Paragraphs(read)) + read.Body.InnerText;
        Assert.Contains("đề nghị", text, StringComparison.Ordinal);
        Assert.DoesNotContain("yêu cầu", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('%', text);
        Assert.DoesNotContain("tín nhiệm thấp", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Nguyễn Thị Giang", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_and_day_are_left_to_the_registry()
    {
        using var read = await Letters("round=T-2026&body=110201");
        var head = read.Tables[0].Descendants<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains("Giả Định, ngày      tháng      năm 2026", head);
        Assert.Contains("Số         -CV/BTGDVTU", head);
        Assert.Contains("V/v gửi báo cáo, biên bản kiểm phiếu đợt lấy phiếu năm 2026", head);
    }

    [Fact]
    public async Task A_letter_begins_its_recipients_with_as_above_and_ends_them_with_the_file_copy()
    {
        using var read = await Letters("round=T-2026&body=110201");
        var recipients = read.Body.Descendants<Paragraph>().Select(p => p.InnerText).Where(t => t.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.Equal(("- Như trên;", "- Lưu Văn phòng Ban."), (recipients[0], recipients[^1]));
    }

    [Fact]
    public async Task A_body_that_owes_nothing_has_no_letter()
    {
        var board = await city.Board();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await board.Status("/coverage/urging?round=T-2026&body=110101&format=docx"));
    }

    [Fact]
    public async Task Once_the_plan_is_set_the_letter_quotes_its_number_and_day()
    {
        using var own = new UrgingCity();
        var board = await own.Board();
        own.Seed(db => db.RoundPlans.Add(new RoundPlan { RoundId = db.Rounds.Single(r => r.Code == "T-2026").Id, Document = "12-KH/TU", DocumentDate = new(2026, 1, 5), UpdatedBy = "test" }));
        using var read = new DocxRead(await board.GetByteArrayAsync("/coverage/urging?round=T-2026&body=110201&format=docx", Ct));
        Assert.Contains(Paragraphs(read), t => t.StartsWith("Thực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2026, về đợt lấy phiếu năm 2026, đến ngày 24/11/2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, 2, "Giả Định, ngày 05 tháng 02 năm 2026"), InlineData(15, 1, "Giả Định, ngày 15 tháng 01 năm 2026"), InlineData(9, 3, "Giả Định, ngày 09 tháng 3 năm 2026"), InlineData(24, 11, "Giả Định, ngày 24 tháng 11 năm 2026")]
    public async Task A_day_below_10_and_the_months_1_and_2_have_a_zero_before_them(int day, int month, string expected)
    {
        await city.Board();
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(city.Services);
        var parts = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Analytics.Web.Briefings.Papers.PaperParts>(scope.ServiceProvider);
        Assert.Equal(expected, parts.Head("Thành phố Giả Định", "CV", 7, new DateOnly(2026, month, day), null).PlaceAndDate);
    }
}
