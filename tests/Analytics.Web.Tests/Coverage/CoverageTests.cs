using System.Net;
using Analytics.Domain.Access;
using MiniExcelLibs;

namespace Analytics.Web.Tests.Coverage;

/// <summary>
/// Progress of the sample's last round on 24 November 2026: 126 units, of which data/sample/steps.csv, roster.csv and results-2026.csv
/// say 122 planned, 121 sent reviews, 120 voted and 118 sent their minutes; counted in the files past the program.
/// </summary>
[Collection(SampleCityCollection.Name)]
public class CoverageTests(SampleCity city)
{
    const string Page = "/coverage?round=GD-2026";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_how_many_have_sent_their_minutes_how_many_are_overdue_and_who_is_silent()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read(Page);
        Assert.Contains("118/126 đơn vị (93,7%) đã gửi biên bản; còn 08 đơn vị chưa gửi. 08 đơn vị đang quá hạn ở một bước. 08 đơn vị im lặng lâu hơn thường lệ.", page, StringComparison.Ordinal);
        Assert.Contains("Ấn định ngày hội nghị – 122/126 96,8%", page, StringComparison.Ordinal);
        Assert.Contains("Gửi bản kiểm điểm – 121/126 96,0%", page, StringComparison.Ordinal);
        // Not held: 090702, 091006, 091406, 091506, 092202, 092601. Held and not sent: 091702, 092806.
        Assert.Contains("Tổ chức hội nghị 31/10/2026 120/126 95,2% 6", page, StringComparison.Ordinal);
        Assert.Contains("Nhận biên bản, báo cáo 10/11/2026 118/126 93,7% 2", page, StringComparison.Ordinal);
        Assert.Contains("Đối chiếu biên bản – 0/126 0,0%", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_English()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read(Page + "&lang=en");
        Assert.Contains("118/126 units (93.7%) have sent their minutes; 8 have not. 8 units are overdue with a step.", page, StringComparison.Ordinal);
        Assert.Contains("Minutes received 10 Nov 2026 118/126 93.7% 2", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_round_says_that_all_have_sent_theirs() =>
        Assert.Contains("Cả 182/182 đơn vị đã gửi biên bản.", await (await city.SignedIn(Roles.Board)).Read("/coverage?round=GD-2024"), StringComparison.Ordinal);

    [Fact]
    public async Task Overdue_units_come_first_and_the_longest_overdue_before_the_others()
    {
        var board = await city.SignedIn(Roles.Board);
        var rows = await board.Rows(Page);
        Assert.Equal(126, rows.Count);
        Assert.Equal(["090702", "091006", "091406", "091506", "092202", "092601", "091702", "092806"], rows.Take(8).Select(r => r.Text("unit")));
        // 31 October to 24 November, 10 November to 24 November.
        Assert.Equal([("conference", 24), ("conference", 24), ("conference", 24), ("conference", 24), ("conference", 24), ("conference", 24), ("minutes", 14), ("minutes", 14)],
            rows.Take(8).Select(r => (r.Text("overdue_step")!, r.Int("overdue_days"))));
        Assert.All(rows.Skip(8), r => Assert.Null(r.Text("overdue_step")));
        var byUnit = (await board.Rows(Page + "&sort=unit")).Select(r => r.Text("district") + r.Text("unit")).ToList();
        Assert.Equal(byUnit.Order(StringComparer.Ordinal), byUnit);
    }

    [Theory]
    [InlineData("overdue", 8), InlineData("missing", 8), InlineData("silent", 8), InlineData("partial", 0), InlineData("none", 4), InlineData("planned", 1), InlineData("self-review", 1)]
    [InlineData("conference", 2), InlineData("minutes", 0), InlineData("loaded", 118), InlineData("verified", 0), InlineData("not-due", 0)]
    public async Task A_state_shows_the_units_in_it_and_their_number_stands_in_the_choice(string state, int units)
    {
        var board = await city.SignedIn(Roles.Board);
        Assert.Equal(units, (await board.Rows($"{Page}&state={state}")).Count);
        Assert.Contains($"<option value=\"{state}\">", await board.GetStringAsync(Page, Ct), StringComparison.Ordinal);
        Assert.Contains($"({units})", await board.Read(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_shows_its_units_and_filters_go_together()
    {
        var board = await city.SignedIn(Roles.Board);
        Assert.Equal(["0909"], (await board.Rows(Page + "&district=0909")).Select(r => r.Text("district")).Distinct());
        Assert.Empty(await board.Rows(Page + "&district=0901&state=overdue"));
        var page = await board.Read(Page + "&district=0901&state=overdue");
        Assert.Contains("118/126 đơn vị", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_table_has_fifty_units_and_the_last_one_the_rest()
    {
        var board = await city.SignedIn(Roles.Board);
        async Task<int> On(int page) => (await board.GetStringAsync($"{Page}&page={page}", Ct)).Split("name=\"units\"").Length - 1;
        Assert.Equal((50, 50, 26, 26), (await On(1), await On(2), await On(3), await On(9)));
        Assert.Contains("Trang 1/3", await board.Read(Page), StringComparison.Ordinal);
    }

    [Theory, InlineData("&state=hidden"), InlineData("&sort=worst"), InlineData("x")]
    public async Task An_unknown_state_order_or_round_is_not_found(string more) => Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Board)).Status(Page + more));

    [Fact]
    public async Task The_table_is_csv_xlsx_and_json_with_a_day_for_each_step_and_the_mark_of_the_sample()
    {
        var board = await city.SignedIn(Roles.Board);
        var csv = await board.Csv(Page + "&format=csv&state=conference");
        Assert.Contains(csv, l => l.StartsWith("unit,unit_name,district,reporting_body,expected,due,not_due,no_council,results,verified,planned_on,self_review_on,conference_on,minutes_on,loaded_on,verified_on,reached,overdue_step,overdue_days", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("091702,", StringComparison.Ordinal) && l.Contains(",2026-10-24,2026-10-11,2026-10-25,,,,conference,minutes,14", StringComparison.Ordinal));
        var answer = await board.GetAsync(Page + "&format=xlsx&state=conference", Ct);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("sample-coverage-gd-2026-", answer.Content.Headers.ContentDisposition?.FileName ?? answer.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        await using var book = await answer.Content.ReadAsStreamAsync(Ct);
        Assert.Contains(book.Query(useHeaderRow: false).SelectMany(r => ((IDictionary<string, object>)r).Values), v => v is "091702");
    }

    [Fact]
    public async Task An_area_sees_its_own_units_only_in_lead_table_and_curve()
    {
        var local = await city.SignedIn(Roles.Local);
        Assert.Contains("Cả 5/5 đơn vị đã gửi biên bản.", await local.Read(Page), StringComparison.Ordinal);
        Assert.Equal(["0901"], (await local.Rows(Page)).Select(r => r.Text("district")).Distinct());
        Assert.Empty(await local.Rows(Page + "&district=0902"));
        Assert.Equal(HttpStatusCode.OK, await local.Status("/coverage/GD-2026/090101"));
        Assert.Equal(HttpStatusCode.NotFound, await local.Status("/coverage/GD-2026/090702"));
        var curve = await local.GetStringAsync("/charts/progress.svg?round=GD-2026", Ct);
        Assert.All(["5/5 đơn vị", "chỉ gồm: Huyện An Khuê"], said => Assert.Contains(said, curve, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, await local.Status("/charts/coverage-tiles.svg?round=GD-2026"));
    }

    [Fact]
    public async Task An_auditor_sees_the_days_and_neither_who_wrote_them_down_nor_a_form()
    {
        var auditor = await city.SignedIn(Roles.Auditor);
        foreach (var address in new[] { Page, "/coverage/GD-2026/090101", "/coverage/GD-2026/090101?lang=en", "/coverage/GD-2026/090101?format=json" })
        {
            var page = await auditor.GetStringAsync(address, Ct);
            // A chart may be asked for as a picture.
            var written = System.Text.RegularExpressions.Regex.Replace(page, "<details class=\"download\">.*?</details>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
            Assert.DoesNotContain("<button type=\"submit\">", written, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"units\"", page, StringComparison.Ordinal);
            // Their own name stands in the header of the page.
            Assert.DoesNotContain("@example.org", page.Replace("auditor@example.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("title=\"sample", page, StringComparison.Ordinal);
        }
        Assert.Contains("10/10/2026 từ tệp được nạp, ", await auditor.Read("/coverage/GD-2026/090101?lang=vi"), StringComparison.Ordinal);
        Assert.All(await auditor.Rows("/coverage/GD-2026/090101"), r => Assert.Null(r.Text("by")));
        Assert.All(await (await city.SignedIn(Roles.Board)).Rows("/coverage/GD-2026/090101"), r => Assert.NotNull(r.Text("by")));
    }

    [Fact]
    public async Task A_unit_has_its_steps_with_day_and_origin()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/coverage/GD-2026/091702");
        Assert.Contains("Quá hạn 14 ngày: chưa gửi biên bản, báo cáo, hạn 10/11/2026. Đơn vị im lặng lâu hơn thường lệ.", page, StringComparison.Ordinal);
        Assert.Contains("Tổ chức hội nghị 31/10/2026 25/10/2026 từ tệp do", page, StringComparison.Ordinal);
        Assert.Contains("! quá hạn", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_known_on_an_earlier_day_is_not_there()
    {
        var board = await city.SignedIn(Roles.Board);
        // The sample is loaded on the 24th.
        var page = await board.Read(Page + "&as-of=2026-11-12");
        Assert.Contains("0/126 đơn vị (0,0%) đã gửi biên bản; còn 126 đơn vị chưa gửi.", page, StringComparison.Ordinal);
        var html = await board.GetStringAsync(Page + "&as-of=2026-11-12", Ct);
        Assert.DoesNotContain("name=\"units\"", html, StringComparison.Ordinal);
        Assert.Contains("/charts/progress.png?round=GD-2026&amp;download=1&amp;as-of=2026-11-12", html, StringComparison.Ordinal);
        var chart = await board.GetStringAsync("/charts/progress.svg?round=GD-2026&as-of=2026-11-12", Ct);
        Assert.Contains("Đến 12/11/2026 (sau hạn cuối 02 ngày), 0/126 đơn vị (0,0%) đã gửi biên bản.", chart, StringComparison.Ordinal);
        Assert.Contains("không vẽ đợt 2024, 2022, 2020, 2018: chưa biết ngày nhận", chart, StringComparison.Ordinal);
    }
}
