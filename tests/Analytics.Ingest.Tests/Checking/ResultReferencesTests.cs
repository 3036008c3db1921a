namespace Analytics.Ingest.Tests.Checking;

public class ResultReferencesTests
{
    const string Header = "round,unit,position,official,held_on,high,confidence,low,no_confidence,delegates,collected";
    const string Three = "30,10,5,,50,45";

    [Fact]
    public void An_unknown_round_is_refused_with_the_nearest_codes()
    {
        var file = Given.Results(Header, $"TP-2025,00701,PC-CHAIR,Trần Văn A,,{Three}");
        file.Refuses("2 round unknown-round");
        file.Says("\"TP-2025\"", "TP-2026");
    }

    [Fact]
    public void An_unknown_code_is_refused_with_the_codes_that_lost_their_zeros()
    {
        var file = Given.Results(Header, $"TP-2026,701,PC-CHAIR,Trần Văn A,,{Three}");
        file.Refuses("2 unit unknown-unit");
        file.Says("\"701\"", "00701 (Phường Đông Hải)");
    }

    [Fact]
    public void A_code_means_the_unit_valid_when_the_vote_was_held() =>
        Assert.Equal(6, Given.Results(Header, "MT-2010,00701,PC-CHAIR,Trần Văn A,2010-12-05,,40,,5,,45").Results.Single().UnitId);

    [Fact]
    public void Without_that_date_the_first_day_of_the_round_counts() =>
        Assert.Equal(10, Given.Results(Header, $"TP-2026,00701,PC-CHAIR,Trần Văn A,,{Three}").Results.Single().UnitId);

    [Fact]
    public void A_code_that_was_not_valid_then_is_refused_with_its_validity()
    {
        var file = Given.Results(Header, $"TP-2026,00702,PC-CHAIR,Trần Văn A,2026-11-05,{Three}");
        file.Refuses("2 unit unit-not-valid-then");
        Assert.Contains("không có hiệu lực ngày 05/11/2026", file.Problems[0].MessageVi);
        Assert.Contains("trước 01/07/2025", file.Problems[0].MessageVi);
        Assert.Contains("before 2025-07-01", file.Problems[0].MessageEn);
    }

    [Fact]
    public void A_unit_of_another_level_than_the_round_is_refused() =>
        Given.Results(Header, $"TP-2026,07,PC-CHAIR,Trần Văn A,,{Three}").Refuses("2 unit level-not-covered");

    [Fact]
    public void A_unit_of_a_level_the_regime_does_not_cover_is_refused()
    {
        var file = Given.Results(Header, $"XA-2023,00701,PC-CHAIR,Trần Văn A,,{Three}");
        file.Refuses("2 unit level-not-covered");
        file.Says("NA-96");
    }

    [Theory]
    [InlineData("PC-CHAIR", 1), InlineData("Chủ tịch HĐND", 1), InlineData("\"Chair, People's Council\"", 1), InlineData("chu tich hdnd", 1), InlineData("CHỦ TỊCH UBND", 3), InlineData("pc-vice", 2)]
    public void A_position_goes_by_code_by_full_name_or_without_accents_and_case(string cell, int position) =>
        Assert.Equal(position, Given.Results(Header, $"TP-2026,00701,{cell},Trần Văn A,,{Three}").Results.Single().PositionId);

    [Fact]
    public void An_unknown_position_is_refused_with_the_nearest()
    {
        var file = Given.Results(Header, $"TP-2026,00701,Chủ tịch HĐNN,Trần Văn A,,{Three}");
        file.Refuses("2 position unknown-position");
        file.Says("\"Chủ tịch HĐNN\"", "Chủ tịch HĐND (PC-CHAIR)");
    }

    [Fact]
    public void A_name_of_two_positions_is_ambiguous_and_a_code_is_not()
    {
        var file = Given.Results(Header, $"HD-2014,07,Head of board,Trần Văn A,,{Three}", $"HD-2014,07,BAN-1,Trần Văn B,,{Three}");
        file.Refuses("2 position ambiguous-position");
        file.Says("BAN-1", "BAN-2");
    }

    [Fact]
    public void A_position_the_regime_does_not_list_is_refused_with_those_it_does()
    {
        var file = Given.Results(Header, "MT-2005,00701,PC-VICE,Trần Văn A,,,40,,5,,45", "MT-2005,00701,PC-CHAIR,Trần Văn B,,,40,,5,,45");
        file.Refuses("2 position position-not-covered");
        file.Says("PC-CHAIR; PPC-CHAIR");
    }

    [Fact]
    public void A_vote_outside_the_dates_of_its_round_is_a_warning() => Given.Results(Header,
        $"HD-2014,07,PC-CHAIR,Trần Văn A,2015-01-01,{Three}", $"HD-2014,07,PC-CHAIR,Trần Văn B,2014-12-31,{Three}").Warns("2 held_on outside-round-dates");

    [Fact]
    public void A_vote_outside_the_validity_of_its_regime_is_a_warning() =>
        Given.Results(Header, $"HD-2014,07,PC-CHAIR,Trần Văn A,2015-07-01,{Three}").Warns("2 held_on outside-round-dates", "2 held_on outside-regime-dates");

    [Fact]
    public void The_last_day_of_a_regime_still_belongs_to_it() =>
        Given.Results(Header, $"HD-2014,07,PC-CHAIR,Trần Văn A,2015-06-30,{Three}").Warns("2 held_on outside-round-dates");

    [Fact]
    public void The_round_of_the_command_line_is_taken_where_the_row_names_none()
    {
        var file = Given.ResultsOf("TP-2026", Header, $",00701,PC-CHAIR,Trần Văn A,,{Three}", $"HD-2014,07,PC-CHAIR,Trần Văn A,,{Three}");
        file.IsClean();
        Assert.Equal([3, 4], file.Results.Select(r => r.RoundId));
    }
}
