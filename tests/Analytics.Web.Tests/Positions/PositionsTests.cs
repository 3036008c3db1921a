using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Positions;

[Collection(SampleCityCollection.Name)]
public class PositionsTests(SampleCity city)
{
    [Fact]
    public async Task Posts_stand_in_their_order_with_officials_due_and_what_differs()
    {
        var client = await city.SignedIn(Roles.Board);
        Assert.Equal(["PC-CHAIR", "PC-VICE", "PPC-CHAIR", "PPC-VICE"], (await client.Rows("/positions?round=GD-2026")).Select(r => r.Text("key")));
        var page = await client.Read("/positions?round=GD-2026");
        Assert.Contains("tỷ lệ thấp cao hơn mức chung ở Chủ tịch UBND (5,7%)", page, StringComparison.Ordinal);
        Assert.Contains("Chủ tịch HĐND 113/121 23.450", page, StringComparison.Ordinal);
        Assert.Contains("Không chức danh nào thay đổi so với đợt trước vượt mức dao động ngẫu nhiên.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_post_has_its_ballots_as_a_bar_with_the_shares_in_words()
    {
        var html = await (await city.SignedIn(Roles.Board)).GetStringAsync("/positions?round=GD-2026", TestContext.Current.CancellationToken);
        Assert.Contains("aria-label=\"Tín nhiệm cao 71,1%, tín nhiệm 25,0%, tín nhiệm thấp 2,4%\"", html, StringComparison.Ordinal);
        var two = await (await city.SignedIn(Roles.Board)).GetStringAsync("/positions?round=GD-2022", TestContext.Current.CancellationToken);
        Assert.Contains("aria-label=\"Tín nhiệm 9", two, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_is_shown_across_areas_against_the_same_post_in_the_city()
    {
        var client = await city.SignedIn(Roles.Board);
        var rows = await client.Rows("/positions/PPC-CHAIR?round=GD-2026&table=areas");
        Assert.Equal(30, rows.Count);
        Assert.All(rows, r => Assert.Equal(("district-position", "PPC-CHAIR"), (r.Text("by"), r.Text("position"))));
        var page = await client.Read("/positions/PPC-CHAIR?round=GD-2026");
        Assert.Contains("Chức danh này, Thành phố Giả Định 111 111 23.107 92,8% 5,7% (4,5–6,9)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posts_rounds_break_by_kind_of_vote_and_its_rules_are_quoted()
    {
        var page = await (await city.SignedIn(Roles.Auditor)).Read("/positions/PC-VICE");
        Assert.Contains("Khác loại lấy phiếu: không so sánh tỷ lệ thấp với nhóm trên", page, StringComparison.Ordinal);
        Assert.Contains("Quy định CITY-2026", page, StringComparison.Ordinal);
        Assert.Contains("Quy định VFF-2007", page, StringComparison.Ordinal);
        // Vice-chairs were not covered before 2007.
        Assert.DoesNotContain("Quy định VFF-2003", page, StringComparison.Ordinal);
        Assert.Contains("Quy định VFF-2003", await (await city.SignedIn(Roles.Auditor)).Read("/positions/PC-CHAIR"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_viewer_sees_posts_of_the_city_and_areas_of_their_own()
    {
        var local = await city.SignedIn(Roles.Local);
        Assert.Equal(4, (await local.Rows("/positions?round=GD-2026")).Count);
        Assert.Equal(["0901"], (await local.Rows("/positions/PC-VICE?round=GD-2026&table=areas")).Select(r => r.Text("key")));
    }

    [Theory]
    [InlineData("/positions/NOBODY", Roles.Board), InlineData("/positions?round=GD-1999", Roles.Board), InlineData("/positions/PC-CHAIR?round=GD-1999", Roles.Board), InlineData("/positions", Roles.Admin)]
    public async Task What_does_not_exist_or_may_not_be_seen_is_not_found(string address, string role) =>
        Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(role)).Status(address));
}
