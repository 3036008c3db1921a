using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class GroupRoundTests
{
    [Fact]
    public void A_group_is_the_sum_of_its_units()
    {
        var round = new GroupRound(8.5, [new(3, 5, 60), new(8, 10, 90)]);
        Assert.Equal(15, round.Low);
        Assert.Equal(150, round.Base);
        Assert.Equal(0.1, round.Share);
        Assert.Equal(8.5, round.Years);
    }

    [Fact]
    public void A_group_without_a_base_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GroupRound(0, []));

    [Fact]
    public void A_unit_with_a_base_of_0_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GroupRound(0, [new(1, 0, 0)]));

    [Fact]
    public void A_unit_given_twice_or_out_of_order_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GroupRound(0, [new(1, 0, 50), new(1, 2, 50)]));
        Assert.Throws<ArgumentException>(() => new GroupRound(0, [new(2, 0, 50), new(1, 2, 50)]));
    }
}
