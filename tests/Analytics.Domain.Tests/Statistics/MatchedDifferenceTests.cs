using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

/// <summary>
/// Expected values by R: <c>t.test</c> of the differences where nobody stands twice, else the quadratic forms of the matched contrast
/// (σ² from the trace of C·(I + A·Aᵀ), A the weights of the similar ones) written out with matrices.
/// </summary>
public class MatchedDifferenceTests
{
    static MatchedPair Pair(double change, params (int Id, double Change)[] similar) => new(change, similar);

    static readonly MatchedPair[] Plain =
    [
        Pair(-0.20, (1, -0.15), (2, -0.10), (3, -0.17)), Pair(-0.12, (16, -0.11), (17, -0.10), (18, -0.18)), Pair(-0.25, (4, -0.20), (5, -0.14), (6, -0.20)),
        Pair(-0.08, (7, -0.12), (8, -0.05), (9, -0.13)), Pair(-0.18, (10, -0.16), (11, -0.19), (12, -0.07)),
    ];

    static readonly MatchedPair[] Shared =
    [
        Pair(-0.20, (1, -0.15), (2, -0.10), (3, -0.17)), Pair(-0.12, (1, -0.15), (2, -0.10), (3, -0.17), (4, -0.30)), Pair(-0.25, (4, -0.30), (5, -0.14), (6, -0.20)),
        Pair(-0.08, (7, -0.12), (8, -0.05), (9, -0.13)), Pair(0.02, (10, -0.16), (11, -0.19), (12, -0.07)),
    ];

    [Fact]
    public void Where_nobody_stands_twice_it_is_the_paired_interval()
    {
        var found = MatchedDifference.Of(Plain)!;
        Assert.Equal((5, 15, false), (found.Pairs, found.Others, found.BeyondChance));
        Near.Agreed(-0.166, found.Own, "own");
        Near.Agreed(-0.138, found.Similar, "similar");
        Near.Agreed(-0.028, found.Difference, "difference");
        Near.Agreed(-0.078741385860134377, found.Interval?.Lower, "lower");
        Near.Agreed(0.022741385860134401, found.Interval?.Upper, "upper");
    }

    [Fact]
    public void Where_one_stands_beside_several_the_interval_is_wider()
    {
        var found = MatchedDifference.Of(Shared)!;
        Assert.Equal((5, 12), (found.Pairs, found.Others));
        Near.Agreed(-0.126, found.Own, "own");
        Near.Agreed(-0.15466666666666667, found.Similar, "similar");
        Near.Agreed(-0.086460806777718988, found.Interval?.Lower, "lower");
        Near.Agreed(0.143794140111052293, found.Interval?.Upper, "upper");
    }

    [Fact]
    public void A_difference_on_one_side_of_nothing_is_beyond_chance()
    {
        MatchedPair Moved(MatchedPair pair, double by) => pair with { Change = pair.Change + by };
        Assert.True(MatchedDifference.Of([.. Plain.Select(p => Moved(p, -0.03))])!.BeyondChance);
        Assert.True(MatchedDifference.Of([.. Plain.Select(p => Moved(p, 0.08))])!.BeyondChance);
        Assert.False(MatchedDifference.Of([.. Plain.Select(p => Moved(p, -0.02))])!.BeyondChance);
    }

    [Fact]
    public void Fewer_than_five_pairs_have_no_mean() => Assert.Null(MatchedDifference.Of(Plain[..4]));

    [Fact]
    public void Where_all_differ_by_the_same_there_is_no_interval()
    {
        var found = MatchedDifference.Of([.. Enumerable.Range(0, 6).Select(i => Pair(-0.25, (i, -0.125), (i + 10, -0.125), (i + 20, -0.125)))])!;
        Assert.Equal((-0.125, null, false), (Math.Round(found.Difference, 12), found.Interval, found.BeyondChance));
    }
}
