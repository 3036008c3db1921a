using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class IndependentDifferenceTests
{
    // Newcombe (1998), method 10, prints 0.0524 to 0.3339; all digits by R in reference.R.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.052431472402364926, 0.33387265403690586)]
    [InlineData(0, 10, 0, 20, -0.1611251580528193, 0.27753279986288915)]
    public void With_Wilson_intervals_it_is_Newcombes_method_10(long a, long ofA, long b, long ofB, double lower, double upper)
    {
        var interval = IndependentDifference.Of((double)a / ofA, Wilson.Of(a, ofA), (double)b / ofB, Wilson.Of(b, ofB));
        Near.Relative(lower, interval.Lower);
        Near.Relative(upper, interval.Upper);
    }

    [Fact]
    public void Turned_round_it_has_the_other_sign()
    {
        var (a, b) = (new Interval(0.07, 0.095), new Interval(0.03, 0.06));
        var (there, back) = (IndependentDifference.Of(0.08, a, 0.05, b), IndependentDifference.Of(0.05, b, 0.08, a));
        Near.Relative(0.015857864376269057, there.Lower);
        Near.Relative(0.055, there.Upper);
        Near.Relative(-there.Upper, back.Lower);
        Near.Relative(-there.Lower, back.Upper);
    }

    [Fact]
    public void Two_shares_that_are_surely_0_and_1_differ_by_exactly_1() =>
        Assert.Equal(new Interval(1, 1), IndependentDifference.Of(1, new(1, 1), 0, new(0, 0)));
}
