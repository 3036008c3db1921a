using System.Diagnostics;
using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Districts;

[Collection(SampleCityCollection.Name)]
public class DistrictsTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Areas_that_differ_or_changed_beyond_chance_are_named_and_chance_finds_are_told()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/districts?round=GD-2026");
        Assert.Contains("So sánh 19 địa bàn có từ 05 đơn vị trở lên: tỷ lệ thấp cao hơn mức chung ở Huyện Diên Hà (8,1%), Huyện Vân Trì (6,7%)", page, StringComparison.Ordinal);
        Assert.Contains("So với đợt trước, tỷ lệ thấp tăng ở Huyện Diên Hà (8,1%); tỷ lệ thấp giảm ở Quận Tam Giang (1,3%), vượt mức dao động ngẫu nhiên.", page, StringComparison.Ordinal);
        Assert.Contains("trong 19 địa bàn, chỉ do dao động ngẫu nhiên cũng có khoảng 01 địa bàn trông như khác biệt", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_stand_in_administrative_order_and_few_units_are_not_compared()
    {
        var client = await city.SignedIn(Roles.Board);
        Assert.Equal(Enumerable.Range(901, 30).Select(n => "0" + n), (await client.Rows("/districts?round=GD-2026")).Select(r => r.Text("key")));
        Assert.Contains("Huyện Bình Lăng 2/2 10 2.685 93,9% 4,4% (0,0–22,7) – ít đơn vị, không so sánh –", await client.Read("/districts?round=GD-2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sorting_by_name_follows_the_Vietnamese_alphabet_without_the_kind_word()
    {
        var names = (await (await city.SignedIn(Roles.Board)).Rows("/districts?round=GD-2026&sort=name")).Select(r => r.Text("name")).ToList();
        Assert.Equal("Huyện An Khuê", names[0]);
        // Đ is a letter of its own, after D.
        Assert.True(names.IndexOf("Huyện Diên Hà") < names.IndexOf("Huyện Đại Phúc"));
        Assert.True(names.IndexOf("Quận Gia Thịnh") < names.IndexOf("Quận Hạ Liên"));
        Assert.True(names.IndexOf("Thị xã Vĩnh Thọ") < names.IndexOf("Huyện Yên Hòa"));
    }

    [Theory]
    [InlineData("low", "low_share"), InlineData("change", "change")]
    public async Task Sorting_by_a_figure_puts_the_highest_first_and_the_too_few_last(string sort, string column)
    {
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/districts?round=GD-2026&sort=" + sort);
        var compared = rows.TakeWhile(r => r.Int("units") >= 5).ToList();
        Assert.Equal(19, compared.Count);
        Assert.All(rows.Skip(19), r => Assert.True(r.Int("units") < 5));
        var figures = compared.Select(r => r.GetProperty(column).GetDouble()).ToList();
        Assert.Equal(figures.OrderDescending(), figures);
    }

    [Fact]
    public async Task The_download_equals_what_the_command_line_prints()
    {
        var client = await city.SignedIn(Roles.Board);
        foreach (var (address, by) in new[] { ("/districts?round=GD-2026&format=csv", "district"), ("/positions?round=GD-2026&format=csv", "position") })
            Assert.Equal(await CommandLine("trends", "--by", by, "--round", "GD-2026", "--format", "csv"), await client.Csv(address));
    }

    async Task<List<string>> CommandLine(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll"), .. arguments, "--db", city.StoreSetting]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command line did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
        return output.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')).ToList();
    }

    [Fact]
    public async Task A_local_viewer_sees_own_areas_and_the_citys_share_as_yardstick()
    {
        var local = await city.SignedIn(Roles.Local);
        Assert.Equal(["0901"], (await local.Rows("/districts?round=GD-2026")).Select(r => r.Text("key")));
        var page = await local.Read("/districts?round=GD-2026");
        Assert.Contains("Thành phố Giả Định: tín nhiệm 94,5%, tín nhiệm thấp 4,0% (118/126 đơn vị).", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Diên Hà", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/districts?round=GD-1999", Roles.Board), InlineData("/districts", Roles.Admin), InlineData("/districts?format=pdf", Roles.Board)]
    public async Task What_does_not_exist_or_may_not_be_seen_is_not_found(string address, string role) =>
        Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(role)).Status(address));

    [Fact]
    public async Task Without_any_round_the_page_says_so()
    {
        using var empty = new TestHost();
        Assert.Contains("Chưa có đợt lấy phiếu nào", await (await empty.SignedIn(Roles.Board)).Read("/districts"), StringComparison.Ordinal);
    }
}
