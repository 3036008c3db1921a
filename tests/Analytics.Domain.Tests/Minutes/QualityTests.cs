using Analytics.Domain.Minutes;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.Tests.Minutes;

public class QualityTests
{
    static readonly Dictionary<string, Regime> Regimes = RegimeFile.Shipped().ToDictionary(r => r.Id, r => RegimeFile.Parse(r.Json));

    static Counts Ballots(int? issued, int? collected, int? valid, int? high, int? middle, int? low, int? delegates = null) =>
        new(delegates, null, null, issued, collected, valid, null, high, middle, low);

    static UnitQuality Of(params Counts[] officials)
    {
        var sums = new QualitySums();
        foreach (var (post, counts) in officials.Index()) sums.Add(post + 1, counts, Regimes["CITY-2026"], null, null);
        return sums.Of(1, 1);
    }

    [Fact]
    public void A_row_is_complete_with_ballots_levels_and_base()
    {
        Assert.True(RowQuality.Of(Ballots(60, 58, 57, 40, 12, 5), Regimes["CITY-2026"], null, null).Complete);
        Assert.False(RowQuality.Of(Ballots(null, 58, 57, 40, 12, 5), Regimes["CITY-2026"], null, null).Complete);
        Assert.False(RowQuality.Of(Ballots(60, 58, null, 40, 12, 5), Regimes["CITY-2026"], null, null).Complete);
        Assert.False(RowQuality.Of(Ballots(60, 58, 57, 40, 12, 5), Regimes["NA-85"], null, null).Complete);
        Assert.True(RowQuality.Of(Ballots(60, 58, 57, 40, 12, 5, delegates: 62), Regimes["NA-85"], null, null).Complete);
        Assert.True(RowQuality.Of(Ballots(60, 58, 57, null, 40, 17), Regimes["VFF-2007"], null, null).Complete);
    }

    [Fact]
    public void A_row_reconciles_when_no_relation_is_broken_not_even_one_that_may_be()
    {
        Assert.True(RowQuality.Of(Ballots(60, 58, 57, 40, 12, 5), Regimes["CITY-2026"], null, null).Reconciled);
        Assert.False(RowQuality.Of(Ballots(60, 58, 57, 40, 12, 4), Regimes["CITY-2026"], null, null).Reconciled); // one ballot left the name unmarked
        Assert.False(RowQuality.Of(Ballots(null, 58, 57, 40, 12, 5), Regimes["CITY-2026"], null, null).Reconciled); // cannot be told
    }

    [Theory]
    [InlineData(19, 47, 40.43, true)]   // Vĩnh Phúc 2023, as printed
    [InlineData(67, 94, 71.27, true)]   // Hà Nội 2014: truncated, not rounded
    [InlineData(21, 33, 63.7, true)]    // Tiên Lãng: exact 63.64
    [InlineData(21, 33, 63.8, false)]
    [InlineData(48, 95, 54.55, false)]  // seats in place of ballots
    public void A_printed_percentage_is_confirmed_to_a_tenth_of_a_point(int high, int collected, double printed, bool confirmed)
    {
        var row = RowQuality.Of(Ballots(null, collected, null, high, 0, 0), Regimes["NA-96"], null, printed);
        Assert.Equal((true, confirmed), (row.Published, row.Confirmed));
    }

    [Fact]
    public void Nothing_printed_is_neither_published_nor_confirmed() =>
        Assert.Equal((false, false), (RowQuality.Of(Ballots(60, 58, 57, 40, 12, 5), Regimes["CITY-2026"], null, null).Published, RowQuality.Of(default, Regimes["CITY-2026"], 3, 4).Confirmed));

    [Fact]
    public void Three_officials_with_the_same_counts_are_noted_two_or_unanimous_ones_are_not()
    {
        var same = Ballots(60, 58, 58, 40, 12, 6);
        Assert.True(Of(same, same, same).SameCounts);
        Assert.False(Of(same, same).SameCounts);
        Assert.False(Of(same, same, Ballots(60, 58, 58, 40, 11, 7)).SameCounts);
        var unanimous = Ballots(60, 58, 58, 58, 0, 0);
        Assert.False(Of(unanimous, unanimous, unanimous).SameCounts);
    }

    [Fact]
    public void Equal_minutes_have_one_fingerprint_whatever_the_order_of_rows()
    {
        Counts a = Ballots(60, 58, 58, 40, 12, 6), b = Ballots(60, 58, 58, 41, 12, 5), c = Ballots(60, 58, 58, 42, 12, 4);
        var forward = new QualitySums();
        var backward = new QualitySums();
        foreach (var (post, counts) in new[] { (1, a), (2, b), (3, c) }) forward.Add(post, counts, Regimes["CITY-2026"], null, null);
        foreach (var (post, counts) in new[] { (3, c), (2, b), (1, a) }) backward.Add(post, counts, Regimes["CITY-2026"], null, null);
        Assert.NotNull(forward.Of(1, 1).Fingerprint);
        Assert.Equal(forward.Of(1, 1).Fingerprint, backward.Of(1, 2).Fingerprint);
        Assert.NotEqual(forward.Of(1, 1).Fingerprint, Of(b, a, c).Fingerprint);
        Assert.Null(Of(a, b).Fingerprint);
    }

    [Fact]
    public void Of_people_invited_and_present_the_largest_number_given_is_kept()
    {
        var sums = new QualitySums();
        sums.Add(1, new Counts(null, 66, 60, null, null, null, null, 1, 1, 1), Regimes["CITY-2026"], null, null);
        sums.Add(2, new Counts(null, null, 61, null, null, null, null, 1, 1, 1), Regimes["CITY-2026"], null, null);
        Assert.Equal((66, 61), (sums.Of(1, 1).Invited, sums.Of(1, 1).Present));
    }
}
