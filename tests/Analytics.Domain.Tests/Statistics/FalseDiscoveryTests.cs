using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class FalseDiscoveryTests
{
    // p.adjust(p, "BH") in reference.R
    [Fact]
    public void The_q_values_are_those_of_p_adjust()
    {
        var q = FalseDiscovery.BenjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.8, 0.03]);
        double[] expected = [0.03, 0.048, 0.045, 0.03, 0.8, 0.045];
        Assert.Equal(expected.Length, q.Length);
        for (int i = 0; i < q.Length; i++) Near.Relative(expected[i], q[i]!.Value);
    }

    [Fact]
    public void A_group_without_p_gets_no_q_and_does_not_count_as_a_test()
    {
        var q = FalseDiscovery.BenjaminiHochberg([0.02, null, 0.001, null, 0.5]);
        Assert.Null(q[1]);
        Assert.Null(q[3]);
        Near.Relative(0.03, q[0]!.Value);
        Near.Relative(0.003, q[2]!.Value);
        Near.Relative(0.5, q[4]!.Value);
    }

    [Fact]
    public void A_single_test_keeps_its_p() => Assert.Equal([0.0417], FalseDiscovery.BenjaminiHochberg([0.0417]));

    [Fact]
    public void No_test_gives_no_answer() => Assert.Empty(FalseDiscovery.BenjaminiHochberg([]));
}
