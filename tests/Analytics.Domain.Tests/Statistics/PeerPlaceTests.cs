using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

public class PeerPlaceTests
{
    /// <summary>Nine others with 1 to 9 low ballots of 100.</summary>
    static readonly (int Low, int Base)[] Nine = Enumerable.Range(1, 9).Select(low => (low, 100)).ToArray();

    [Fact]
    public void Others_are_counted_above_beside_and_below()
    {
        var place = PeerPlace.Of(Nine, 2, 50);   // 4 %: the same share as 4 of 100
        Assert.Equal((5, 1, 3, 9), (place!.Higher, place.Equal, place.Lower, place.Others));
    }

    [Fact]
    public void Percentiles_are_those_of_R_type_7()
    {
        var place = PeerPlace.Of(Nine, 0, 10)!;
        // quantile((1:9)/100, c(.1, .25, .5, .75, .9)) in R: 0.018 0.030 0.050 0.070 0.082
        Assert.Equal(0.018, place.P10, 12);
        Assert.Equal(0.03, place.P25, 12);
        Assert.Equal(0.05, place.P50, 12);
        Assert.Equal(0.07, place.P75, 12);
        Assert.Equal(0.082, place.P90, 12);
    }

    [Fact]
    public void A_handful_of_others_is_not_compared_with() => Assert.Null(PeerPlace.Of(Nine[..8], 3, 100));
}
