using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Rounds;

[Collection(SampleCityCollection.Name)]
public class RoundTests(SampleCity city)
{
    [Fact]
    public async Task A_round_says_first_who_reported_and_what_the_figures_support()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/rounds/GD-2026");
        Assert.Contains("118/126 đơn vị (93,7%) đã gửi kết quả; còn 08 đơn vị.", page, StringComparison.Ordinal);
        Assert.Contains("tín nhiệm thấp 4,0% (118/126 đơn vị); so với đợt năm 2024, tỷ lệ thấp tăng 0,6 điểm phần trăm, chưa vượt mức dao động ngẫu nhiên.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_have_not_reported_are_listed_with_how_late_they_are()
    {
        var client = await city.SignedIn(Roles.Board);
        Assert.Contains("Phường Liên Viên 090702 Quận Gia Thịnh 5 quá hạn 14 ngày", await client.Read("/rounds/GD-2026"), StringComparison.Ordinal);
        // data/sample/README.md lists the units that have not reported.
        var missing = await client.Rows("/rounds/GD-2026?table=missing");
        Assert.Equal(["090702", "091006", "091406", "091506", "091702", "092202", "092601", "092806"], missing.Select(r => r.Text("unit")));
        Assert.All(missing, r => Assert.Equal("yes", r.Text("overdue")));
    }

    [Fact]
    public async Task Bands_and_thresholds_by_post_are_those_counted_from_the_file()
    {
        // Counted with fractions from data/sample/results-2026.csv, outside this program.
        var rows = await (await city.SignedIn(Roles.Auditor)).Rows("/rounds/GD-2026?table=distribution");
        string Bands(string? post) => string.Join(' ', new[] { "under_50", "from_50", "from_two_thirds", "from_80", "from_90" }
            .Select(b => rows.Single(r => r.Text("position") == post).Int(b)));
        Assert.Equal("0 0 0 5 108", Bands("PC-CHAIR"));
        Assert.Equal("0 0 0 6 106", Bands("PC-VICE"));
        Assert.Equal("1 0 1 25 84", Bands("PPC-CHAIR"));
        Assert.Equal("1 1 1 24 163", Bands("PPC-VICE"));
        Assert.Equal("2 1 2 60 461", Bands(null));
        Assert.Equal((1, 0), (rows.Single(r => r.Text("position") == "PPC-CHAIR").Int("dismissal"), rows.Single(r => r.Text("position") == "PPC-CHAIR").Int("may_resign")));
        Assert.Equal((0, 1), (rows.Single(r => r.Text("position") == "PPC-VICE").Int("dismissal"), rows.Single(r => r.Text("position") == "PPC-VICE").Int("may_resign")));
    }

    [Theory]
    [InlineData("GD-2008"), InlineData("GD-2022"), InlineData("GD-2026")]
    public async Task Bands_add_up_to_those_with_a_base_and_posts_to_all(string round)
    {
        var rows = await (await city.SignedIn(Roles.Board)).Rows($"/rounds/{round}?table=distribution");
        string[] bands = ["under_50", "from_50", "from_two_thirds", "from_80", "from_90"];
        Assert.All(rows, r => Assert.Equal(r.Int("officials") - r.Int("exempt") - r.Int("undetermined"), bands.Sum(b => r.Int(b))));
        var all = rows.Single(r => r.Text("position") is null);
        foreach (var column in bands.Append("officials").Append("exempt").Append("none"))
            Assert.Equal(all.Int(column), rows.Where(r => r.Text("position") is not null).Sum(r => r.Int(column)));
    }

    [Fact]
    public async Task The_rule_is_quoted_with_how_sure_it_is_and_no_name_stands_beside_a_threshold()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/rounds/GD-2026");
        Assert.Contains("phiếu tín nhiệm thấp quá 1/2 số phiếu thu về: có thể xin từ chức", page, StringComparison.Ordinal);
        Assert.Contains("Quy định CITY-2026 – Tạm áp dụng, chờ xác nhận", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/officials/", page, StringComparison.Ordinal);
    }

    // 111 chairs in R: winsorised phi 6.30, rho by moments 0.0801, of which 94.8 % of the spread is real.
    [Theory]
    [InlineData("/rounds/GD-2026", "Chủ tịch UBND: ")]
    [InlineData("/positions/PPC-CHAIR?round=GD-2026", "")]
    public async Task What_part_of_the_differences_between_officials_of_a_post_is_real_is_said(string address, string before) => Assert.Contains(
        before + "Mức phân tán tỷ lệ thấp giữa 111 người gấp 6,3 lần mức do ngẫu nhiên gây ra (φ = 6,3, đã bớt ảnh hưởng của những trường hợp cá biệt). Khoảng 95% mức phân tán giữa mọi người là khác biệt thật",
        await (await city.SignedIn(Roles.Board)).Read(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/", "chỉ do dao động ngẫu nhiên cũng có khoảng 01 địa bàn trông như khác biệt")]
    [InlineData("/", "chỉ do dao động ngẫu nhiên có chưa đến 01 chức danh trông như khác biệt")]
    [InlineData("/rounds/GD-2026", "chỉ do dao động ngẫu nhiên có chưa đến 01 chức danh trông như khác biệt")]
    [InlineData("/positions/PPC-CHAIR?round=GD-2026", "trong những xu hướng được nêu, khoảng 5% có thể chỉ do dao động ngẫu nhiên")]
    [InlineData("/officials?round=GD-2026&page=2", "trường hợp có thể chỉ do dao động ngẫu nhiên; mức này không nêu tên ai")]
    public async Task Beside_what_is_called_beyond_chance_stands_how_much_chance_gives(string address, string said) =>
        Assert.Contains(said, await (await city.SignedIn(Roles.Board)).Read(address), StringComparison.Ordinal);

    [Fact]
    public async Task Rounds_lead_to_those_before_and_after_and_the_picker_to_the_one_picked()
    {
        var client = await city.SignedIn(Roles.Board);
        var page = await client.Read("/rounds/GD-2024");
        Assert.Contains("← Đợt lấy phiếu tín nhiệm năm 2022", page, StringComparison.Ordinal);
        Assert.Contains("Đợt lấy phiếu tín nhiệm năm 2026 →", page, StringComparison.Ordinal);
        var picked = await client.GetAsync("/rounds/GD-2024?round=GD-2026", TestContext.Current.CancellationToken);
        Assert.Equal("/rounds/GD-2026", picked.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_local_viewer_sees_the_citys_round_by_post_but_areas_only_of_their_own()
    {
        var local = await city.SignedIn(Roles.Local);
        Assert.Contains("Thành phố Giả Định 526 109.476 94,5% 4,0% (3,4–4,6)", await local.Read("/rounds/GD-2026"), StringComparison.Ordinal);
        var html = await local.GetStringAsync("/charts/heatmap.svg?round=GD-2026", TestContext.Current.CancellationToken);
        Assert.Contains("An Khuê", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Diên Hà", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rounds/GD-1999"), InlineData("/rounds/GD-2026?format=exe"), InlineData("/rounds/GD-1999?format=csv")]
    public async Task An_unknown_round_or_format_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Board)).Status(address));
}
