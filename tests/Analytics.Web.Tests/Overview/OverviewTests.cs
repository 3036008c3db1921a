using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Overview;

/// <summary>The page everybody opens first, over the sample. Counts and shares were worked out from its files in pandas.</summary>
[Collection(SampleCityCollection.Name)]
public class OverviewTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_how_many_reported_where_confidence_is_low_and_what_changed()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/");
        Assert.Contains("118/126 đơn vị (93,7%) đã gửi kết quả; còn 08 đơn vị. Tỷ lệ phiếu tín nhiệm 94,5%, tín nhiệm thấp 4,0% (118/126 đơn vị)", page, StringComparison.Ordinal);
        Assert.Contains("Không chức danh nào thay đổi vượt mức đó.", page, StringComparison.Ordinal);
        Assert.Contains("2 đến ngưỡng xem xét theo quy định – Tạm áp dụng, chờ xác nhận", page, StringComparison.Ordinal);
        Assert.Contains("8 đơn vị quá hạn chưa gửi kết quả hạn gửi 10/11/2026", page, StringComparison.Ordinal);
        Assert.Contains("Huyện Diên Hà 9 8,1% tăng 3,3 điểm %", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_table_gives_the_counts_of_the_files_by_post()
    {
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/");
        Assert.Equal(
            [("PC-CHAIR", 113, 23450, 566, 22530), ("PC-VICE", 112, 23264, 678, 22231), ("PPC-CHAIR", 111, 23107, 1316, 21445), ("PPC-VICE", 190, 39655, 1814, 37247)],
            rows.Select(r => (r.Text("key")!, r.Int("officials"), r.Int("base"), r.Int("low"), r.Int("favourable"))));
    }

    [Fact]
    public async Task It_names_nobody()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/");
        var names = (await File.ReadAllLinesAsync(Path.Combine(ArchitectureTests.SolutionFolder(), "data", "sample", "results-2026.csv"), Ct)).Skip(1).Select(l => l.Split(',')[3]).Distinct().ToList();
        Assert.True(names.Count > 400);
        Assert.DoesNotContain(names, n => page.Contains(n, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_of_one_area_reads_its_figures_beside_the_citys_and_no_map_of_one_tile()
    {
        var client = await city.SignedIn(Roles.Local);
        var page = await client.Read("/?lang=en");
        Assert.Contains("118 of 126 units (93.7%) have reported", page, StringComparison.Ordinal);
        Assert.Contains("Results by area 1 area (district before 1 July 2025)", page, StringComparison.Ordinal);
        Assert.Contains("Huyện An Khuê 5 3.2%", page, StringComparison.Ordinal);
        var html = await client.GetStringAsync("/?lang=en", Ct);
        Assert.Contains("/charts/trend.png?round=GD-2026&amp;district=0901", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/charts/tiles", html, StringComparison.Ordinal);
        await client.GetAsync("/?lang=vi", Ct);
    }

    [Fact]
    public async Task Who_may_not_see_names_is_told_so_and_offered_no_list()
    {
        var client = await city.SignedIn(Roles.Auditor);
        Assert.Contains("cần quyền xem họ tên", await client.Read("/"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"/officials", await client.GetStringAsync("/", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_does_not_exist_is_not_found() =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Board)).Status("/?round=GD-2027"));
}
