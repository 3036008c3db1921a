using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Charts;

namespace Analytics.Web.Tests.Analysis;

[Collection(SampleCityCollection.Name)]
public class AnalysisTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_differs_and_how_many_would_by_chance_alone_before_any_picture()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/analysis?round=GD-2026");
        var districts = await (await city.SignedIn(Roles.Board)).Read("/districts?round=GD-2026");
        Assert.Contains("Huyện Diên Hà (8,1%)", page, StringComparison.Ordinal);
        var chance = page[page.IndexOf("Xét riêng từng địa bàn", StringComparison.Ordinal)..];
        Assert.Contains(chance[..chance.IndexOf(';', StringComparison.Ordinal)], districts, StringComparison.Ordinal);
        Assert.Contains("Đợt chưa đủ đơn vị (118/126 đơn vị)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/analysis?round=GD-2026", "funnel change multiples"), InlineData("/analysis?round=GD-2026&position=PPC-CHAIR", "funnel change multiples")]
    [InlineData("/analysis?round=GD-2026&district=0904", "change multiples"), InlineData("/analysis?round=GD-2026&district=0904&position=PPC-CHAIR", "trend")]
    [InlineData("/analysis?round=GD-2024", "funnel multiples")]
    public async Task Each_choice_has_the_pictures_that_can_be_drawn_of_it(string address, string charts)
    {
        var html = await (await city.SignedIn(Roles.Board)).GetStringAsync(address, Ct);
        Assert.Equal(charts, string.Join(' ', html.Split("<figure class=\"chart chart-").Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)])));
    }

    [Fact]
    public async Task The_first_round_of_a_kind_is_not_joined_to_the_kind_before()
    {
        var client = await city.SignedIn(Roles.Board);
        Assert.Contains("hai loại phiếu khác nhau không được nối với nhau", await client.Read("/analysis?round=GD-2024"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await client.Status("/charts/change.png?round=GD-2024&before=GD-2022"));
        Assert.Equal(HttpStatusCode.NotFound, await client.Status("/charts/change.png?round=GD-2024"));
    }

    [Fact]
    public async Task Then_now_and_change_are_the_figures_of_the_two_rounds_data()
    {
        var client = await city.SignedIn(Roles.Board);
        var table = await ChartTables.Of(client, "/analysis?round=GD-2026", "chart-change");
        var (now, then) = (await client.Rows("/districts?round=GD-2026"), await client.Rows("/districts?round=GD-2024"));
        Assert.Equal(now.Select(r => (r.Text("name"), ChartTables.Share(then.Single(t => t.Text("key") == r.Text("key")), "low_share"), ChartTables.Share(r, "low_share"))), table.Select(r => ((string?)r[0], r[2], r[3])));
        // Past the program: change 0.0331 of 0904 in the JSON of the page.
        Assert.Equal(["tăng 3,3 điểm %", "tỷ lệ thấp tăng, vượt mức dao động ngẫu nhiên"], table.Single(r => r[0] == "Huyện Diên Hà")[4..]);
    }

    [Fact]
    public async Task A_change_over_several_rounds_is_shown_and_said_not_to_be_tested()
    {
        var svg = WebUtility.HtmlDecode(await (await city.SignedIn(Roles.Board)).GetStringAsync("/charts/change.svg?round=GD-2022&before=GD-2008", Ct));
        Assert.Contains("Chỉ thay đổi so với đợt liền trước mới được kiểm định", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("tăng rõ rệt", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_trends_have_the_shares_of_each_area_through_the_rounds()
    {
        var client = await city.SignedIn(Roles.Board);
        var row = (await ChartTables.Of(client, "/analysis?round=GD-2026", "chart-multiples")).Single(r => r[0] == "Huyện Diên Hà");
        Assert.Equal((await client.Rows("/districts/0904?round=GD-2026")).Select(r => ChartTables.Share(r, "low_share")), row.Skip(1));
    }

    [Fact]
    public async Task The_funnel_has_the_areas_of_the_page_s_data_and_names_no_person()
    {
        var client = await city.SignedIn(Roles.Board);
        var table = await ChartTables.Of(client, "/analysis?round=GD-2026", "chart-funnel");
        Assert.Equal((await client.Rows("/districts?round=GD-2026")).Select(r => (r.Text("name"), ChartTables.Count(r, "base"), ChartTables.Share(r, "low_share"))), table.Select(r => ((string?)r[0], r[2], r[3])));
        var outside = table.Where(r => r[5] == "ngoài giới hạn 99,8%").Select(r => $"{r[0]} ({r[3]})");
        Assert.Contains($"Ngoài giới hạn 99,8%: {string.Join(", ", outside)}.", await client.Read("/analysis?round=GD-2026"), StringComparison.Ordinal);
        Assert.All(table.Where(r => r[5].StartsWith("ngoài", StringComparison.Ordinal)), r => Assert.True(int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture) >= 5));
    }

    [Theory]
    [InlineData("/analysis?round=XX"), InlineData("/analysis?position=XX"), InlineData("/analysis?district=XX"), InlineData("/analysis?before=XX"), InlineData("/charts/funnel.png?district=0904"), InlineData("/charts/multiples.png?position=XX")]
    public async Task What_is_not_there_is_404(string address) => Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Board)).Status(address));

    [Theory]
    [InlineData("GD-2022", "GD-2008", "GD-2008"), InlineData("GD-2022", null, "GD-2020"), InlineData("GD-2020", "GD-2026", "GD-2018")]
    public async Task The_earlier_round_is_chosen_among_those_with_the_same_ballot_and_is_the_one_before_where_none_is(string round, string? asked, string before)
    {
        var html = await (await city.SignedIn(Roles.Board)).GetStringAsync($"/analysis?round={round}&before={asked}", Ct);
        var choices = html[html.IndexOf("id=\"filter-before\"", StringComparison.Ordinal)..];
        choices = choices[..choices.IndexOf("</select>", StringComparison.Ordinal)];
        Assert.Contains($"value=\"{before}\" selected=\"selected\"", choices, StringComparison.Ordinal);
        Assert.DoesNotContain(round, choices, StringComparison.Ordinal);
        Assert.Contains($"name=\"before\" value=\"{before}\"", html[html.IndexOf("id=\"change\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_areas_posts_and_the_round_lead_to_it()
    {
        var client = await city.SignedIn(Roles.Board);
        foreach (var address in new[] { "/districts?round=GD-2026", "/positions?round=GD-2026", "/rounds/GD-2026" })
            Assert.Contains("href=\"/analysis?round=GD-2026\"", await client.GetStringAsync(address, Ct), StringComparison.Ordinal);
    }
}

[Collection(PublishedCouncilsCollection.Name)]
public class AnalysisOfProvincesTests(PublishedCouncils councils)
{
    [Theory]
    [InlineData("HDND-2023"), InlineData("QH-2023")]
    public async Task A_round_without_areas_says_so(string round)
    {
        var client = await councils.Board();
        Assert.Equal(HttpStatusCode.OK, await client.Status("/analysis?round=" + round));
        Assert.Equal(HttpStatusCode.NotFound, await client.Status("/charts/funnel.png?round=" + round));
        Assert.Equal(HttpStatusCode.NotFound, await client.Status("/charts/dots.png?round=" + round));
    }
}
