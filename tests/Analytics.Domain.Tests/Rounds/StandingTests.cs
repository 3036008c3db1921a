using Analytics.Domain.Results;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.Tests.Rounds;

public class StandingTests
{
    static readonly Dictionary<string, Regime> Regimes = RegimeFile.Shipped().ToDictionary(r => r.Id, r => RegimeFile.Parse(r.Json));

    static string Of(string regime, Counts counts, Counts? previous = null) => Standing.Of(Regimes[regime], counts, exempt: false, previous).Code;

    static Counts Two(int confidence, int noConfidence, int? collected = null, int? delegates = null) =>
        new(delegates, null, null, null, collected, null, null, null, confidence, noConfidence);

    static Counts Three(int high, int middle, int low, int? collected = null, int? delegates = null, int? valid = null) =>
        new(delegates, null, null, null, collected, valid, null, high, middle, low);

    [Fact]
    public void All_nine_regimes_of_the_domain_are_shipped() =>
        Assert.Equal(["VFF-2003", "VFF-2007", "NA-35", "NA-85", "NA-96", "PARTY-262", "PARTY-96", "CITY-2026", "VOTE"], Regimes.Keys.OrderBy(k => Array.IndexOf(
            ["VFF-2003", "VFF-2007", "NA-35", "NA-85", "NA-96", "PARTY-262", "PARTY-96", "CITY-2026", "VOTE"], k)));

    [Theory]
    [InlineData("VFF-2003", 30, 30, "none")]          // exactly half is not under half
    [InlineData("VFF-2003", 29, 31, "no-majority")]
    [InlineData("VFF-2007", 30, 30, "no-majority")]   // half or less
    [InlineData("VFF-2007", 31, 29, "none")]
    public void A_front_conference_asks_for_a_majority_of_confidence(string regime, int confidence, int no, string standing) =>
        Assert.Equal(standing, Of(regime, Two(confidence, no, collected: 60)));

    [Theory]
    [InlineData("NA-35", 30, "none")]                 // exactly half is not over half
    [InlineData("NA-35", 31, "may-resign")]
    [InlineData("NA-35", 40, "may-resign")]           // NA-35 is strictly more than two thirds
    [InlineData("NA-35", 41, "council-vote")]
    [InlineData("NA-85", 31, "may-resign")]
    [InlineData("NA-85", 40, "council-vote")]         // NA-85 is two thirds or more
    public void A_council_counts_low_against_its_delegates(string regime, int low, string standing) =>
        Assert.Equal(standing, Of(regime, Three(60 - low, 0, low, collected: 55, delegates: 60)));

    [Theory]
    [InlineData("NA-96", 30, "none")]
    [InlineData("NA-96", 31, "may-resign")]
    [InlineData("NA-96", 39, "may-resign")]
    [InlineData("NA-96", 40, "dismissal")]
    [InlineData("CITY-2026", 39, "may-resign")]
    [InlineData("CITY-2026", 40, "dismissal")]
    [InlineData("PARTY-262", 31, "out-of-planning")]
    [InlineData("PARTY-96", 31, "out-of-planning")]
    [InlineData("PARTY-96", 40, "dismissal")]
    public void From_2023_low_is_counted_against_ballots_collected(string regime, int low, string standing) =>
        Assert.Equal(standing, Of(regime, Three(60 - low, 0, low, collected: 60)));

    [Theory]
    [InlineData(30, "none")]
    [InlineData(31, "may-resign")]
    public void A_decisive_vote_counts_no_confidence_against_all_delegates(int no, string standing) =>
        Assert.Equal(standing, Of("VOTE", Two(60 - no, no, collected: 60, delegates: 60)));

    [Fact]
    public void Over_half_low_in_two_rounds_running_goes_to_the_council_under_NA_35()
    {
        var low = Three(20, 9, 31, delegates: 60);
        Assert.Equal("council-vote", Of("NA-35", low, previous: low));
        Assert.Equal("may-resign", Of("NA-35", low, previous: Three(20, 10, 30, delegates: 60)));
        Assert.Equal("none", Of("NA-35", Three(20, 10, 30, delegates: 60), previous: low));
    }

    [Fact]
    public void A_missing_or_zero_base_leaves_the_standing_undetermined()
    {
        Assert.Equal("undetermined", Of("NA-96", Three(1, 1, 40)));
        Assert.Equal("undetermined", Of("NA-96", Three(0, 0, 0, collected: 0)));
        Assert.Equal("undetermined", Of("NA-85", Three(1, 1, 40, collected: 60)));
    }

    [Fact]
    public void An_exempt_official_has_no_other_standing() =>
        Assert.Equal("exempt", Standing.Of(Regimes["NA-96"], default, exempt: true).Code);

    // The rows of "Real figures to test against": counts seen in print.
    [Fact]
    public void Ho_Chi_Minh_City_2014_levels_are_shares_of_94_delegates()
    {
        var counts = Three(73, 11, 6, delegates: 94);
        Assert.Equal("none", Of("NA-35", counts));
        Assert.Equal([77.66, 11.70, 6.38], new[] { 73, 11, 6 }.Select(n => Math.Round(100.0 * n / counts.Base(BallotBase.Delegates)!.Value, 2)));
        Assert.Equal(95.7, Math.Round(100.0 * counts.LevelSum / 94, 1));
    }

    [Fact]
    public void Ho_Chi_Minh_City_2014_one_official_had_89_valid_of_90()
    {
        var counts = Three(49, 34, 6, collected: 90, delegates: 94, valid: 89);
        Assert.Equal(89, counts.LevelSum);
        Assert.Equal("none", Of("NA-35", counts));
        Assert.Equal([52.13, 36.17, 6.38], new[] { 49, 34, 6 }.Select(n => Math.Round(100.0 * n / 94, 2)));
    }

    [Fact]
    public void Hanoi_2014_printed_percentages_are_truncated_not_rounded()
    {
        Assert.Equal(76.59, Math.Truncate(10000.0 * 72 / 94) / 100);
        Assert.NotEqual(76.59, Math.Round(100.0 * 72 / 94, 2));
        Assert.Equal(71.27, Math.Truncate(10000.0 * 67 / 94) / 100);
    }

    [Fact]
    public void Hanoi_2023_is_a_share_of_ballots_not_seats() =>
        Assert.Equal(54.55, Math.Round(100.0 * 48 / Three(48, 0, 0, collected: 88, delegates: 95).Base(Regimes["NA-96"].Base)!.Value, 2));

    [Fact]
    public void Vinh_Phuc_2023_is_over_half_low_with_47_collected_and_undetermined_as_published()
    {
        Assert.Equal("may-resign", Of("NA-96", Three(19, 2, 25, collected: 47)));
        Assert.Equal("undetermined", Of("NA-96", Three(19, 2, 25, delegates: 47)));
    }

    [Fact]
    public void Tien_Lang_21_of_33_is_over_half_and_under_two_thirds()
    {
        Assert.Equal("may-resign", Of("NA-96", Three(6, 6, 21, collected: 33)));
        Assert.Equal(63.64, Math.Round(100.0 * 21 / 33, 2));
    }

    [Fact]
    public void An_assumed_rule_says_so()
    {
        Assert.True(Regimes["CITY-2026"].Certainty.Assumed);
        Assert.True(Regimes["VFF-2007"].Certainty.Assumed);
        Assert.False(Regimes["NA-85"].Certainty.Assumed);
    }
}
