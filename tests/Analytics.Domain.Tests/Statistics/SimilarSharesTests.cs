using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

/// <summary>Who is similar, worked out by hand.</summary>
public class SimilarSharesTests
{
    static PairedCounts Of(int low, int ballots = 100, int next = 0) => new(low, ballots, next, 100);

    static SimilarShares Among(params PairedCounts[] group) => new(group);

    [Fact]
    public void The_five_nearest_are_taken_from_both_sides() =>
        Assert.Equal([1, 2, 3, 4, 6], Among(Of(47), Of(49), Of(51), Of(50), Of(52), Of(53), Of(48)).Of(50, 100));

    [Fact]
    public void Whoever_is_as_near_as_the_fifth_is_taken_as_well() =>
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Among(Of(50), Of(50), Of(51), Of(49), Of(48), Of(52), Of(48), Of(53)).Of(50, 100));

    [Fact]
    public void Everybody_of_the_same_share_is_taken_however_many_they_are() =>
        Assert.Equal(Enumerable.Range(0, 40), Among([.. Enumerable.Repeat(Of(30, 60), 40), Of(31, 60)]).Of(30, 60));

    [Fact]
    public void Three_points_apart_is_near_enough_and_more_is_not()
    {
        Assert.Equal([0, 1, 2], Among(Of(27), Of(33), Of(33), Of(26), Of(34)).Of(30, 100));
        // 32/100 and 19/66 (28.8 %) are within, 34/100 is not: two are nobody.
        Assert.Empty(Among(Of(32), Of(19, 66), Of(34)).Of(30, 100));
    }

    [Fact]
    public void Fewer_than_three_are_nobody()
    {
        Assert.Empty(Among(Of(30), Of(30)).Of(30, 100));
        Assert.Equal([0, 1, 2], Among(Of(30), Of(30), Of(30)).Of(30, 100));
        Assert.Empty(Among().Of(30, 100));
    }

    [Fact]
    public void Shares_of_far_fewer_or_far_more_ballots_are_not_alike() =>
        Assert.Equal([1, 2, 3], Among(Of(10, 49), Of(10, 50), Of(40, 200), Of(20), Of(40, 201)).Of(20, 100));

    [Fact]
    public void What_came_later_decides_nothing()
    {
        var (falling, rising) = (Among(Of(50, next: 1), Of(49, next: 2), Of(51, next: 3), Of(60, next: 4)), Among(Of(50, next: 90), Of(49, next: 80), Of(51, next: 70), Of(60, next: 50)));
        Assert.Equal(falling.Of(50, 100), rising.Of(50, 100));
    }
}
