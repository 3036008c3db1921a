using System.Net;

namespace Analytics.Web.Tests.Rules;

/// <summary>A round departs from its regime by a document, and follows it again.</summary>
public sealed class RoundRuleTests : IDisposable
{
    const string Address = "/rounds/T-2024/rule";

    readonly RuleCity city = new();

    public void Dispose() => city.Dispose();

    static async Task<RulePage> Depart(HttpClient board, string field, string value, int at = 0) =>
        await (await (await RulePage.Open(board, Address)).With(field, value, at).Look()).With("document", "12-KH/TU").With("document-date", "2024-10-01").With("reason", "kế hoạch của thành phố").Set();

    [Fact]
    public async Task Its_own_line_judges_that_round_alone()
    {
        var board = await city.Board();
        var page = await Depart(board, "sign", "at-least", 1);
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Contains("Đợt năm 2024 – có phần riêng theo 12-KH/TU: Ngưỡng: phiếu tín nhiệm thấp từ 1/2", page.Text, StringComparison.Ordinal);
        Assert.Single(await board.Rows("/officials?round=T-2024&standing=at-threshold"));
        var round = await board.Read("/rounds/T-2024");
        Assert.Contains("Đợt này có phần riêng theo 12-KH/TU ngày 01/10/2024.", round, StringComparison.Ordinal);
        Assert.DoesNotContain("phần riêng theo 12-KH/TU", await board.Read("/rounds/T-2022"), StringComparison.Ordinal);
        // The change of rule inside the family is told on the page of the post.
        Assert.Contains("▲ đổi quy định từ CITY-2026 sang CITY-2026 (12-KH/TU)", await board.Read("/positions/PC-CHAIR?round=T-2024"), StringComparison.Ordinal);
        // One family still: the change from 2022 is there. (30 + 10)/120 − (5 + 10)/120, worked out by hand.
        Assert.Equal(25 / 120.0, (await board.Rows("/?round=T-2024")).Where(r => r.Text("key") == "PC-CHAIR").Select(r => (r.Int("low") - 5) / 120.0).Single(), 12);
    }

    [Fact]
    public async Task Another_base_parts_the_round_from_the_others_and_leaves_who_lacks_it_undetermined()
    {
        var board = await city.Board();
        var look = await (await RulePage.Open(board, Address)).With("base", "delegates").Look();
        Assert.Contains("bớt 0. 02 trường hợp khác: sang ngưỡng khác, hoặc thiếu cơ sở tính.", look.Text, StringComparison.Ordinal);
        Assert.Contains("0 → 2 không còn nối với các đợt 2022", look.Text, StringComparison.Ordinal);
        await Depart(board, "base", "delegates");
        Assert.All(await board.Rows("/officials?round=T-2024"), r => Assert.Equal("undetermined", r.Text("standing")));
        var rounds = await board.Rows("/rounds");
        Assert.Equal(2, rounds.Select(r => r.Text("family")).Distinct().Count());
        Assert.Contains("không còn nối", look.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_needed_and_following_the_regime_again_is_a_version_too()
    {
        var board = await city.Board();
        var page = await (await RulePage.Open(board, Address)).With("sign", "at-least", 1).Look();
        Assert.Contains("phải ghi số, ký hiệu văn bản", (await page.With("reason", "kế hoạch").Set()).Text, StringComparison.Ordinal);
        await Depart(board, "sign", "at-least", 1);

        var back = await (await RulePage.Open(board, Address)).Press("back");
        Assert.Contains("01 người sẽ khác: thêm 0 người đến ngưỡng, bớt 1.", back.Text, StringComparison.Ordinal);
        var done = await back.With("document", "20-KH/TU").With("reason", "bãi bỏ").Set();
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Empty(await board.Rows("/officials?round=T-2024&standing=at-threshold"));
        Assert.Contains("không có phần riêng", (await RulePage.Open(board, Address)).Text, StringComparison.Ordinal);
        Assert.Contains("bãi bỏ 20-KH/TU", await board.Read("/rules/CITY-2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_begins_from_the_rule_the_round_is_really_under()
    {
        var board = await city.Board();
        await Depart(board, "sign", "at-least", 1);
        Assert.Contains("đến ngưỡng hiện có 1 người, theo giả định 0 người", await board.Read("/rounds/T-2024/what-if?regime=CITY-2026&sign=at-least&sign=more&line=2/3&line=1/2"), StringComparison.Ordinal);
    }
}
