using Analytics.Domain.Access;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Tests.WhatIf;

/// <summary>
/// The sample's last round under other rules. Counted in data/sample/results-2026.csv past the program: 538 officials, 12 of them exempt, 2 at a
/// line; with half instead of two thirds and a fifth instead of half 4 would be, all on the stronger or another line than now.
/// </summary>
[Collection(SampleCityCollection.Name)]
public class WhatIfTests(SampleCity city)
{
    const string Address = "/rounds/GD-2026/what-if";
    const string Stricter = Address + "?regime=CITY-2026&sign=at-least&line=1/2&sign=more&line=20%25";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_lines_tell_who_would_stand_elsewhere_with_both_sums()
    {
        var board = await city.SignedIn(Roles.Board);
        var page = await board.Read(Stricter);
        Assert.Contains("04 trong 538 người sẽ khác: đến ngưỡng hiện có 2 người, theo giả định 4 người; thêm 2, bớt 0.", page, StringComparison.Ordinal);
        Assert.Contains("(ngưỡng 2): 91/168 > 1/2", page, StringComparison.Ordinal);
        Assert.Contains("(ngưỡng 1): 100/150 = 2/3", page, StringComparison.Ordinal);
        var rows = await board.Rows(Stricter);
        Assert.Equal([("none", "may-resign", 72, 145), ("none", "may-resign", 40, 136), ("may-resign", "dismissal", 91, 168)],
            rows.Where(r => r.Int("count") != 100).Select(r => (r.Text("standing")!, r.Text("other_standing")!, r.Int("other_count"), r.Int("other_base"))).OrderBy(r => r.Item1 == "none" ? 0 : 1).ThenByDescending(r => r.Item3));
    }

    [Fact]
    public async Task Nothing_is_saved()
    {
        var board = await city.SignedIn(Roles.Board);
        await board.Read(Stricter);
        Assert.Equal(2, (await board.Rows("/officials?round=GD-2026&standing=at-threshold")).Count);
        using var reader = city.Store.Read();
        Assert.Equal(2, reader.Db.ThresholdMarks.Count(m => m.RoundId == reader.Db.Rounds.Single(r => r.Code == "GD-2026").Id));
    }

    [Fact]
    public async Task A_base_the_minutes_do_not_give_leaves_everybody_undetermined_and_says_so()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read(Address + "?regime=NA-85");
        Assert.Contains("526 trong 538 người sẽ khác: đến ngưỡng hiện có 2 người, theo giả định 0 người; thêm 0, bớt 2.", page, StringComparison.Ordinal);
        Assert.Contains("526 người không có tổng số đại biểu nên chưa đủ căn cứ.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_in_force_changes_nobody_and_a_rule_that_does_not_cover_the_level_says_so()
    {
        var board = await city.SignedIn(Roles.Board);
        Assert.Contains("Chọn quy định, cơ sở tính hoặc ngưỡng khác", await board.Read(Address + "?regime=CITY-2026"), StringComparison.Ordinal);
        var page = await board.Read(Address + "?regime=NA-96");
        Assert.Contains("chức danh không thuộc diện của quy định này", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?regime=CITY-2026&line=3/2", "Ngưỡng phải là phân số"), InlineData("?regime=CITY-2026&line=x", "Ngưỡng phải là phân số"),
     InlineData("?regime=CITY-2026&sign=maybe", "Ngưỡng phải là phân số"), InlineData("?regime=CITY-2026&base=seats", "Ngưỡng phải là phân số"),
     InlineData("?regime=VFF-2007", "phiếu có số mức khác")]
    public async Task What_cannot_be_applied_is_told(string query, string message) =>
        Assert.Contains(message, await (await city.SignedIn(Roles.Board)).Read(Address + query), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_rule_is_not_there_and_an_area_sees_its_own()
    {
        var local = await city.SignedIn(Roles.Local);
        Assert.Equal(404, (int)(await local.GetAsync(Address + "?regime=NA-1", Ct)).StatusCode);
        Assert.Contains("trong 22 người", await local.Read(Address + "?regime=NA-85"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/2", 1, 2), InlineData(" 2 / 3 ", 2, 3), InlineData("55%", 55, 100), InlineData("1/1", 1, 1), InlineData("100%", 100, 100)]
    public void A_fraction_is_read(string text, int numerator, int denominator) => Assert.Equal((numerator, denominator), SupposedRule.Fraction(text));

    [Theory]
    [InlineData("0/2"), InlineData("3/2"), InlineData("1/0"), InlineData("-1/2"), InlineData("1/101"), InlineData("0%"), InlineData("101%"), InlineData("1,5/2"), InlineData(""), InlineData("1/2/3"), InlineData("99999999999/99999999999")]
    public void What_is_no_fraction_between_0_and_1_is_refused(string text) => Assert.Null(SupposedRule.Fraction(text));
}
