using System.Globalization;
using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Officials;

[Collection(nameof(OnTheSample))]
public class PersonTests(SampleHost host)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<string> Page(string round, string unit, string position, string language = "vi") => await SampleHost.Read(
        language == "en" ? await host.SignedIn(Roles.Board) : await host.As(Roles.Board), string.Create(CultureInfo.InvariantCulture, $"/officials/{host.Holder(round, unit, position).Id}?lang={language}"));

    [Fact]
    public async Task The_rule_is_quoted_line_by_line_with_the_sum()
    {
        var page = await Page("GD-2026", "091103", "PPC-VICE");
        // 145 ballots: over half is 73, two thirds are 97 (96 and two thirds).
        Assert.Contains("phiếu tín nhiệm thấp quá 1/2 số phiếu thu về 72/145 < 1/2 chưa đến ngưỡng, còn 1 phiếu", page, StringComparison.Ordinal);
        Assert.Contains("phiếu tín nhiệm thấp từ 2/3 số phiếu thu về trở lên 72/145 < 2/3 chưa đến ngưỡng, còn 25 phiếu", page, StringComparison.Ordinal);
        Assert.Contains("Tạm áp dụng, chờ xác nhận", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_two_thirds_meets_both_lines_and_nothing_is_concluded()
    {
        var page = await Page("GD-2026", "091602", "PPC-CHAIR");
        Assert.Contains("100/150 = 2/3 đã đến ngưỡng; chưa đủ căn cứ kết luận, chờ xác nhận quy định", page, StringComparison.Ordinal);
        Assert.Contains("100/150 > 1/2 đã đến ngưỡng", page, StringComparison.Ordinal);
        Assert.DoesNotContain("miễn nhiệm", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kind_of_vote_is_a_break_in_words_and_a_new_unit_is_said()
    {
        var page = await Page("GD-2026", "091602", "PPC-CHAIR");
        Assert.Contains("Hội nghị đại biểu do Mặt trận Tổ quốc chủ trì, phiếu hai mức, tỷ lệ trên số phiếu thu về", page, StringComparison.Ordinal);
        Assert.Contains("Đổi loại lấy phiếu: không so sánh trực tiếp với các đợt trên", page, StringComparison.Ordinal);
        Assert.Contains("đơn vị mới sau sắp xếp; đợt trước là Phường Hạ Khánh", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_among_the_same_post_is_told_without_a_rank_and_without_other_names()
    {
        var (_, name) = host.Holder("GD-2026", "091602", "PPC-CHAIR");
        var page = await Page("GD-2026", "091602", "PPC-CHAIR");
        Assert.Contains("Tỷ lệ thấp 66,7%: thấp hơn 0% và cao hơn 100% trong 110 người khác cùng chức danh (118/126 đơn vị)", page, StringComparison.Ordinal);
        using var reader = host.Store.Read();
        var others = reader.Db.Results.Where(r => r.OfficialName != name).Select(r => r.OfficialName).Distinct().ToList();
        Assert.DoesNotContain(others, other => page.Contains(other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Turnout_and_source_lead_to_the_minutes_and_the_row()
    {
        var html = await (await host.As(Roles.Board)).GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/officials/{host.Holder("GD-2026", "091602", "PPC-CHAIR").Id}"), Ct);
        Assert.Contains("thu về 150 trên 155 người được triệu tập (96,8%)", SampleHost.Plain(html), StringComparison.Ordinal);
        Assert.Matches("<a href=\"/imports/\\d+\">results-2026.csv</a>, dòng 325", html);
    }

    [Fact]
    public async Task A_ballot_that_leaves_the_name_unmarked_is_told() =>
        Assert.Contains("2 phiếu hợp lệ không đánh dấu tên này", await Page("GD-2026", "090503", "PC-CHAIR"), StringComparison.Ordinal);

    [Fact]
    public async Task A_printed_percentage_over_a_tenth_of_a_point_apart_is_pointed_out_a_truncated_one_is_not()
    {
        Assert.Contains("quá 0,1 điểm, cần đối chiếu biên bản", await Page("GD-2026", "091301", "PC-VICE"), StringComparison.Ordinal);
        var truncated = await Page("GD-2026", "091201", "PPC-CHAIR");
        Assert.Contains("tín nhiệm thấp: công bố 6,50%, tính lại 6,58%", truncated, StringComparison.Ordinal);
        Assert.DoesNotContain("cần đối chiếu biên bản", truncated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exempt_have_a_reason_and_no_figures() =>
        Assert.Contains("Không lấy phiếu: Đang chờ nghỉ hưu.", await Page("GD-2026", "092401", "PC-CHAIR"), StringComparison.Ordinal);

    // 32 of 64 in a post with p0 = 0.0379537 and rho = 0.0499916: (32 + 0.0379537 · 19.0034) / (64 + 19.0034) = 0.3942, by hand.
    [Fact]
    public async Task Beside_a_round_after_an_unusual_one_stands_that_it_comes_down_by_itself()
    {
        var page = await Page("GD-2024", "091302", "PPC-VICE");
        Assert.Contains("Đợt trước 50,0%, cao hơn nhiều so với tính chung cùng nhóm so sánh (3,8%). Người có tỷ lệ thấp cao bất thường một đợt thường trở lại gần mức chung", page, StringComparison.Ordinal);
        Assert.Contains("dự kiến đợt này là 39,4% hoặc thấp hơn dù không có gì thay đổi; thực tế 0,0%.", page, StringComparison.Ordinal);
        // The vote of 2024 itself followed none like it, and another kind of vote.
        Assert.Equal(2, page.Split("trở lại gần mức chung").Length);
    }

    [Fact]
    public async Task Somebody_who_was_like_the_others_has_no_such_note() =>
        Assert.DoesNotContain("trở lại gần mức chung", await Page("GD-2026", "092401", "PPC-VICE"), StringComparison.Ordinal);

    [Fact]
    public async Task English_pages_say_the_same() =>
        Assert.Contains("low confidence ballots over 1/2 of ballots collected 72/145 < 1/2 not at the threshold, 1 ballot more", await Page("GD-2026", "091103", "PPC-VICE", "en"), StringComparison.Ordinal);

    [Fact]
    public async Task Nobody_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.As(Roles.Board)).GetAsync("/officials/99999999", Ct)).StatusCode);
}
