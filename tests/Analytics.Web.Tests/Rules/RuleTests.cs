using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Trends;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.Rules;

/// <summary>A rule is changed as a version: shown before, with a reason, published at once, and of its day ever after.</summary>
public sealed class RuleTests : IDisposable
{
    const string Edit = "/rules/CITY-2026/edit";
    const string AtLine = "/officials?round=T-2024&standing=at-threshold";

    readonly RuleCity city = new();

    public void Dispose() => city.Dispose();

    static async Task<int> Count(HttpClient client, string address) => (await client.Rows(address)).Count;

    /// <summary>Half or more instead of more than half.</summary>
    static async Task<RulePage> HalfOrMore(HttpClient board) => (await RulePage.Open(board, Edit)).With("sign", "at-least", 1);

    [Fact]
    public async Task What_would_change_is_shown_and_nothing_is_kept()
    {
        var board = await city.Board();
        var page = await (await HalfOrMore(board)).Look();
        Assert.Contains("01 người sẽ khác: thêm 1 người đến ngưỡng, bớt 0.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Giang Chủ tịch HĐND Xã Trung Lạc Đợt năm 2024 chưa đến ngưỡng đến ngưỡng xem xét theo quy định (ngưỡng 2): 30/60 = 1/2", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Count(board, AtLine));
        Assert.Contains("Chưa ai sửa quy định này", await board.Read("/rules/CITY-2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_confirmed_it_holds_for_every_page_and_the_days_before_keep_the_old_one()
    {
        var board = await city.Board();
        board = await city.DaysLater(2);
        var page = await (await (await HalfOrMore(board)).Look()).With("reason", "theo công văn của Ban").With("document", "15-CV/BTG").With("document-date", "2026-11-21").Set();
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Contains("Ngưỡng: phiếu tín nhiệm thấp quá 1/2 số phiếu thu về", page.Text, StringComparison.Ordinal);
        Assert.Contains("phiếu tín nhiệm thấp từ 1/2 số phiếu thu về trở lên", page.Text, StringComparison.Ordinal);
        Assert.Contains("theo công văn của Ban 15-CV/BTG (21/11/2026)", page.Text, StringComparison.Ordinal);

        board = await city.DaysLater(1);
        Assert.Equal("Nguyễn Thị Giang", (await board.Rows(AtLine)).Single().Text("official"));
        Assert.Equal(1, (await board.Rows("/rounds?x=1")).Single(r => r.Text("round") == "T-2024").Int("below_rule"));
        Assert.Equal(0, await Count(board, AtLine + "&as-of=2026-11-21"));
        Assert.Equal(0, (await board.Rows("/rounds?as-of=2026-11-21")).Single(r => r.Text("round") == "T-2024").Int("below_rule"));
        Assert.Contains("Chưa ai sửa quy định này", await board.Read("/rules/CITY-2026?as-of=2026-11-21"), StringComparison.Ordinal);
        Assert.Equal(1, await Count(board, AtLine + "&as-of=2026-11-22"));
        using var reader = city.Office.Store.Read();
        Assert.Single(reader.Db.Audit, a => a.Action == RuleSetting.AuditAction && a.Target == "CITY-2026");
    }

    [Fact]
    public async Task Only_what_was_shown_can_be_confirmed_and_only_with_a_reason()
    {
        var board = await city.Board();
        var page = await (await HalfOrMore(board)).Set();
        Assert.Contains("Hãy xem lại những gì sẽ thay đổi", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cần ghi lý do.", (await page.Set()).Text, StringComparison.Ordinal);
        page.With("line", "3/5", 1).With("reason", "sửa");
        Assert.Contains("Hãy xem lại những gì sẽ thay đổi", (await page.Set()).Text, StringComparison.Ordinal);
        await Office.Load(board, ("second.csv", Office.ResultsOfSecondArea));
        Assert.Contains("Hãy xem lại những gì sẽ thay đổi", (await page.Set()).Text, StringComparison.Ordinal);
        Assert.Contains("Chưa ai sửa quy định này", await board.Read("/rules/CITY-2026"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await page.Set()).Status);
    }

    [Fact]
    public async Task Who_comes_second_does_not_overwrite_the_first()
    {
        var board = await city.Board();
        var (first, second) = (await HalfOrMore(board), await HalfOrMore(board));
        await (await first.Look()).With("reason", "một").Set();
        second.With("sign", "more", 1).With("line", "3/5", 1);
        Assert.Contains("Có người vừa sửa quy định này", (await second.Look()).Text, StringComparison.Ordinal);
        Assert.Equal(1, await Count(board, AtLine));
        await (await second.Look()).With("reason", "hai").Set();
        Assert.Equal(0, await Count(board, AtLine));
    }

    [Fact]
    public async Task A_rule_that_is_confirmed_lets_what_follows_stand_beside_a_name()
    {
        var board = await city.Board();
        await (await (await HalfOrMore(board)).Look()).With("reason", "một").Set();
        var address = $"/officials/{city.Official("Nguyễn Thị Giang")}";
        Assert.Contains("chưa đủ căn cứ kết luận, chờ xác nhận quy định", await board.Read(address), StringComparison.Ordinal);

        var page = await RulePage.Open(board, Edit);
        foreach (var part in new[] { "posts", "options", "base", "thresholds" }) page.With("seen-part", part, 9);
        page = await page.With("consequence-vi", "báo cáo Ban Thường vụ", 1).Look();
        Assert.Contains("02 đợt theo quy định mới; không ai đến hoặc rời ngưỡng.", page.Text, StringComparison.Ordinal);
        await page.With("reason", "đã có văn bản").Set();
        var official = await board.Read(address);
        Assert.Contains("theo quy định: báo cáo Ban Thường vụ", official, StringComparison.Ordinal);
        Assert.DoesNotContain("chờ xác nhận quy định", official, StringComparison.Ordinal);
        Assert.Contains("Mức chắc chắn: cơ sở tính: tạm áp dụng", await board.Read("/rules/CITY-2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exemptions_and_words_change_no_standing_and_are_kept()
    {
        var board = await city.Board();
        var page = (await RulePage.Open(board, Edit)).With("months", "6").With("exempt", "awaiting-retirement", 9).With("notes-vi", "Ghi chú mới");
        Assert.Contains("Không đợt nào tính khác đi", (await page.Look()).Text, StringComparison.Ordinal);
        var set = await page.With("reason", "bổ sung").Set();
        Assert.Contains("Không lấy phiếu đối với người giữ chức vụ chưa đủ 6 tháng; người đang chờ nghỉ hưu", set.Text, StringComparison.Ordinal);
        const string Listed = "T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,";
        await Office.Load(board, ("roster.csv", "round,unit,position,official,official_code,born,in_post_since,status,reason\n" + Listed + "2024-06-02,due,\n"));
        Assert.Contains("Theo CITY-2026 không lấy phiếu đối với người giữ chức vụ chưa đủ 6 tháng: cần xem lại trạng thái", await board.Read("/rounds/T-2024/roster/090101"), StringComparison.Ordinal);
        await (await RulePage.Open(board, Edit)).Unmark("exempt", "awaiting-retirement").With("reason", "bỏ").Look();
        Assert.Contains("Chưa có gì khác", (await (await RulePage.Open(board, Edit)).Look()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line", "3/2", "Ngưỡng phải là phân số"), InlineData("base", "seats", "Ngưỡng phải là phân số"), InlineData("months", "0", "từ 1 đến 60"), InlineData("months", "9,5", "từ 1 đến 60"),
     InlineData("source-vi", " ", "Nguồn của quy định không được để trống")]
    public async Task What_cannot_be_read_is_told_and_the_fields_keep_it(string field, string value, string message)
    {
        var page = await (await RulePage.Open(await city.Board(), Edit)).With("notes-en", "kept").With(field, value).Look();
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.Contains("kept", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_who_sees_results_reads_rules_and_only_the_office_sets_them()
    {
        await city.Board();
        var auditor = await city.Office.SignedIn(Roles.Auditor);
        Assert.Equal(9, await Count(auditor, "/rules"));
        Assert.DoesNotContain("Sửa quy định", await auditor.Read("/rules/CITY-2026"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await auditor.Status(Edit));
        Assert.Equal(HttpStatusCode.NotFound, await (await city.Office.SignedIn(Roles.Local)).Status("/rounds/T-2024/rule"));
        Assert.Equal(HttpStatusCode.NotFound, await (await city.Office.SignedIn(Roles.Board)).Status("/rules/NA-1"));
    }
}
