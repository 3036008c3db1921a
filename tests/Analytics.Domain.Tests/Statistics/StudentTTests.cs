using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class StudentTTests
{
    // qt(0.975, df) in reference.R
    [Theory]
    [InlineData(1, 12.706204736174694)]
    [InlineData(2, 4.3026527297494619)]
    [InlineData(3, 3.1824463052837078)]
    [InlineData(4, 2.7764451051977934)]
    [InlineData(5, 2.5705818356363137)]
    [InlineData(10, 2.2281388519862739)]
    [InlineData(29, 2.0452296421327034)]
    [InlineData(30, 2.0422724563012378)]
    [InlineData(45, 2.0141033888808466)]
    [InlineData(120, 1.9799304050824222)]
    [InlineData(1000, 1.9623390808264076)]
    [InlineData(14000, 1.9601334468865095)]
    public void The_quantile_is_that_of_qt(int df, double expected) =>
        Near.Relative(expected, StudentT.Quantile975(df));

    // 2 * pt(-abs(t), df) in reference.R; one and 14,000 degrees of freedom on both sides of where the fractions meet
    [Theory]
    [InlineData(0.5, 1, 0.70483276469913358)]
    [InlineData(1, 1, 0.49999999999999956)]
    [InlineData(12.7, 1, 0.050024327689344152)]
    [InlineData(1e6, 1, 6.3661977236736911e-07)]
    [InlineData(0.1, 4, 0.92515584093945324)]
    [InlineData(-2.5, 4, 0.066766544811988127)]
    [InlineData(20, 4, 3.6883105802997276e-05)]
    [InlineData(0.01, 37, 0.99207501292793077)]
    [InlineData(1.7, 37, 0.097523928366463009)]
    [InlineData(2.1, 37, 0.042605738844422106)]
    [InlineData(9, 37, 7.4742070074909823e-11)]
    [InlineData(0.5, 14000, 0.61708293596618224)]
    [InlineData(1.72, 14000, 0.085454541533607431)]
    [InlineData(1.74, 14000, 0.08188099215052623)]
    [InlineData(6, 14000, 2.0218578257185904e-09)]
    public void The_two_sided_p_is_that_of_pt(double t, int df, double expected) =>
        Near.Relative(expected, StudentT.TwoSidedP(t, df), 1e-12);

    [Fact]
    public void No_difference_has_p_1() => Assert.Equal(1, StudentT.TwoSidedP(0, 45));

    [Fact]
    public void A_difference_without_bound_has_p_0() => Assert.Equal(0, StudentT.TwoSidedP(double.MaxValue, 45));

    [Fact]
    public void With_two_degrees_of_freedom_p_follows_its_closed_form()
    {
        // p = 1 − t/√(2 + t²), by integrating the density
        foreach (double t in (double[])[0.25, 1, 2, 4.5])
            Near.Relative(1 - t / Math.Sqrt(2 + t * t), StudentT.TwoSidedP(t, 2));
    }
}
