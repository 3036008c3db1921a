using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class OfficialTallyTests
{
    [Fact]
    public void Pairs_are_told_once_each_in_one_order_and_those_taken_away_are_gone()
    {
        var tally = new OfficialTally();
        foreach (var (low, ballots) in new[] { (7, 60), (3, 50), (7, 60), (1, 60), (9, 0) }) tally.Add(low, ballots);
        tally.Add(1, 60, -1);

        Assert.Equal([(3, 50, 1), (7, 60, 2)], tally.Pairs());
        Assert.Equal(3, tally.Officials);
    }

    [Theory, InlineData(-1, 50), InlineData(1, -50)]
    public void A_negative_count_is_a_mistake_of_the_program(int low, int ballots) =>
        Assert.Throws<ArgumentException>(() => new OfficialTally().Add(low, ballots));
}
