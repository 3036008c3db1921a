using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Charts;

[Collection(SampleCityCollection.Name)]
public class DotsTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_of_areas_has_the_figures_of_the_page_s_data()
    {
        var client = await city.SignedIn(Roles.Board);
        var table = await ChartTables.Of(client, "/districts?round=GD-2026", "chart-dots");
        var rows = await client.Rows("/districts?round=GD-2026");
        Assert.Equal(rows.Select(r => (r.Text("name"), ChartTables.Count(r, "base"), ChartTables.Share(r, "low_share"), ChartTables.Interval(r, "low_lower", "low_upper"))), table.Select(r => ((string?)r[0], r[2], r[3], r[4])));
    }

    [Fact]
    public async Task The_table_of_units_has_the_figures_of_the_page_s_data()
    {
        var client = await city.SignedIn(Roles.Board);
        var table = await ChartTables.Of(client, "/districts/0904?round=GD-2026", "chart-dots");
        var rows = await client.Rows("/districts/0904?round=GD-2026&table=units");
        Assert.Equal(rows.Where(r => r.GetProperty("low_share").ValueKind == System.Text.Json.JsonValueKind.Number).Select(r => (r.Text("unit_name"), ChartTables.Count(r, "base"), ChartTables.Share(r, "low_share"))),
            table.Where(r => r[3].EndsWith('%')).Select(r => ((string?)r[0], r[2], r[3])));
    }

    [Fact]
    public async Task One_post_in_the_areas_is_compared_with_that_post_in_the_city()
    {
        var client = await city.SignedIn(Roles.Board);
        var table = await ChartTables.Of(client, "/positions/PPC-CHAIR?round=GD-2026", "chart-dots");
        var rows = await client.Rows("/positions/PPC-CHAIR?round=GD-2026&table=areas");
        Assert.Equal(rows.Select(r => (r.Text("name"), ChartTables.Share(r, "low_share"))), table.Select(r => ((string?)r[0], r[3])));
        var whole = (await client.Rows("/positions?round=GD-2026")).Single(r => r.Text("key") == "PPC-CHAIR");
        Assert.Contains($": {ChartTables.Share(whole, "low_share")}<", WebUtility.HtmlDecode(await client.GetStringAsync("/charts/dots.svg?round=GD-2026&position=PPC-CHAIR", Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/charts/dots.png?round=XX"), InlineData("/charts/dots.png?position=XX"), InlineData("/charts/dots.png?district=XX"), InlineData("/charts/dots.png?district=0904&position=PPC-CHAIR")]
    public async Task What_is_not_there_is_404(string address) => Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Board)).Status(address));

    [Fact]
    public async Task Whoever_does_not_see_units_has_no_picture_of_them_but_the_one_of_areas()
    {
        var auditor = await city.SignedIn(Roles.Auditor);
        Assert.Equal(HttpStatusCode.NotFound, await auditor.Status("/charts/dots.svg?district=0904"));
    }
}
