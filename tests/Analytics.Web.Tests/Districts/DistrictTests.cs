using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Districts;

[Collection(SampleCityCollection.Name)]
public class DistrictTests(SampleCity city)
{
    [Fact]
    public async Task A_reorganisation_between_comparable_rounds_is_marked_in_the_tables_too()
    {
        // data/sample/changes.csv: communes of the area were merged on 1 July 2025, between the rounds of 2024 and 2026; no other day stands there.
        var page = await (await city.SignedIn(Roles.Board)).Read("/districts/0904?round=GD-2026");
        Assert.Contains("2026 *▲1", page.Replace(" ▲", "▲", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("▲1 sắp xếp đơn vị hành chính 01/07/2025", page, StringComparison.Ordinal);
        Assert.Contains("▲ Từ đợt trước đến đợt này: sắp xếp đơn vị hành chính 01/07/2025.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Từ đợt trước đến đợt này", await (await city.SignedIn(Roles.Board)).Read("/districts/0904?round=GD-2022"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_is_told_beside_the_city()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/districts/0904?round=GD-2026");
        Assert.Contains("Huyện Diên Hà: tín nhiệm 90,9%, tín nhiệm thấp 8,1% (118/126 đơn vị).", page, StringComparison.Ordinal);
        Assert.Contains("Thành phố Giả Định: thấp 4,0%; tỷ lệ thấp của địa bàn cao hơn mức chung, vượt mức dao động ngẫu nhiên.", page, StringComparison.Ordinal);
        Assert.Contains("So với đợt năm 2024, tỷ lệ thấp tăng 3,3 điểm %, vượt mức dao động ngẫu nhiên.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_of_few_units_is_not_compared() =>
        Assert.Contains("địa bàn có dưới 05 đơn vị gửi kết quả, không so sánh", await (await city.SignedIn(Roles.Board)).Read("/districts/0907?round=GD-2026"), StringComparison.Ordinal);

    // Nine units, 51 of 764 to 112 of 1125 low: glm(family = quasibinomial) gives 2.2436, moments 0.0013676, of which 55.6 % is real.
    [Fact]
    public async Task What_part_of_the_differences_between_its_units_is_real_is_said_in_words_to_whoever_may_see_the_area()
    {
        foreach (var role in (string[])[Roles.Board, Roles.Auditor])
            Assert.Contains("Mức phân tán tỷ lệ thấp giữa 09 đơn vị gấp 2,2 lần mức do ngẫu nhiên gây ra (φ = 2,2). Khoảng 56% mức phân tán đó là khác biệt thật giữa các đơn vị; phần còn lại chỉ do dao động ngẫu nhiên của số phiếu (ρ = 0,0014).",
                await (await city.SignedIn(role)).Read("/districts/0904?round=GD-2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_of_an_area_of_few_are_not_compared_with_each_other() =>
        Assert.Contains("Ít đơn vị, không so sánh: mới có", await (await city.SignedIn(Roles.Board)).Read("/districts/0907?round=GD-2026"), StringComparison.Ordinal);

    [Fact]
    public async Task Below_its_posts_stands_how_many_would_differ_by_chance() =>
        Assert.Contains("trong 4 chức danh, chỉ do dao động ngẫu nhiên có chưa đến 01 chức danh trông như khác biệt", await (await city.SignedIn(Roles.Board)).Read("/districts/0904?round=GD-2026"), StringComparison.Ordinal);

    [Fact]
    public async Task Posts_by_rounds_break_where_the_kind_of_vote_changes()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/districts/0904");
        Assert.Contains("Đổi loại lấy phiếu: không so sánh với các đợt bên trái", page, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ không tín nhiệm, hai mức, trên số phiếu thu về Tỷ lệ tín nhiệm thấp, ba mức, trên số phiếu thu về", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_units_carry_their_own_share_and_where_they_come_from()
    {
        var client = await city.SignedIn(Roles.Board);
        var unit = (await client.Rows("/districts/0919?round=GD-2026&table=units")).Single(r => r.Text("unit") == "091901");
        // 17 + 33 + 39 + 28 low of 4 × 259, in data/sample/results-2026.csv.
        Assert.Equal((4, 117, 1036, "yes"), (unit.Int("officials"), unit.Int("low"), unit.Int("base"), unit.Text("straddles")));
        Assert.Equal("Huyện Mỹ Khê; Huyện Quảng Diên", unit.Text("former_areas"));
        var page = await client.Read("/districts/0919?round=GD-2026");
        Assert.Contains("11,3% (9,5–13,4) Huyện Mỹ Khê, Huyện Quảng Diên gồm đất của nhiều địa bàn cũ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_has_not_reported_has_no_figures()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/districts/0907?round=GD-2026");
        Assert.Contains("Phường Liên Viên 090702 quá hạn, chưa gửi – – –", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_its_units_is_listed_whole_or_in_part()
    {
        var steps = (await (await city.SignedIn(Roles.Board)).Rows("/districts/0919?table=lineage")).Select(r => $"{r.Text("from_code")}>{r.Text("to_code")} {r.Text("whole")} {r.Text("from_area")}").ToList();
        Assert.Contains("091307>091901 yes 0913", steps);
        Assert.Contains("092002>091905 no 0920", steps);
        Assert.Contains("091901>091901 yes 0919", steps);
    }

    [Fact]
    public async Task Somebody_without_names_sees_who_reported_but_no_figure_of_a_single_unit()
    {
        var auditor = await city.SignedIn(Roles.Auditor);
        Assert.All(await auditor.Rows("/districts/0919?round=GD-2026&table=units"), r => Assert.Equal(System.Text.Json.JsonValueKind.Null, r.GetProperty("low").ValueKind));
        Assert.Contains("Số liệu của từng đơn vị không thuộc phạm vi của tài khoản này.", await auditor.Read("/districts/0919?round=GD-2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_viewer_opens_own_areas_only_and_sees_the_citys_share()
    {
        var local = await city.SignedIn(Roles.Local);
        Assert.Equal(HttpStatusCode.NotFound, await local.Status("/districts/0904"));
        var page = await local.Read("/districts/0901?round=GD-2026");
        Assert.Contains("Thành phố Giả Định: thấp 4,0%", page, StringComparison.Ordinal);
        // 9 + 0 + 1 + 2 low of 4 × 149, in data/sample/results-2026.csv.
        Assert.Contains("Xã Trung Lạc 090101 đã gửi 4 596 2,0% (1,2–3,5)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Diên Hà", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/districts/9999"), InlineData("/districts/GD"), InlineData("/districts/0904?round=GD-1999"), InlineData("/districts/090101")]
    public async Task An_unknown_area_or_round_is_not_found(string address)
    {
        var answer = await (await city.SignedIn(Roles.Board)).GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Không tìm thấy hoặc không thuộc phạm vi của bạn", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_lead_to_their_neighbours_in_administrative_order()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/districts/0902?lang=en");
        Assert.Contains("← Huyện An Khuê", page, StringComparison.Ordinal);
        Assert.Contains("Huyện Cẩm Sơn →", page, StringComparison.Ordinal);
    }
}
