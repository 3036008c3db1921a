using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class DirectionTests
{
    [Theory]
    [InlineData(0, null, null, "none")]
    [InlineData(1, null, null, "none")]
    [InlineData(2, 0.04, 0.0001, "unclear")]
    [InlineData(3, 0.01, 0.05, "early-rising")]
    [InlineData(3, -0.01, 0.05, "early-falling")]
    [InlineData(3, 0.01, 0.0501, "unclear")]
    [InlineData(4, 0.01, 0.05, "rising")]
    [InlineData(7, -0.01, 0.001, "falling")]
    [InlineData(4, -0.01, 0.0501, "unclear")]
    [InlineData(4, 0.01, null, "unclear")]
    [InlineData(4, null, null, "unclear")]
    public void Two_rounds_never_give_an_arrow_three_an_early_one_and_four_a_full_one(int rounds, double? slope, double? q, string expected) =>
        Assert.Equal(expected, Directions.Of(rounds, slope, q).Code());

    [Fact]
    public void A_direction_outside_the_named_ones_has_no_code() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Direction)6).Code());
}
