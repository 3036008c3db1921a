using Analytics.Domain.Results;

namespace Analytics.Ingest.Tests.Checking;

public class ResultCountsTests
{
    const string Levels = "high,confidence,low";

    [Fact]
    public void Ballots_collected_are_at_most_those_issued()
    {
        var columns = $"{Levels},issued,collected";
        Given.Ballot(columns, "30,10,5,50,50").IsClean();
        var file = Given.Ballot(columns, "30,10,5,50,51");
        file.Refuses("2 collected collected-over-issued");
        file.Says("51", "50", "collected", "issued");
    }

    [Fact]
    public void Valid_ballots_are_at_most_those_collected()
    {
        var columns = $"{Levels},collected,valid";
        Given.Ballot(columns, "30,10,10,50,50").IsClean();
        Given.Ballot(columns, "30,10,11,50,51").Refuses("2 valid valid-over-collected");
    }

    [Fact]
    public void Valid_and_invalid_make_the_collected()
    {
        var columns = $"{Levels},collected,valid,invalid";
        Given.Ballot(columns, "30,10,8,50,48,2").IsClean();
        Given.Ballot(columns, "30,10,8,50,48,1", "30,10,8,50,48,3").Refuses("2 valid valid-invalid-mismatch", "3 valid valid-invalid-mismatch");
    }

    [Fact]
    public void The_levels_are_at_most_the_valid_ballots()
    {
        var columns = $"{Levels},collected,valid";
        Given.Ballot(columns, "30,10,8,50,48").IsClean();
        Given.Ballot(columns, "30,10,9,50,48").Refuses("2 valid levels-over-valid");
    }

    [Fact]
    public void Without_valid_ballots_the_levels_are_at_most_those_collected()
    {
        var columns = $"{Levels},collected,valid";
        Given.Ballot(columns, "30,10,10,50,").IsClean();
        Given.Ballot(columns, "30,10,11,50,").Refuses("2 collected levels-over-valid");
    }

    [Fact]
    public void Levels_under_the_valid_ballots_are_a_warning() => Given.Ballot($"{Levels},collected,valid", "30,10,7,50,48").Warns("2 valid levels-under-valid");

    [Fact]
    public void Levels_under_the_collected_ballots_are_none() => Given.Ballot($"{Levels},collected,valid", "30,10,7,50,").IsClean();

    [Fact]
    public void Ballots_issued_to_others_than_those_present_are_a_warning()
    {
        var columns = $"{Levels},collected,issued,present";
        Given.Ballot(columns, "30,10,5,45,50,50").IsClean();
        Given.Ballot(columns, "30,10,5,45,50,49", "30,10,5,45,50,51").Warns("2 issued issued-not-present", "3 issued issued-not-present");
    }

    [Fact]
    public void Where_delegates_are_the_base_no_more_ballots_come_back()
    {
        var columns = $"{Levels},delegates,collected";
        Given.BallotOf("HD-2014", "07", columns, "30,10,5,50,50").IsClean();
        Given.BallotOf("HD-2014", "07", columns, "30,10,5,50,51").Refuses("2 collected counts-over-base");
    }

    [Fact]
    public void Where_delegates_are_the_base_no_more_say_low()
    {
        var columns = $"{Levels},delegates";
        Given.BallotOf("HD-2014", "07", columns, "0,0,50,50").IsClean();
        Given.BallotOf("HD-2014", "07", columns, "0,0,51,50").Refuses("2 low counts-over-base");
        Given.BallotOf("BP-2015", "07", "confidence,no_confidence,delegates", "0,51,50").Refuses("2 no_confidence counts-over-base");
    }

    [Fact]
    public void Where_ballots_are_the_base_delegates_may_be_fewer() => Given.Ballot($"{Levels},delegates,collected", "30,10,5,20,45").IsClean();

    [Theory]
    [InlineData("0"), InlineData("3"), InlineData("ba")]
    public void A_two_option_column_in_a_three_option_regime_is_refused(string cell) =>
        Given.Ballot($"{Levels},no_confidence,collected", $"30,10,5,{cell},45", "30,10,5,,45").Refuses("2 no_confidence options-mismatch");

    [Fact]
    public void Three_option_columns_in_a_two_option_regime_are_refused_one_by_one()
    {
        var columns = "confidence,no_confidence,high,low,collected";
        Given.BallotOf("MT-2010", "00701", columns, "40,5,1,,46", "40,5,,2,47", "40,5,,,45").Refuses("2 high options-mismatch", "3 low options-mismatch");
    }

    [Fact]
    public void On_a_two_option_ballot_no_confidence_is_low_and_confidence_is_middle() =>
        Assert.Equal(new Counts { Middle = 40, Low = 5, Collected = 45 }, Given.BallotOf("MT-2010", "00701", "confidence,no_confidence,collected", "40,5,45").Results.Single().Counts);

    [Fact]
    public void An_exempt_row_needs_no_counts_and_no_base()
    {
        var file = Given.Ballot($"{Levels},collected,exempt", ",,,,mới bầu");
        file.IsClean();
        Assert.Equal("mới bầu", file.Results[0].Exempt);
    }

    [Fact]
    public void An_exempt_row_with_counts_is_refused_once()
    {
        var file = Given.Ballot($"{Levels},collected,exempt", "30,,5,,mới bầu", ",,,0,mới bầu");
        file.Refuses("2 high exempt-with-counts", "3 collected exempt-with-counts");
        Assert.Contains("(low)", file.Problems[0].MessageVi);
    }

    [Fact]
    public void A_row_without_its_base_is_a_warning_that_names_the_column()
    {
        Given.Ballot($"{Levels},collected,delegates", "30,10,5,,50", "0,0,0,0,50").Warns("2 collected base-missing", "3 collected base-missing");
        Given.BallotOf("HD-2014", "07", $"{Levels},collected,delegates", "30,10,5,45,", "30,10,5,,45").Warns("2 delegates base-missing");
    }

    [Fact]
    public void A_base_that_cannot_be_read_is_not_missing_as_well() => Given.Ballot($"{Levels},collected", "30,10,5,4x").Refuses("2 collected bad-number");

    [Theory]
    [InlineData("10.1"), InlineData("9.9"), InlineData("\"10,05 %\"")]
    public void A_published_percentage_may_be_a_tenth_of_a_point_off(string cell) =>
        Given.Ballot($"{Levels},collected,published_low_percent", $"30,10,5,50,{cell}").IsClean();

    [Theory]
    [InlineData("10.11"), InlineData("9.89"), InlineData("12.5")]
    public void Over_a_tenth_it_differs(string cell) =>
        Given.Ballot($"{Levels},collected,published_low_percent", $"30,10,5,50,{cell}").Warns("2 published_low_percent published-differs");

    [Fact]
    public void The_high_percentage_is_set_against_the_high_count() =>
        Given.Ballot($"{Levels},collected,published_high_percent", "30,10,5,50,60", "30,10,5,50,80").Warns("3 published_high_percent published-differs");

    [Fact]
    public void Without_a_base_nothing_can_differ() =>
        Given.Ballot($"{Levels},collected,published_low_percent", "30,10,5,,99").Warns("2 collected base-missing");

    [Fact]
    public void A_row_of_an_unknown_round_still_has_its_ballots_checked() =>
        Given.BallotOf("X", "00701", $"{Levels},collected,valid", "30,1o,5,50,51").Refuses("2 round unknown-round", "2 confidence bad-number", "2 valid valid-over-collected");
}
