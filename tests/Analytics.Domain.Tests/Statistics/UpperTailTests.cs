using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class UpperTailTests
{
    // pnorm(z, lower.tail = FALSE) in reference.R
    [Theory]
    [InlineData(-8, 0.99999999999999933)]
    [InlineData(-3, 0.9986501019683699)]
    [InlineData(-1, 0.84134474606854293)]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.30853753872598694)]
    [InlineData(1, 0.15865525393145705)]
    [InlineData(1.96, 0.024997895148220428)]
    [InlineData(2.49, 0.006387154764943173)]
    [InlineData(2.5, 0.0062096653257761349)]
    [InlineData(3.1, 0.00096760321321835631)]
    [InlineData(6, 9.8658764503769809e-10)]
    [InlineData(12, 1.776482112077679e-33)]
    [InlineData(30, 4.9067139271481872e-198)]
    public void The_normal_tail_is_that_of_pnorm(double z, double expected) =>
        Near.Relative(expected, UpperTail.Normal(z));

    // pbinom(k - 1, n, p, lower.tail = FALSE) in reference.R
    [Theory]
    [InlineData(5, 68, 0.08, 0.64260100686670685)]
    [InlineData(1, 45, 0.07, 0.96182907495191783)]
    [InlineData(40, 90, 0.1, 3.5655371900220399e-17)]
    [InlineData(700, 1000, 0.6, 3.1499459284720568e-11)]
    [InlineData(550, 1000, 0.6, 0.9994063969170186)]
    public void The_binomial_tail_is_that_of_pbinom(int k, int n, double p, double expected) =>
        Near.Relative(expected, UpperTail.Binomial(k, n, p), 1e-12);

    [Fact]
    public void Nine_or_more_heads_of_ten_are_11_of_1024() =>
        Near.Relative(11 / 1024.0, UpperTail.Binomial(9, 10, 0.5));

    [Fact]
    public void None_or_more_is_certain() => Assert.Equal(1, UpperTail.Binomial(0, 60, 0.1));

    [Fact]
    public void More_than_all_is_impossible() => Assert.Equal(0, UpperTail.Binomial(61, 60, 0.1));

    [Fact]
    public void A_tail_below_the_smallest_number_is_0() => Assert.Equal(0, UpperTail.Binomial(300, 300, 0.01));
}
