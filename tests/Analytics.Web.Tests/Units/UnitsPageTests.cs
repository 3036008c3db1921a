using System.Text.Json;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Units;

/// <summary>
/// The sample's units through the rounds. Figures within today's boundaries were counted in data/sample past the program: of 126 communes
/// 114 are made of whole ones only; six were divided on 1 July 2025 and have 215 results; all files together hold 6,995 results with 514,324 ballots, 29,396 of them low.
/// </summary>
[Collection(SampleCityCollection.Name)]
public class UnitsPageTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Within_todays_boundaries_the_page_says_how_many_series_are_complete_and_what_is_left_out()
    {
        var board = await city.SignedIn(Roles.Board);
        var page = await board.Read("/units?boundaries=today");
        Assert.Contains("Theo địa giới ngày 24/11/2026: 114/126 đơn vị có chuỗi số liệu đầy đủ. 06 đơn vị cũ đã chia hoặc không rõ đi đâu vẫn đứng tên riêng, với 215 kết quả không cộng vào đơn vị nào.", page, StringComparison.Ordinal);
        Assert.Contains("chuỗi chưa đầy đủ: có phần từ đơn vị đã chia", page, StringComparison.Ordinal);
        Assert.Contains("6,0% (29/484) gộp 02 đơn vị", page, StringComparison.Ordinal);
        Assert.Contains("không so sánh với các đợt bên trái", page, StringComparison.Ordinal);
        Assert.Contains("Within the boundaries of 24 November 2026: 114 of 126 units have a complete series.", await board.Read("/units?boundaries=today&lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_units_are_added_to_what_they_became()
    {
        var rows = (await (await city.SignedIn(Roles.Board)).Rows("/units?boundaries=today&district=0904")).Where(r => r.Text("unit") == "090401").ToDictionary(r => r.Text("round")!);
        Assert.Equal((25, 480, 2), (rows["GD-2008"].Int("low"), rows["GD-2008"].Int("base"), rows["GD-2008"].Int("units")));
        Assert.Equal((23, 624, 2), (rows["GD-2024"].Int("low"), rows["GD-2024"].Int("base"), rows["GD-2024"].Int("units")));
        Assert.Equal((51, 764, 1), (rows["GD-2026"].Int("low"), rows["GD-2026"].Int("base"), rows["GD-2026"].Int("units")));
    }

    static int Sum(IEnumerable<JsonElement> rows, string column) =>
        rows.Select(r => r.GetProperty(column)).Where(v => v.ValueKind == JsonValueKind.Number).Sum(v => v.GetInt32());

    [Fact]
    public async Task Whichever_boundaries_each_result_is_counted_once()
    {
        var board = await city.SignedIn(Roles.Board);
        var reported = await board.Rows("/units");
        var today = await board.Rows("/units?boundaries=today");
        foreach (var rows in new[] { reported, today })
        {
            Assert.Equal(6_995, rows.Sum(r => r.Int("officials") + r.Int("left_out")));
            Assert.Equal((514_324, 29_396), (Sum(rows, "base"), Sum(rows, "low")));
        }
        Assert.Equal(6, today.Where(r => r.Text("divided") == "yes").Select(r => r.Text("unit")).Distinct().Count());
        Assert.Equal(182, reported.Count(r => r.Text("round") == "GD-2008"));
    }

    [Fact]
    public async Task An_account_of_an_area_sees_its_own_units_and_one_without_units_sees_none()
    {
        var local = await (await city.SignedIn(Roles.Local)).Rows("/units?boundaries=today");
        Assert.All(local, r => Assert.Equal("0901", r.Text("district")));
        var auditor = await city.SignedIn(Roles.Auditor);
        Assert.DoesNotContain("<table", await auditor.GetStringAsync("/units", Ct), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await auditor.GetAsync("/units?format=csv", Ct)).StatusCode);
        Assert.Equal(404, (int)(await auditor.GetAsync("/units?boundaries=tomorrow", Ct)).StatusCode);
    }
}
