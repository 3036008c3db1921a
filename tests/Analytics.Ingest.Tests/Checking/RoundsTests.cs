using Analytics.Domain.Units;
using Analytics.Ingest.Checking;

namespace Analytics.Ingest.Tests.Checking;

public class RoundsTests
{
    const string Header = "code,name_vi,name_en,regime,held_from,held_to,due,level,sample";

    [Fact]
    public void A_row_becomes_a_round_with_every_cell_in_its_place()
    {
        var file = Given.Rounds(Header, "TP-2028,Đợt 2028,Round 2028,CITY-2026,2028-11-01,30/11/2028,2028-12-15,commune,yes");
        file.IsClean();
        Assert.Equal(
            new RoundRow(new(null, 2), "TP-2028", "Đợt 2028", "Round 2028", "CITY-2026", new(2028, 11, 1), new(2028, 11, 30), new(2028, 12, 15), UnitLevel.Commune, true),
            Assert.Single(file.Rounds));
    }

    [Fact]
    public void English_name_last_day_and_sample_may_be_empty_and_empty_is_no_sample()
    {
        var file = Given.Rounds(Header, "A,Đợt A,,NA-96,2023-07-01,2023-12-31,,province,");
        file.IsClean();
        Assert.False(file.Rounds[0].Sample);
    }

    [Fact]
    public void Each_empty_required_cell_is_one_missing_value() => Given.Rounds(Header, ",,A round,,,,,,").Refuses(
        "2 code missing-value", "2 name_vi missing-value", "2 regime missing-value", "2 held_from missing-value", "2 held_to missing-value", "2 level missing-value");

    [Fact]
    public void An_unknown_regime_is_refused_with_the_known_ones()
    {
        var file = Given.Rounds(Header, "A,Đợt A,,NA-97,2023-07-01,2023-12-31,,province,");
        file.Refuses("2 regime unknown-regime");
        file.Says("\"NA-97\"", "NA-96", "VFF-2007");
    }

    [Fact]
    public void A_round_ends_on_its_first_day_at_the_earliest() => Given.Rounds(Header,
        "A,Đợt A,,NA-96,2023-07-02,2023-07-01,,province,", "B,Đợt B,,NA-96,2023-07-02,2023-07-02,,province,").Refuses("2 held_to bad-period");

    [Fact]
    public void Results_are_not_due_before_the_round_begins() => Given.Rounds(Header,
        "A,Đợt A,,NA-96,2023-07-02,2023-07-10,2023-07-01,province,", "B,Đợt B,,NA-96,2023-07-02,2023-07-10,2023-07-02,province,").Refuses("2 due bad-period");

    [Fact]
    public void Rounds_are_held_from_1990_to_five_years_ahead() => Given.Rounds(Header,
        "A,Đợt A,,VOTE,1989-12-31,1990-01-01,,province,", "B,Đợt B,,VOTE,2031-11-23,2031-11-24,,province,",
        "C,Đợt C,,VOTE,1990-01-01,2031-11-23,,province,").Refuses("2 held_from date-out-of-range", "3 held_to date-out-of-range");

    [Fact]
    public void A_regime_must_cover_the_level() =>
        Given.Rounds(Header, "A,Đợt A,,NA-96,2023-07-01,2023-12-31,,commune,").Refuses("2 level level-not-covered");

    [Fact]
    public void A_round_outside_the_validity_of_its_regime_is_a_warning() => Given.Rounds(Header,
        "A,Đợt A,,VFF-2007,2023-06-30,2023-07-01,,commune,", "B,Đợt B,,VFF-2007,2007-07-01,2023-06-30,,commune,").Warns("2 held_to outside-regime-dates");

    [Fact]
    public void Level_and_sample_are_words_of_the_contract() =>
        Given.Rounds(Header, "A,Đợt A,,NA-96,2023-07-01,2023-12-31,,tỉnh,có").Refuses("2 level bad-word", "2 sample bad-word");

    [Fact]
    public void A_code_stands_in_a_file_once() => Given.Rounds(Header,
        "A,Đợt A,,NA-96,2023-07-01,2023-12-31,,province,", "A,Đợt khác,,NA-96,2023-07-01,2023-12-31,,province,").Refuses("3 code duplicate-row");
}
