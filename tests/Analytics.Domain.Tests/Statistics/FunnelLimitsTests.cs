using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class FunnelLimitsTests
{
    [Fact]
    public void Groups_that_lie_further_apart_than_chance_widen_the_limits_by_the_root_of_phi()
    {
        // Ten groups of 1000: alternately 20 and 60 low. p0 = 0.04, z = ±3.2275, φ = 10.4167 by hand: 400 / 38.4.
        var limits = FunnelLimits.Of([.. Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? 20 : 60, 1000))])!;
        Assert.Equal((0.04, 3.2275), (limits.Mean, Math.Round(limits.Widening, 4)));
    }

    [Fact]
    public void Groups_within_chance_leave_the_limits_as_they_are() =>
        Assert.Equal(new FunnelLimits(0.04, 1), FunnelLimits.Of([.. Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? 39 : 41, 1000))]));

    [Theory]
    // 0.04 ± 1.959964 × √(0.04 × 0.96 / 1000) = 2.785 % to 5.215 %; ± 3.090232 ×: 2.085 % to 5.915 %.
    [InlineData(52, FunnelPlace.Inside), InlineData(53, FunnelPlace.Outside95), InlineData(59, FunnelPlace.Outside95), InlineData(60, FunnelPlace.Outside998)]
    [InlineData(28, FunnelPlace.Inside), InlineData(27, FunnelPlace.Outside95), InlineData(21, FunnelPlace.Outside95), InlineData(20, FunnelPlace.Outside998)]
    public void A_group_lies_inside_or_outside_on_either_side(int low, FunnelPlace place) => Assert.Equal(place, new FunnelLimits(0.04, 1).PlaceOf(low, 1000));

    [Fact]
    public void Fewer_than_ten_groups_or_no_low_ballot_have_no_funnel()
    {
        Assert.Null(FunnelLimits.Of([.. Enumerable.Repeat((4, 100), 9)]));
        Assert.Null(FunnelLimits.Of([.. Enumerable.Repeat((0, 100), 10)]));
    }
}
