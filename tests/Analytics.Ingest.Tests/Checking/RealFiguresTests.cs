namespace Analytics.Ingest.Tests.Checking;

/// <summary>Figures seen in print, with what the press printed beside them.</summary>
public class RealFiguresTests
{
    [Fact]
    public void Ho_Chi_Minh_City_2014_has_levels_that_do_not_add_up_to_the_delegates() =>
        Given.BallotOf("HD-2014", "07", "delegates,collected,valid,high,confidence,low,published_high_percent,published_low_percent",
            "94,90,90,73,11,6,77.66,6.38 %", "94,90,89,49,34,6,52.13,6.38").IsClean();

    [Fact]
    public void Hanoi_2014_truncated_its_percentages_within_a_tenth() =>
        Given.BallotOf("HD-2014", "07", "delegates,high,confidence,low,published_high_percent", "94,72,0,0,76.59", "94,67,0,0,71.27").IsClean();

    [Fact]
    public void Hanoi_2023_is_a_share_of_ballots_not_of_seats()
    {
        Given.BallotOf("HD-2023", "07", "collected,high,confidence,low,published_high_percent", "88,48,0,0,54.55").IsClean();
        Given.BallotOf("HD-2023", "07", "collected,high,confidence,low,published_high_percent", "95,48,0,0,54.55").Warns("2 published_high_percent published-differs");
    }

    [Fact]
    public void Vinh_Phuc_2023_gave_no_ballots_collected_so_its_base_is_missing() =>
        Given.BallotOf("HD-2023", "07", "delegates,collected,high,confidence,low,published_low_percent", "47,,19,2,25,53.19", "47,47,19,2,25,53.19")
            .Warns("2 collected base-missing");

    [Fact]
    public void Tien_Lang_was_rounded_wrongly_but_by_less_than_a_tenth() =>
        Given.Ballot("collected,high,confidence,low,published_low_percent", "33,0,12,21,\"63,7%\"").IsClean();

    [Fact]
    public void Dong_Lo_2010_was_not_held_in_the_year_3010()
    {
        var file = Given.BallotOf("MT-2010", "00701", "confidence,no_confidence,collected,held_on", "40,5,45,23/5/3010");
        file.Refuses("2 held_on date-out-of-range");
        file.Says("23/5/3010");
    }
}
