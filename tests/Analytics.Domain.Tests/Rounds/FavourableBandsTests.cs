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
        Assert.Equal(band, FavourableBands.Of(favourable, ballots));

    [Theory]
    // 66.66% rounds to 66.7 but is under two thirds of these ballots; 89.96% prints as 90.0.
    [InlineData(66_666, 100_000, 1), InlineData(66_667, 100_000, 2), InlineData(2_249, 2_500, 3), InlineData(1_999, 4_000, 0)]
    public void Integers_decide_and_not_rounded_percentages(int favourable, int ballots, int band) =>
        Assert.Equal(band, FavourableBands.Of(favourable, ballots));

    [Fact]
    public void Large_sums_do_not_overflow() => Assert.Equal(4, FavourableBands.Of(4_000_000_000, 4_000_000_000));

    [Fact]
    public void Without_a_base_there_is_no_band() => Assert.Throws<ArgumentOutOfRangeException>(() => FavourableBands.Of(0, 0));

    [Fact]
    public void Every_official_falls_into_exactly_one_band()
    {
        var counts = new int[FavourableBands.Count];
        for (var favourable = 0; favourable <= 120; favourable++) counts[FavourableBands.Of(favourable, 120)]++;
        Assert.Equal([60, 20, 16, 12, 13], counts);
    }
}
