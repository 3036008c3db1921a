using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

/// <summary>The numbers are those of <c>svyratio</c> and <c>svytotal</c> of R's survey package, in reference.R.</summary>
public class ContrastTests
{
    static readonly GroupRound A = new(0, [new(1, 5, 60), new(2, 12, 100), new(3, 3, 45), new(5, 20, 180)]);
    static readonly GroupRound B = new(730 / 365.25, [new(1, 9, 62), new(2, 10, 95), new(4, 14, 80), new(5, 31, 200)]);
    static readonly GroupRound C = new(1826 / 365.25, [new(2, 15, 90), new(4, 18, 85), new(5, 30, 190)]);

    [Fact]
    public void A_share_has_the_interval_of_svyratio()
    {
        var share = Contrast.Share(A);
        Near.Relative(40 / 385.0, share.Share);
        Near.Relative(0.075890635538052822, share.Interval.Lower);
        Near.Relative(0.131901572254155, share.Interval.Upper);
    }

    [Fact]
    public void A_change_counts_units_of_either_round() =>
        Same(Contrast.Change(B, A), 0.042556985348747356, -0.0043404494126488072, 0.089454420110143512, 0.065393015473812349);

    [Fact]
    public void A_slope_is_least_squares_weighted_by_base() =>
        Same(Contrast.Slope([A, B, C])!.Value, 0.01336099664200684, 0.0033736740909415235, 0.023348319193072155, 0.020576325540790238);

    [Fact]
    public void A_slope_depends_neither_on_the_order_of_rounds_nor_on_the_day_years_are_counted_from()
    {
        GroupRound[] later = [new(C.Years + 2008, C.Units), new(A.Years + 2008, A.Units), new(B.Years + 2008, B.Units)];
        Near.Relative(0.01336099664200684, Contrast.Slope(later)!.Value.Value, 1e-12);
    }

    [Fact]
    public void A_slope_over_two_rounds_has_the_p_of_their_change()
    {
        var change = Contrast.Change(C, B);
        var slope = Contrast.Slope([B, C])!.Value;
        Near.Relative(change.P!.Value, slope.P!.Value, 1e-12);
        Near.Relative(change.Value / (C.Years - B.Years), slope.Value, 1e-12);
    }

    [Fact]
    public void One_round_or_rounds_of_one_day_have_no_slope()
    {
        Assert.Null(Contrast.Slope([]));
        Assert.Null(Contrast.Slope([A]));
        Assert.Null(Contrast.Slope([A, new GroupRound(0, B.Units)]));
    }

    [Fact]
    public void A_share_of_a_single_unit_takes_the_wilson_interval()
    {
        var share = Contrast.Share(new GroupRound(0, [new(7, 4, 68)]));
        Assert.Equal(new ShareEstimate(4 / 68.0, Wilson.Of(4, 68)), share);
    }

    [Fact]
    public void A_share_that_is_the_same_in_all_units_takes_the_wilson_interval()
    {
        // 13/90 leaves residuals of 1e-15 that are rounding, not spread
        var share = Contrast.Share(new GroupRound(0, [new(1, 13, 90), new(2, 26, 180), new(3, 65, 450)]));
        Assert.Equal(Wilson.Of(104, 720), share.Interval);
    }

    [Fact]
    public void The_interval_of_a_share_stays_between_0_and_1()
    {
        var low = Contrast.Share(new GroupRound(0, [new(1, 0, 60), new(2, 20, 60)]));
        var high = Contrast.Share(new GroupRound(0, [new(1, 60, 60), new(2, 40, 60)]));
        Assert.Equal(0, low.Interval.Lower);
        Assert.Equal(1, high.Interval.Upper);
    }

    [Fact]
    public void A_change_without_spread_has_a_value_but_neither_interval_nor_p()
    {
        var change = Contrast.Change(new GroupRound(2, [new(1, 9, 60)]), new GroupRound(0, [new(1, 3, 60)]));
        Near.Relative(0.1, change.Value);
        Assert.Null(change.Interval);
        Assert.Null(change.P);
        Assert.Null(Contrast.Slope([new(0, [new(1, 0, 50), new(2, 0, 40)]), new(2, [new(1, 0, 50)])])!.Value.P);
    }

    static void Same(ContrastEstimate actual, double value, double lower, double upper, double p)
    {
        Near.Relative(value, actual.Value, 1e-12);
        Near.Relative(lower, actual.Interval!.Value.Lower, 1e-12);
        Near.Relative(upper, actual.Interval!.Value.Upper, 1e-12);
        Near.Relative(p, actual.P!.Value, 1e-12);
    }
}
