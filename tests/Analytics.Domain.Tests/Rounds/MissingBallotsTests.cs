using Analytics.Domain.Results;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.Tests.Rounds;

public class MissingBallotsTests
{
    static readonly Dictionary<string, Regime> Regimes = RegimeFile.Shipped().ToDictionary(r => r.Id, r => RegimeFile.Parse(r.Json));

    static Threshold Line(Comparison comparison, int numerator, int denominator, ThresholdCount count = ThresholdCount.Low) =>
        new(count, comparison, numerator, denominator, "may-resign", Consecutive: false, new("", ""));

    static Counts Low(int low, int collected) => new(null, null, null, null, collected, null, null, collected - low, 0, low);

    static Counts Confidence(int confidence, int collected) => new(null, null, null, null, collected, null, null, null, confidence, collected - confidence);

    [Theory]
    [InlineData(72, 145, 1)]     // 73 of 145 is over half
    [InlineData(32, 64, 1)]      // exactly half is not over half
    [InlineData(29, 60, 2)]
    [InlineData(31, 60, 0)]
    [InlineData(0, 1, 1)]
    public void Over_half_is_missing_one_ballot_more_than_half(int low, int ballots, long missing) =>
        Assert.Equal(missing, Line(Comparison.Greater, 1, 2).Missing(low, ballots));

    [Theory]
    [InlineData(100, 150, 0)]    // exactly two thirds is two thirds or more
    [InlineData(99, 150, 1)]
    [InlineData(60, 91, 1)]      // two thirds of 91 is 60 and two thirds: 61
    [InlineData(58, 90, 2)]
    public void Two_thirds_or_more_is_missing_up_to_the_next_whole_ballot(int low, int ballots, long missing) =>
        Assert.Equal(missing, Line(Comparison.GreaterOrEqual, 2, 3).Missing(low, ballots));

    [Theory]
    [InlineData(Comparison.LessOrEqual, 31, 60, 1)]
    [InlineData(Comparison.LessOrEqual, 30, 60, 0)]
    [InlineData(Comparison.LessOrEqual, 31, 61, 1)]
    [InlineData(Comparison.Less, 30, 60, 1)]
    [InlineData(Comparison.Less, 31, 61, 1)]
    [InlineData(Comparison.Less, 30, 61, 0)]
    public void Confidence_is_missing_as_many_ballots_fewer(Comparison comparison, int confidence, int ballots, long missing) =>
        Assert.Equal(missing, Line(comparison, 1, 2, ThresholdCount.Confidence).Missing(confidence, ballots));

    [Theory]
    [InlineData(Comparison.Greater)]
    [InlineData(Comparison.GreaterOrEqual)]
    public void One_ballot_fewer_than_the_missing_ones_never_does(Comparison comparison)
    {
        foreach (var line in new[] { Line(comparison, 1, 2), Line(comparison, 2, 3) })
            for (var ballots = 1; ballots <= 200; ballots++)
                for (var low = 0; low <= ballots; low++)
                {
                    var missing = line.Missing(low, ballots)!.Value;
                    Assert.True(line.IsMetBy(low + missing, ballots));
                    Assert.True(missing == 0 || !line.IsMetBy(low + missing - 1, ballots));
                }
    }

    [Fact]
    public void A_line_beyond_all_ballots_cannot_be_reached() =>
        Assert.Null(Line(Comparison.Greater, 1, 1).Missing(3, 10));

    [Theory]
    [InlineData(61, 90, 1)]      // 183 over 180: 61 of 90 is over two thirds
    [InlineData(60, 90, 0)]
    [InlineData(59, 90, -1)]
    public void A_count_is_compared_with_the_fraction_in_integers(int low, int ballots, int expected) =>
        Assert.Equal(expected, Math.Sign(Line(Comparison.GreaterOrEqual, 2, 3).Compare(low, ballots)));

    [Theory]
    [InlineData("CITY-2026", 72, 145, "may-resign", 1)]
    [InlineData("CITY-2026", 80, 145, "dismissal", 17)]   // over half already: two thirds of 145 is 97
    [InlineData("PARTY-96", 0, 3, "dismissal", 2)]         // both lines are two ballots away: the stronger is named
    [InlineData("NA-96", 0, 60, "may-resign", 31)]
    public void The_next_line_is_the_nearest_that_is_not_met(string regime, int low, int ballots, string standing, int missing)
    {
        var next = Standing.Next(Regimes[regime], Low(low, ballots), exempt: false);
        Assert.Equal((standing, missing), (next?.Line.Standing, next?.Missing));
    }

    [Fact]
    public void The_next_line_of_a_front_conference_counts_confidence() =>
        Assert.Equal(5, Standing.Next(Regimes["VFF-2007"], Confidence(35, 60), exempt: false)?.Missing);

    [Fact]
    public void A_line_for_two_rounds_running_is_not_a_matter_of_ballots() =>
        Assert.Equal("may-resign", Standing.Next(Regimes["NA-35"], Low(10, 60) with { Delegates = 60 }, exempt: false)?.Line.Standing);

    [Fact]
    public void Nothing_is_next_for_the_exempt_without_a_base_and_beyond_every_line()
    {
        Assert.Null(Standing.Next(Regimes["NA-96"], Low(10, 60), exempt: true));
        Assert.Null(Standing.Next(Regimes["NA-96"], default, exempt: false));
        Assert.Null(Standing.Next(Regimes["NA-96"], Low(45, 60), exempt: false));
    }
}
