using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class WilsonTests
{
    // prop.test(k, n, correct = FALSE)$conf.int in reference.R
    [Theory]
    [InlineData(4, 68, 0.023110765539635765, 0.14171688433101468)]
    [InlineData(81, 263, 0.25528851987827428, 0.36620957698280016)]
    public void The_interval_is_that_of_prop_test_without_correction(long low, long ballots, double lower, double upper)
    {
        var interval = Wilson.Of(low, ballots);
        Near.Relative(lower, interval.Lower);
        Near.Relative(upper, interval.Upper);
    }

    [Fact]
    public void No_low_ballot_starts_at_exactly_0_and_still_has_a_width()
    {
        var interval = Wilson.Of(0, 25);
        Assert.Equal(0, interval.Lower);
        Near.Relative(0.13319225093904843, interval.Upper);
    }

    [Fact]
    public void All_ballots_low_end_at_exactly_1()
    {
        var interval = Wilson.Of(25, 25);
        Near.Relative(0.86680774906095159, interval.Lower);
        Assert.Equal(1, interval.Upper);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void A_count_that_does_not_fit_its_base_is_a_mistake_of_the_caller(long low, long ballots) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Of(low, ballots));
}
