using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;

namespace Analytics.Domain.Tests.Trends;

public class GroupSumsTests
{
    static readonly UnitSum[] OneAndTwo = [new(1, 5, 20), new(2, 3, 10)];

    [Fact]
    public void Results_of_a_unit_are_one_sum_in_whatever_order_they_come()
    {
        var sums = new GroupSums(new(TrendBy.City, "01", ""));
        foreach (var (unit, low) in new[] { (2, 3), (1, 1), (1, 4) }) sums.Add(unit, 10, 1, 10 - 1 - low, low, 1);

        Assert.Equal(OneAndTwo, sums.ToRound(2020)!.Units);
        Assert.Equal((3, 30L, 8L), (sums.Officials, sums.Base, sums.Low));
    }

    [Theory, InlineData(1024), InlineData(5000)]
    public void Many_units_are_each_one_sum(int units)
    {
        var sums = new GroupSums(new(TrendBy.City, "01", ""));
        for (var i = 0; i < 2 * units; i++) sums.Add(i % units, 10, 0, 0, i / units + 1, 1);

        Assert.Equal(Enumerable.Range(0, units).Select(unit => new UnitSum(unit, 3, 20)), sums.ToRound(2020)!.Units);
    }

    [Fact]
    public void A_group_has_the_units_of_those_it_contains_beside_its_own()
    {
        var (post, area, other) = (new GroupSums(new(TrendBy.Position, "P", "P")), new GroupSums(new(TrendBy.DistrictPosition, "A", "P")), new GroupSums(new(TrendBy.DistrictPosition, "B", "P")));
        post.Contain(area);
        post.Contain(other);
        post.Add(2, 6, 0, 0, 1, 1);
        foreach (var (group, unit, low, ballots) in new[] { (other, 2, 2, 4), (area, 3, 9, 9), (area, 1, 5, 20) })
        {
            group.Add(unit, ballots, 0, 0, low, 1);
            post.Count(ballots, 0, 0, low, 1);
        }
        area.Add(3, 9, 0, 0, 9, -1);
        post.Count(9, 0, 0, 9, -1);

        Assert.Equal(OneAndTwo, post.ToRound(2020)!.Units);
        Assert.Equal((3, 30L, 8L), (post.Officials, post.Base, post.Low));
    }

    [Fact]
    public void A_result_that_is_taken_away_leaves_what_was_before()
    {
        var sums = new GroupSums(new(TrendBy.City, "01", ""));
        foreach (var (unit, low) in new[] { (1, 1), (1, 4), (2, 3), (2, 9), (3, 2) }) sums.Add(unit, 10, 0, 0, low, 1);
        sums.Add(2, 10, 0, 0, 9, -1);
        sums.Add(3, 10, 0, 0, 2, -1);

        Assert.Equal(OneAndTwo, sums.ToRound(2020)!.Units);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Ballots_beyond_thirty_one_bits_are_summed_exactly(bool streamed)
    {
        var sums = new GroupSums(new(TrendBy.City, "01", ""));
        if (!streamed) Assert.Null(sums.ToRound(2020));
        for (var i = 0; i < 50; i++) sums.Add(1, 100_000_000, 0, 0, 100_000_000, 1);

        Assert.Equal([new UnitSum(1, 5_000_000_000, 5_000_000_000)], sums.ToRound(2020)!.Units);
        for (var i = 0; i < 49; i++) sums.Add(1, 100_000_000, 0, 0, 100_000_000, -1);
        Assert.Equal([new UnitSum(1, 100_000_000, 100_000_000)], sums.ToRound(2020)!.Units);
        sums.Add(1, 100_000_000, 0, 0, 100_000_000, -1);
        Assert.Null(sums.ToRound(2020));
    }
}
