using Analytics.Domain.Results;

namespace Analytics.Ingest.Tests.Checking;

public class ResultCellsTests
{
    const string Levels = "high,confidence,low,collected";

    [Fact]
    public void A_row_becomes_a_result_with_every_cell_in_its_place()
    {
        var file = Given.Results(
            "round,unit,position,official,official_code,born,held_on,delegates,invited,present,issued,collected,valid,invalid,high,confidence,low,published_low_percent,published_high_percent,exempt,note,source",
            "TP-2026,00701,PC-CHAIR,Trần Văn A,CB-01,1968,20/11/2026,30,62,60,60,59,58,1,40,10,8,\"13,56 %\",67.8,,đối chiếu,biên bản số 5");
        file.IsClean();
        Assert.Equal(
            new(new(null, 2), 3, 10, 1, "Trần Văn A", "CB-01", "1968", new(2026, 11, 20), new Counts(30, 62, 60, 60, 59, 58, 1, 40, 10, 8),
                null, 13.56, 67.8, "đối chiếu", "biên bản số 5", null),
            Assert.Single(file.Results));
    }

    [Fact]
    public void Vietnamese_headers_are_understood()
    {
        var file = Given.Results(
            "TT,Mã đợt,Mã đơn vị,Chức danh,Họ và tên,Ngày lấy phiếu,Có mặt,Tổng số phiếu phát ra,Thu về,Hợp lệ,Không hợp lệ,Tín nhiệm cao,Tín nhiệm,Tín nhiệm thấp,Tỷ lệ tín nhiệm thấp (%)",
            "1,TP-2026,00701,Chủ tịch HĐND,Trần Văn A,20/11/2026,60,60,59,58,1,40,10,8,\"13,6\"");
        file.IsClean();
        Assert.Equal(new Counts(null, null, 60, 60, 59, 58, 1, 40, 10, 8), file.Results[0].Counts);
    }

    [Fact]
    public void Each_empty_required_cell_is_one_missing_value() => Given.Results("round,unit,position,official,high,confidence,low,collected", ",,,,40,10,8,60", "TP-2026,00701,PC-CHAIR,Trần Văn A,,,8,60")
        .Refuses("2 round missing-value", "2 unit missing-value", "2 position missing-value", "2 official missing-value", "3 high missing-value", "3 confidence missing-value");

    [Theory]
    [InlineData("12.5"), InlineData("4o"), InlineData("40%"), InlineData("-"), InlineData("+4"), InlineData("- 4"), InlineData("99999999999")]
    public void A_count_that_is_no_whole_number_is_refused(string cell) => Given.Ballot(Levels, $"{cell},0,0,90").Refuses("2 high bad-number");

    [Theory]
    [InlineData("1.234", 1234), InlineData("\"1,234\"", 1234), InlineData("1 234", 1234), InlineData("1\u00A0234", 1234), InlineData("1\u202F234", 1234)]
    [InlineData("12.345", 12345), InlineData("123.456", 123456), InlineData("1.234.567", 1234567), InlineData("\"1,234,567\"", 1234567), InlineData("10.000.000", 10000000)]
    public void Thousands_grouped_by_point_comma_or_space_are_a_count(string cell, int count)
    {
        var file = Given.Ballot("high,confidence,low,collected", $"{cell},0,0,{cell}");
        file.IsClean();
        Assert.Equal((count, count), (file.Results[0].Counts.High, file.Results[0].Counts.Collected));
    }

    [Theory]
    [InlineData("1.23"), InlineData("1.2345"), InlineData("1234.567"), InlineData("0.123"), InlineData("012.345"), InlineData("1.234.56"), InlineData("1.234.5678"), InlineData(".234"), InlineData("1.")]
    [InlineData("\"1.234,567\""), InlineData("\"1,234.567\""), InlineData("1.234 567"), InlineData("1.234.000.000.x"), InlineData("1.234%"), InlineData("1..234"), InlineData("1. 234"), InlineData("12 34"), InlineData("1'234")]
    public void Any_other_grouping_is_refused(string cell) => Given.Ballot(Levels, $"{cell},0,0,90").Refuses("2 high bad-number");

    [Fact]
    public void A_grouped_number_below_zero_or_beyond_the_bound_is_told_as_that()
    {
        Given.Ballot(Levels, "-1.234,0,0,90").Refuses("2 high negative");
        Given.Ballot(Levels, "100.000.001,0,0,90").Refuses("2 high bad-number");
    }

    [Fact]
    public void A_point_in_a_percentage_is_decimal_even_before_three_digits()
    {
        var file = Given.Ballot("high,confidence,low,published_low_percent,published_high_percent,collected", "0,65,1,1.515,\"0,000\",66");
        file.IsClean();
        Assert.Equal(1.515, file.Results[0].PublishedLowPercent);
    }

    [Fact]
    public void An_apostrophe_before_a_number_a_code_or_a_date_is_not_part_of_it()
    {
        var file = Given.Results("round,unit,position,official,high,confidence,low,collected,held_on,note",
            "TP-2026,'00701,PC-CHAIR,Trần Văn A,'30,'1.234,'0,'1.264,'20/11/2026,'ghi chú'");
        file.IsClean();
        var row = file.Results[0];
        Assert.Equal((30, 1234, new DateOnly(2026, 11, 20), "'ghi chú'"), (row.Counts.High, row.Counts.Middle, row.HeldOn, row.Note));
    }

