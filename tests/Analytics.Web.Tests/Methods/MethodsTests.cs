using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Domain.Rounds;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Tests.Officials;

namespace Analytics.Web.Tests.Methods;

[Collection(nameof(OnTheSample))]
public class MethodsTests(SampleHost host)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<string> Html(string role, string language = "vi") => await (language == "en" ? await host.SignedIn(role) : await host.As(role)).GetStringAsync("/methods?lang=" + language, Ct);

    async Task<string> Text(string language = "vi") => SampleHost.Plain(await Html(Roles.Board, language));

    [Theory]
    [InlineData("base"), InlineData("favourable"), InlineData("low-share"), InlineData("interval"), InlineData("wilson"), InlineData("change"), InlineData("direction"), InlineData("different")]
    [InlineData("funnel"), InlineData("shrunken"), InlineData("standing"), InlineData("left-out"), InlineData("coverage"), InlineData("comparability"), InlineData("area"), InlineData("statuses")]
    [InlineData("as-of"), InlineData("regimes"), InlineData("spread"), InlineData("regression"), InlineData("small-numbers"), InlineData("next-vote")]
    public async Task Every_number_has_an_anchor(string id)
    {
        var page = await Html(Roles.Board);
        Assert.Contains($" id=\"{id}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{id}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/officials?round=GD-2026")]
    [InlineData("/officials?round=GD-2010")]
    public async Task Every_link_from_a_list_to_a_method_leads_to_an_anchor(string address)
    {
        var methods = await Html(Roles.Board);
        var links = Regex.Matches(await (await host.As(Roles.Board)).GetStringAsync(address, Ct), "/methods#([a-z0-9-]+)").Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(links);
        Assert.All(links, id => Assert.Contains($" id=\"{id}\"", methods, StringComparison.Ordinal));
    }

    // Worked out in R: prop.test(correct = FALSE), pbinom, p.adjust, glm(family = quasibinomial), and the ratio estimator by hand.
    [Theory]
    [InlineData("77,7%, 11,7% và 6,4%; cộng lại 95,7%")]
    [InlineData("(73 + 11) ÷ 94 = 89,4%")]
    [InlineData("21/320 = 6,6%")]
    [InlineData("6,6%, khoảng từ 1,9 đến 11,2 phần trăm. Nếu coi mỗi lá phiếu là độc lập thì khoảng chỉ từ 4,3 đến 9,8")]
    [InlineData("10,0%, khoảng từ 4,7 đến 20,1 phần trăm")]
    [InlineData("đợt trước 4,4%, đợt này 6,6%: tăng 2,2 điểm %, khoảng từ −0,3 đến 4,7, xác suất do ngẫu nhiên 0,073")]
    [InlineData("p = 0,001; 0,012; 0,030; 0,200; 0,600; q tương ứng = 0,005; 0,030; 0,050; 0,250; 0,600")]
    [InlineData("07/60 phiếu thấp (11,7%) có xác suất 0,0099, mới ở mức chú ý; 09/60 (15,0%) có xác suất 0,0006, khác hẳn. Riêng dao động ngẫu nhiên cũng cho khoảng 3 trường hợp chú ý và 0,1 trường hợp khác hẳn")]
    [InlineData("06/60 phiếu thấp thành 8,6%; 02/10 thành 9,5%")]
    [InlineData("30/60 = 1/2: chưa quá nửa; 31/60 > 1/2: quá nửa; 59/90 < 2/3: chưa đến; 60/90 = 2/3: đến ngưỡng 2/3. 72/145 phiếu thấp còn 1 phiếu đến ngưỡng quá nửa; 58/90 còn 2 phiếu đến ngưỡng 2/3")]
    [InlineData("118/126 đơn vị là 93,7%")]
    [InlineData("φ = 1,4, n̄ = 64, ρ = 0,0065; nếu tin con số này thì khoảng 29% mức phân tán là thật")]
    [InlineData("người có 09/60 phiếu thấp (15,0%) dự kiến 12,4% hoặc thấp hơn")]
    [InlineData("06 người có việc giảm 16,3 điểm % bình quân, người tương tự giảm 13,2 điểm % bình quân: chênh lệch −3,2 điểm phần trăm, khoảng từ −7,7 đến 1,4 điểm phần trăm, n = 06")]
    public async Task Examples_print_the_figures_the_product_computes(string example) => Assert.Contains(example, await Text(), StringComparison.Ordinal);

    [Fact]
    public async Task Examples_are_the_same_in_English()
    {
        var page = await Text("en");
        Assert.Contains("6.6%, interval 1.9 to 11.2 per cent. If every ballot counted on its own it would be only 4.3 to 9.8", page, StringComparison.Ordinal);
        Assert.Contains("7 of 60 (11.7%) has probability 0.0099, an alert; 9 of 60 (15.0%) has 0.0006, an alarm. Chance alone would give about 3 alerts and 0.1 alarms", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_rule_of_the_store_stands_with_its_lines_its_certainty_and_an_anchor()
    {
        var html = await Html(Roles.Board);
        foreach (var (id, json) in RegimeFile.Shipped())
        {
            var start = html.IndexOf($"<tr id=\"regime-{id.ToLowerInvariant()}\">", StringComparison.Ordinal);
            Assert.True(start >= 0, id);
            var row = SampleHost.Plain(html[start..html.IndexOf("</tr>", start, StringComparison.Ordinal)]);
            var regime = RegimeFile.Parse(json);
            Assert.Contains(regime.Source.Vi, row, StringComparison.Ordinal);
            Assert.Contains(regime.Certainty.Assumed ? "Tạm áp dụng, chờ xác nhận" : "Đã thấy văn bản", row, StringComparison.Ordinal);
            Assert.All(regime.Thresholds, line => Assert.Contains(line.Consequence.Vi, row, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("phiếu tín nhiệm thấp quá 2/3 tổng số đại biểu → trình HĐND bỏ phiếu tín nhiệm 3 × phiếu tín nhiệm thấp > 2 × tổng số đại biểu")]
    [InlineData("phiếu tín nhiệm không quá 1/2 số phiếu thu về → Mặt trận kiến nghị HĐND bỏ phiếu tín nhiệm 2 × phiếu tín nhiệm ≤ số phiếu thu về")]
    [InlineData("phiếu tín nhiệm dưới 1/2 số phiếu thu về → xem xét miễn nhiệm 2 × phiếu tín nhiệm < số phiếu thu về")]
    [InlineData("phiếu không tín nhiệm quá 1/2 tổng số đại biểu")]
    [InlineData("01/02/2013 – 30/06/2015")]
    public async Task Lines_of_a_rule_stand_in_words_and_as_a_sum(string line) => Assert.Contains(line, await Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData(Roles.Admin), InlineData(Roles.Board), InlineData(Roles.Local), InlineData(Roles.Auditor)]
    public async Task Whoever_is_signed_in_may_read_it(string role) => Assert.Contains("<h1>Cách tính</h1>", System.Net.WebUtility.HtmlDecode(await Html(role)), StringComparison.Ordinal);

    [Fact]
    public void Every_explained_number_has_text_and_limits_in_both_languages()
    {
        var files = new TextFiles();
        foreach (var language in new[] { "vi", "en" })
        {
            var texts = files.In(language);
            var ids = texts.Keys.Where(k => k.StartsWith("methods.", StringComparison.Ordinal) && k.EndsWith(".text", StringComparison.Ordinal)).Select(k => k[..^".text".Length]).Where(k => k != "methods.regimes");
            Assert.All(ids, id => Assert.True(texts.ContainsKey(id + ".title") && texts.ContainsKey(id + ".limits"), id));
        }
    }
}
