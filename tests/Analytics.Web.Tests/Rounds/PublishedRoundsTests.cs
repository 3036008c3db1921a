namespace Analytics.Web.Tests.Rounds;

/// <summary>Real results as printed, most without the base their rule asks for. Counts were taken from the files by hand.</summary>
[Collection(PublishedCouncilsCollection.Name)]
public class PublishedRoundsTests(PublishedCouncils councils)
{
    [Theory]
    [InlineData("QH-2013", 14, "NA-35"), InlineData("QH-2014", 7, "NA-35"), InlineData("QH-2018", 15, "NA-85"), InlineData("QH-2023", 1, "NA-96")]
    public async Task Assembly_rounds_without_a_base_are_undetermined_and_never_zero(string round, int results, string regime)
    {
        var client = await councils.Board();
        var page = await client.Read("/rounds/" + round);
        Assert.Contains($"{results}/{results} kết quả chưa xác định được vì thiếu cơ sở tính tỷ lệ", page, StringComparison.Ordinal);
        Assert.Contains("Quy định " + regime, page, StringComparison.Ordinal);
        Assert.DoesNotContain("0,0%", page, StringComparison.Ordinal);
        var all = (await client.Rows($"/rounds/{round}?table=distribution")).Single(r => r.Text("position") is null);
        Assert.Equal((results, results), (all.Int("officials"), all.Int("undetermined")));
    }

    [Theory]
    [InlineData("HDND-2018", 8, 26, 3, 23), InlineData("HDND-2023", 4, 7, 4, 3)]
    public async Task A_round_of_several_provinces_is_told_by_province_and_not_pooled(string round, int cities, int results, int withBase, int undetermined)
    {
        var client = await councils.Board();
        var page = await client.Read("/rounds/" + round);
        Assert.Contains($"Đợt tổ chức ở {cities} tỉnh, thành phố; có {results} kết quả, trong đó {withBase} có cơ sở tính tỷ lệ, {undetermined} chưa xác định được", page, StringComparison.Ordinal);
        Assert.Contains("Không cộng chung tỷ lệ của các tỉnh, thành phố.", page, StringComparison.Ordinal);
        Assert.Equal(cities, (await client.Rows($"/rounds/{round}")).Count);
        Assert.Contains("không cộng chung phiếu của các tỉnh, thành phố theo chức danh", await client.Read("/positions?round=" + round), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hanoi_2023_is_counted_of_the_ballots_collected_and_the_others_stay_undetermined()
    {
        // 1, 0, 0 and 4 low of 88 ballots each.
        var client = await councils.Board();
        var hanoi = (await client.Rows("/rounds/HDND-2023?table=cities")).Single(r => r.Text("key") == "01");
        Assert.Equal((4, 352, 5, 346), (hanoi.Int("officials"), hanoi.Int("base"), hanoi.Int("low"), hanoi.Int("favourable")));
        Assert.Contains("Tỉnh Vĩnh Phúc 1 0 1 – – – chưa xác định", await client.Read("/rounds/HDND-2023"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rounds_of_other_levels_and_bases_stand_apart()
    {
        var page = await (await councils.Board()).Read("/rounds");
        Assert.Contains("Khác cấp tổ chức lấy phiếu: không so sánh với nhóm trên.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("chu kỳ hai năm", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_rounds_carry_no_mark_of_invented_figures() =>
        Assert.DoesNotContain("SỐ LIỆU GIẢ ĐỊNH", await (await councils.Board()).Read("/rounds/QH-2018"), StringComparison.Ordinal);

    [Fact]
    public async Task Rounds_above_commune_level_have_no_areas() =>
        Assert.Contains("Đợt này không có kết quả theo địa bàn", await (await councils.Board()).Read("/districts?round=HDND-2023"), StringComparison.Ordinal);

    [Fact]
    public async Task A_provinces_page_shows_its_posts_with_the_rounds_it_took_part_in()
    {
        var page = await (await councils.Board()).Read("/units/01?at=2023-12-01");
        Assert.Contains("4,5% (4/88)", page, StringComparison.Ordinal);
        Assert.Contains("thiếu cơ sở tính", page, StringComparison.Ordinal);
        Assert.Contains("không so sánh với các đợt bên trái", page, StringComparison.Ordinal);
    }
}