    [Fact]
    public void The_message_about_a_number_says_what_was_found_and_where() =>
        Given.Ballot(Levels, "12.5,0,0,90").Says("\"12.5\"", "(high)");

    [Theory]
    [InlineData("-3"), InlineData("−3"), InlineData("–3")]
    public void A_count_below_zero_is_negative_whatever_the_sign_looks_like(string cell) => Given.Ballot(Levels, $"{cell},0,0,90").Refuses("2 high negative");

    [Theory]
    [InlineData("0", 0), InlineData("007", 7), InlineData("90", 90)]
    public void Digits_are_a_count(string cell, int count)
    {
        var file = Given.Ballot(Levels, $"{cell},0,0,90");
        file.IsClean();
        Assert.Equal(count, file.Results[0].Counts.High);
    }

    [Theory]
    [InlineData("63.7"), InlineData("\"63,7\""), InlineData("63.7%"), InlineData("\"63,7 %\"")]
    public void A_percentage_takes_dot_or_comma_and_sign(string cell)
    {
        var file = Given.Ballot("high,confidence,low,published_low_percent,collected", $"0,12,21,{cell},33");
        file.IsClean();
        Assert.Equal(63.7, file.Results[0].PublishedLowPercent);
    }

    [Theory]
    [InlineData("100.1", "bad-number"), InlineData("\"6,3,7\"", "bad-number"), InlineData("cao", "bad-number"), InlineData("%", "bad-number"), InlineData("-5 %", "negative")]
    public void A_percentage_is_a_number_from_0_to_100(string cell, string rule) =>
        Given.Ballot("high,confidence,low,published_high_percent,collected", $"33,0,0,{cell},33").Refuses($"2 published_high_percent {rule}");

    [Theory]
    [InlineData("2026-11-20"), InlineData("20/11/2026"), InlineData("20/11/2026 ")]
    public void Dates_are_year_first_or_day_first(string cell)
    {
        var file = Given.Ballot("high,confidence,low,collected,held_on", $"40,0,0,90,{cell}");
        file.IsClean();
        Assert.Equal(new DateOnly(2026, 11, 20), file.Results[0].HeldOn);
    }

    [Theory]
    [InlineData("11/20/2026"), InlineData("31/11/2026"), InlineData("20-11-2026"), InlineData("2026"), InlineData("20/11/26"), InlineData("2026-11-20 08:00"), InlineData("0000-01-01")]
    public void Anything_else_is_no_date(string cell) => Given.Ballot("high,confidence,low,collected,held_on", $"40,0,0,90,{cell}").Refuses("2 held_on bad-date");

    [Theory]
    [InlineData("23/5/3010"), InlineData("1989-12-31"), InlineData("2026-11-25")]
    public void A_vote_with_results_was_held_between_1990_and_tomorrow(string cell) =>
        Given.Ballot("high,confidence,low,collected,held_on", $"40,0,0,90,{cell}").Refuses("2 held_on date-out-of-range");

    [Fact]
    public void Tomorrow_is_not_out_of_range() => Given.Ballot("high,confidence,low,collected,held_on", "40,0,0,90,2026-11-24").IsClean();

    [Theory]
    [InlineData("1968", "1968"), InlineData("1968-05-19", "1968-05-19"), InlineData("19/5/1968", "1968-05-19"), InlineData("1900", "1900"), InlineData("2008", "2008"), InlineData("23/11/2008", "2008-11-23")]
    public void Birth_is_a_year_or_a_date(string cell, string born)
    {
        var file = Given.Ballot("high,confidence,low,collected,born", $"40,0,0,90,{cell}");
        file.IsClean();
        Assert.Equal(born, file.Results[0].Born);
    }

    [Theory]
    [InlineData("1899", "date-out-of-range"), InlineData("2009", "date-out-of-range"), InlineData("24/11/2008", "date-out-of-range"), InlineData("68", "bad-date"), InlineData("5/1968", "bad-date")]
    public void Birth_lies_between_1900_and_18_years_ago(string cell, string rule) =>
        Given.Ballot("high,confidence,low,collected,born", $"40,0,0,90,{cell}").Refuses($"2 born {rule}");

    [Fact]
    public void Text_has_at_most_300_characters_and_a_note_4000()
    {
        var columns = "high,confidence,low,collected,note,source";
        Given.Ballot(columns, $"40,0,0,90,{new string('g', 4000)},{new string('n', 300)}").IsClean();
        Given.Ballot(columns, $"40,0,0,90,{new string('g', 4001)},{new string('n', 301)}").Refuses("2 note too-long", "2 source too-long");
    }

    [Fact]
    public void Control_characters_are_refused_in_any_cell() =>
        Given.Ballot("high,confidence,low,collected,held_on,note", "4\u00010,0,0,90,2026-11-20\u0007,a\u202Eb").Refuses(
            "2 held_on control-character", "2 high control-character", "2 note control-character");

    [Fact]
    public void A_line_break_within_a_note_is_a_space_and_no_control_character() =>
        Given.Ballot("high,confidence,low,collected,note", "40,0,0,90,\"hai\ndòng\"").IsClean();

    [Fact]
    public void Filled_cells_of_unknown_columns_are_kept_as_json()
    {
        var file = Given.Ballot("high,confidence,low,collected,Điện thoại,Tổ", "40,0,0,90,0912,", "40,0,0,90,,");
        file.Warns("file unknown-column", "file unknown-column");
        Assert.Equal("{\"Điện thoại\":\"0912\"}", file.Results[0].Extra);
        Assert.Null(file.Results[1].Extra);
    }
}
