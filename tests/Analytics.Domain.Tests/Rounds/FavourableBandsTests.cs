using Analytics.Domain.Rounds;

namespace Analytics.Domain.Tests.Rounds;

public class FavourableBandsTests
{
    [Theory]
    [InlineData(0, 60, 0), InlineData(29, 60, 0)]
    [InlineData(30, 60, 1), InlineData(39, 60, 1)]
    [InlineData(40, 60, 2), InlineData(47, 60, 2)]
    [InlineData(48, 60, 3), InlineData(53, 60, 3)]
    [InlineData(54, 60, 4), InlineData(60, 60, 4)]
    public void An_edge_belongs_to_the_band_above_it(int favourable, int ballots, int band) =>
        Assert.Equal(band, FavourableBands.Usual.Of(favourable, ballots));

    [Theory]
    // 66.66% rounds to 66.7 but is under two thirds of these ballots; 89.96% prints as 90.0.
    [InlineData(66_666, 100_000, 1), InlineData(66_667, 100_000, 2), InlineData(2_249, 2_500, 3), InlineData(1_999, 4_000, 0)]
    public void Integers_decide_and_not_rounded_percentages(int favourable, int ballots, int band) =>
        Assert.Equal(band, FavourableBands.Usual.Of(favourable, ballots));

    [Fact]
    public void Large_sums_do_not_overflow() => Assert.Equal(4, FavourableBands.Usual.Of(4_000_000_000, 4_000_000_000));

    [Fact]
    public void Without_a_base_there_is_no_band() => Assert.Throws<ArgumentOutOfRangeException>(() => FavourableBands.Usual.Of(0, 0));

    [Fact]
    public void Every_official_falls_into_exactly_one_band()
    {
        var counts = new int[FavourableBands.Usual.Count];
        for (var favourable = 0; favourable <= 120; favourable++) counts[FavourableBands.Usual.Of(favourable, 120)]++;
        Assert.Equal([60, 20, 16, 12, 13], counts);
    }

    [Theory]
    [InlineData("50; 2/3; 80; 90", "50; 2/3; 80; 90", "under_50 from_50 from_two_thirds from_80 from_90")]
    [InlineData("50%, 75%", "50; 75", "under_50 from_50 from_75")]
    [InlineData("3/4", "75", "under_75 from_75")]
    [InlineData("1/3 1/2", "1/3; 50", "under_1_3 from_1_3 from_50")]
    public void Edges_are_whole_percentages_or_fractions(string typed, string kept, string keys)
    {
        var bands = FavourableBands.Parse(typed)!;
        Assert.Equal((kept, keys), (bands.ToString(), string.Join(' ', bands.Keys)));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("90; 80"), InlineData("50; 50"), InlineData("0"), InlineData("100"), InlineData("3/2"), InlineData("50,5"), InlineData("-50"), InlineData("1/0"), InlineData("năm mươi"), InlineData("10; 20; 30; 40; 50")]
    public void What_does_not_rise_within_0_and_100_percent_is_no_list_of_edges(string? typed) => Assert.Null(FavourableBands.Parse(typed));
}
