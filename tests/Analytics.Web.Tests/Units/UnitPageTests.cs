using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Units;

[Collection(SampleCityCollection.Name)]
public class UnitPageTests(SampleCity city)
{
    [Fact]
    public async Task The_latest_version_of_a_code_is_shown_and_another_at_its_date()
    {
        // data/sample/README.md: 090507 carries the code of an old commune elsewhere.
        var client = await city.SignedIn(Roles.Board);
        var latest = await client.Read("/units/090507");
        Assert.Contains("Xã Cẩm Thọ (mã 090507), từ ngày 01/07/2025, thuộc địa bàn Huyện Lam Điền.", latest, StringComparison.Ordinal);
        var before = await client.Read("/units/090507?at=2024-12-01");
        Assert.Contains("(mã 090507), đến hết ngày 30/06/2025, thuộc địa bàn Huyện Đại Phúc.", before, StringComparison.Ordinal);
        Assert.Contains("Các đơn vị đã dùng mã 090507", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_predecessors_votes_do_not_stand_on_a_successors_page()
    {
        var client = await city.SignedIn(Roles.Board);
        Assert.Equal(["GD-2026"], (await client.Rows("/units/091901")).Select(r => r.Text("round")).Distinct());
        Assert.DoesNotContain("GD-2026", (await client.Rows("/units/091901?at=2024-12-01")).Select(r => r.Text("round")));
    }

    [Fact]
    public async Task Posts_go_through_the_rounds_with_counts_breaks_and_other_holders_marked()
    {
        var client = await city.SignedIn(Roles.Board);
        var page = await client.Read("/units/091901?at=2024-12-01");
        Assert.Contains("2,0% (1/50)", page, StringComparison.Ordinal);
        Assert.Contains("người khác giữ chức danh", page, StringComparison.Ordinal);
        Assert.Contains("không so sánh với các đợt bên trái", page, StringComparison.Ordinal);
        var chairs = (await client.Rows("/units/091901?at=2024-12-01")).Where(r => r.Text("position") == "PC-CHAIR").ToDictionary(r => r.Text("round")!, r => r.Text("new_holder"));
        Assert.Equal("no", chairs["GD-2008"]);
        Assert.Equal("yes", chairs["GD-2016"]);
        Assert.Equal("no", chairs["GD-2018"]);
    }

    [Fact]
    public async Task Names_lead_to_the_officials_for_those_who_may_see_them_and_each_look_is_recorded()
    {
        var board = await city.SignedIn(Roles.Board);
        var html = await board.GetStringAsync("/units/091901", TestContext.Current.CancellationToken);
        Assert.Contains("Lương Bá Thịnh", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/officials/", html, StringComparison.Ordinal);
        var spooled = Directory.EnumerateFiles(city.Folder, "*", SearchOption.AllDirectories).Where(f => f.Contains("audit", StringComparison.OrdinalIgnoreCase))
            .Select(ReadShared).Concat(Stored()).ToList();
        Assert.Contains(spooled, text => text.Contains("/units/091901", StringComparison.Ordinal));
        Assert.DoesNotContain(spooled, text => text.Contains("Lương Bá Thịnh", StringComparison.Ordinal));
    }

    List<string> Stored()
    {
        using var db = city.Store.Open();
        return db.Audit.Select(a => a.Target).ToList();
    }

    static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task Somebody_without_names_sees_the_unit_and_its_lineage_but_nobody_in_it()
    {
        var page = await (await city.SignedIn(Roles.Auditor)).Read("/units/091901");
        Assert.Contains("Số liệu của từng đơn vị không thuộc phạm vi của tài khoản này.", page, StringComparison.Ordinal);
        Assert.Contains("hình thành từ Xã Xuân Quang 091307 nhập, toàn bộ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lương Bá Thịnh", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_holds_no_names()
    {
        var csv = await (await city.SignedIn(Roles.Board)).Csv("/units/091901?format=csv");
        Assert.Equal(5, csv.Count);
        Assert.DoesNotContain(csv, line => line.Contains("Lương Bá Thịnh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vacancy_and_an_exemption_are_neither_zero_nor_missing()
    {
        // data/sample/README.md: 090902 has a vacancy, 092401 somebody exempt, 090901 had no council in 2022.
        var client = await city.SignedIn(Roles.Board);
        Assert.Contains("Phó Chủ tịch HĐND khuyết", await client.Read("/units/090902"), StringComparison.Ordinal);
        Assert.Contains("không thuộc diện", await client.Read("/units/092401"), StringComparison.Ordinal);
        Assert.Contains("không tổ chức HĐND", await client.Read("/units/090901?at=2022-12-01"), StringComparison.Ordinal);
        Assert.Contains("chưa gửi", await client.Read("/units/090702"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_straddling_unit_names_its_former_areas_and_the_city_is_the_yardstick()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/units/091901");
        Assert.Contains("Đơn vị gồm đất của nhiều địa bàn cũ: Huyện Mỹ Khê, Huyện Quảng Diên.", page, StringComparison.Ordinal);
        Assert.Contains("4 người, tỷ lệ tín nhiệm thấp 11,3% (9,5–13,4); Thành phố Giả Định 4,0%.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/units/090101", 200), InlineData("/units/0901?at=2024-12-01", 200), InlineData("/units/090401", 404), InlineData("/units/0904?at=2024-12-01", 404), InlineData("/units/GD", 404)]
    public async Task A_local_viewer_opens_the_units_of_own_areas_only(string address, int status) =>
        Assert.Equal(status, (int)await (await city.SignedIn(Roles.Local)).Status(address));

    [Theory]
    [InlineData("/units/999999"), InlineData("/units/0901?at=2026-01-01"), InlineData("/units/091901?at=gestern"), InlineData("/units/091901?at=01/12/2024")]
    public async Task An_unknown_code_or_date_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Board)).Status(address));

    [Fact]
    public async Task An_area_as_a_unit_leads_to_its_results() =>
        Assert.Contains("Kết quả được tổng hợp theo địa bàn từ các xã, phường, thị trấn.", await (await city.SignedIn(Roles.Board)).Read("/units/0901?at=2024-12-01"), StringComparison.Ordinal);
}
