using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class QuantileTests
{
    // quantile(c(1, 2, 4, 8, 16, 32, 64), p, type = 7) in reference.R
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.6)]
    [InlineData(0.25, 3)]
    [InlineData(0.5, 8)]
    [InlineData(0.9, 44.8)]
    [InlineData(1, 64)]
    public void A_quantile_lies_between_its_neighbours_as_in_type_7(double at, double expected) =>
        Near.Relative(expected, Quantile.Type7([1, 2, 4, 8, 16, 32, 64], at));

    // quantile(c(1, 1, 1, 2, 4, 4, 8, 8, 8, 8), p, type = 7) in R
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1)]
    [InlineData(0.25, 1.25)]
    [InlineData(0.5, 4)]
    [InlineData(0.6, 5.6)]
    [InlineData(1, 8)]
    public void A_number_may_stand_for_several_equal_ones(double at, double expected) =>
        Near.Relative(expected, Quantile.Type7([1, 2, 4, 8], [3, 1, 2, 4], at));

    [Fact]
    public void Of_one_number_every_quantile_is_that_number() => Assert.Equal(7, Quantile.Type7([7], 0.9));
}
