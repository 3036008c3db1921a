using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class ComparisonSetTests
{
    static readonly int[] Bases = [60, 62, 58, 55, 70, 66, 61, 59, 64, 63];
    static readonly ComparisonSet Calm = Set(4, 6, 5, 3, 7, 5, 4, 6, 5, 15);
    static readonly ComparisonSet Scattered = Set(1, 20, 2, 15, 0, 9, 3, 18, 6, 30);

    // calm set in reference.R
    [Fact]
    public void Without_overdispersion_the_binomial_tail_decides()
    {
        Assert.False(Calm.Overdispersed);
        Near.Relative(0.097087378640776698, Calm.P0);
        Near.Relative(0.29953521989511661, Calm.Phi, 1e-12);
        Near.Relative(0.84629632481400596, Calm.FunnelP(4, 60), 1e-12);
        Near.Relative(0.00084664141766214876, Calm.FunnelP(15, 63), 1e-12);
    }

    // scattered set in reference.R
    [Fact]
    public void With_overdispersion_the_normal_tail_widened_by_phi_decides()
    {
        Assert.True(Scattered.Overdispersed);
        Near.Relative(0.16828478964401294, Scattered.P0);
        Near.Relative(7.22351765072922, Scattered.Phi, 1e-12);
        Near.Relative(0.87859649550792562, Scattered.FunnelP(1, 60), 1e-12);
        Near.Relative(0.0075380441838462202, Scattered.FunnelP(30, 63), 1e-12);
    }

    // both sets in reference.R
    [Fact]
    public void A_share_is_drawn_towards_the_pooled_one()
    {
        Near.Relative(0.015457113534082479, Calm.Rho, 1e-12);
        Near.Relative(0.082331400055833601, Calm.Shrunken(4, 60), 1e-12);
        Near.Relative(0.1774145504984215, Scattered.Rho, 1e-12);
        Near.Relative(0.45508339079710952, Scattered.Shrunken(30, 63), 1e-12);
    }

    [Theory]
    [InlineData(4, FunnelState.Usual)]
    [InlineData(13, FunnelState.Alert)]
    [InlineData(15, FunnelState.Alarm)]
    public void An_alarm_needs_stronger_grounds_than_an_alert(int low, FunnelState expected) =>
        Assert.Equal(expected, Calm.State(low, 63));

    [Fact]
    public void Ten_officials_give_a_quarter_of_an_alert_by_chance() => Near.Relative(0.25, Calm.ExpectedFalseAlerts);

    [Fact]
    public void A_set_rebuilt_from_its_stored_numbers_answers_the_same()
    {
        var stored = new ComparisonSet(Scattered.Officials, Scattered.P0, Scattered.Phi, Scattered.Rho, Scattered.Overdispersed);
        Assert.Equal(Scattered.FunnelP(18, 59), stored.FunnelP(18, 59));
        Assert.Equal(Scattered.Shrunken(18, 59), stored.Shrunken(18, 59));
    }

    [Fact]
    public void A_base_of_0_counts_as_missing()
    {
        Assert.Null(ComparisonSet.Of([(3, 0), (0, 0)]));
        Assert.Equal(ComparisonSet.Of([(3, 50), (5, 60)]), ComparisonSet.Of([(3, 50), (9, 0), (5, 60)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calm.FunnelP(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calm.Shrunken(0, 0));
    }

    [Fact]
    public void One_official_alone_has_nothing_to_be_compared_with()
    {
        var alone = ComparisonSet.Of([(40, 50)])!;
        Assert.Equal(1, alone.FunnelP(40, 50));
        Assert.Equal(FunnelState.Usual, alone.State(40, 50));
        Assert.Equal(0.8, alone.Shrunken(40, 50));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 1)]
    public void Where_nobody_or_everybody_voted_low_nobody_stands_out(int low, double p0)
    {
        var set = ComparisonSet.Of([(low, 50), (low, 50), (low, 50)])!;
        Assert.Equal(new ComparisonSet(3, p0, 0, 0, false), set);
        Assert.Equal(1, set.FunnelP(low, 50));
        Assert.Equal(p0, set.Shrunken(low, 50));
    }

    [Fact]
    public void Shares_closer_together_than_chance_are_drawn_in_wholly()
    {
        var set = ComparisonSet.Of([(5, 50), (6, 60), (7, 70)])!;
        Assert.Equal(0, set.Rho);
        Assert.Equal(0.1, set.Shrunken(7, 70));
    }

    [Fact]
    public void Shares_as_far_apart_as_can_be_keep_their_own()
    {
        var set = ComparisonSet.Of([(0, 50), (50, 50), (0, 50), (50, 50)])!;
        Assert.Equal(1, set.Rho);
        Assert.Equal(0.3, set.Shrunken(15, 50));
    }

    static ComparisonSet Set(params int[] low) => ComparisonSet.Of([.. low.Zip(Bases)])!;
}
