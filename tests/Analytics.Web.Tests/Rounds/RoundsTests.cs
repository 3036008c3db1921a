using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Rounds;

[Collection(SampleCityCollection.Name)]
public class RoundsTests(SampleCity city)
{
    [Fact]
    public async Task Rounds_stand_apart_by_family_and_the_break_is_said_in_words()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/rounds");
        Assert.Contains("Có 10 đợt lấy phiếu, từ năm 2008 đến năm 2026.", page, StringComparison.Ordinal);
        Assert.Contains("Sau các đợt này đổi từ hai mức sang ba mức: không so sánh tỷ lệ thấp với nhóm trên.", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("năm 2024 01/12/2024", StringComparison.Ordinal) < page.IndexOf("Sau các đợt này", StringComparison.Ordinal));
        Assert.True(page.IndexOf("Sau các đợt này", StringComparison.Ordinal) < page.IndexOf("năm 2022 01/12/2022", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_round_follows_the_two_year_cycle() =>
        Assert.Contains("Đợt tiếp theo theo chu kỳ hai năm: cuối năm 2028.", await (await city.SignedIn(Roles.Auditor)).Read("/rounds"), StringComparison.Ordinal);

    [Fact]
    public async Task An_unfinished_round_says_how_many_units_beside_its_share()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/rounds");
        Assert.Contains("4,0% (3,4–4,6) (118/126 đơn vị)", page, StringComparison.Ordinal);
        Assert.Contains("hạn gửi 10/11/2026 quá hạn", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_as_data_has_a_row_for_each_round_by_date_with_its_counts()
    {
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/rounds");
        Assert.Equal(["GD-2008", "GD-2010", "GD-2012", "GD-2014", "GD-2016", "GD-2018", "GD-2020", "GD-2022", "GD-2024", "GD-2026"], rows.Select(r => r.Text("round")));
        // Counted from data/sample/results-2010.csv: 718 with a base, 6 exempt, one with half of the ballots or less.
        Assert.Equal((718, 6, 1, "front"), (rows[1].Int("officials"), rows[1].Int("left_out"), rows[1].Int("below_rule"), rows[1].Text("family")));
        Assert.Equal((126, 118, 2, "city"), (rows[9].Int("units_expected"), rows[9].Int("units_reported"), rows[9].Int("below_rule"), rows[9].Text("family")));
    }

    [Fact]
    public async Task In_English_every_word_of_the_page_is_English()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/rounds?lang=en");
        Assert.Contains("Next round by the two-year cycle: end of 2028.", page, StringComparison.Ordinal);
        Assert.Contains("Communes: conferences held by the Fatherland Front, two options, shares of ballots collected", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_no_results_finds_no_rounds() => Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Admin)).Status("/rounds"));
}
