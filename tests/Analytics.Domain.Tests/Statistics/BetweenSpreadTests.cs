using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class BetweenSpreadTests
{
    // glm(family = quasibinomial) and base arithmetic: "units far apart" in reference.R
    [Fact]
    public void Units_far_apart_have_the_dispersion_of_a_quasibinomial_glm()
    {
        var spread = BetweenSpread.Of([(14, 240), (5, 180), (31, 236), (9, 244), (22, 232), (3, 176), (18, 240)])!;
        Assert.Equal(7, spread.Members);
        Near.Relative(221.14285714285714, spread.MeanBase, 1e-12);
        Near.Relative(5.7567751505862121, spread.Phi, 1e-12);
        Near.Relative(0.021663859086196939, spread.Rho, 1e-12);
        Near.Relative(0.83041918025807848, spread.TruePart, 1e-12);
        Assert.True(spread.BeyondChance);
    }

    // "units as chance" in reference.R
    [Fact]
    public void Units_closer_than_chance_have_no_true_differences()
    {
        var spread = BetweenSpread.Of([(12, 240), (9, 180), (13, 236), (11, 244), (10, 232), (9, 176)])!;
        Near.Relative(0.093548343303333475, spread.Phi, 1e-12);
        Assert.Equal((0, 0, false), (spread.Rho, spread.TruePart, spread.BeyondChance));
    }

    // "two units" in reference.R
    [Fact]
    public void Two_units_are_enough_for_the_formula()
    {
        var spread = BetweenSpread.Of([(10, 240), (30, 236), (0, 0)])!;
        Assert.Equal(2, spread.Members);
        Near.Relative(11.288284610998804, spread.Phi, 1e-12);
        Near.Relative(0.043413562239241796, spread.Rho, 1e-12);
        Near.Relative(0.91526395338712452, spread.TruePart, 1e-12);
    }

    // "equal bases by glm" in reference.R: rho and the part follow from the dispersion alone
    [Fact]
    public void With_equal_bases_everything_follows_from_the_dispersion()
    {
        var spread = BetweenSpread.Of([(4, 40), (9, 40), (2, 40), (14, 40), (6, 40), (1, 40)])!;
        Near.Relative(4.6274509803921555, spread.Phi, 1e-12);
        Near.Relative(0.093011563599798855, spread.Rho, 1e-12);
        Near.Relative(0.80399826162538013, spread.TruePart, 1e-12);
    }

    [Fact]
    public void One_unit_and_units_without_a_low_ballot_have_no_spread()
    {
        Assert.Null(BetweenSpread.Of([(4, 40)]));
        Assert.Null(BetweenSpread.Of([(0, 40), (0, 50)]));
        Assert.Null(BetweenSpread.Of([(40, 40), (50, 50)]));
        Assert.Null(BetweenSpread.Of([(4, 40), (0, 0)]));
    }
}
