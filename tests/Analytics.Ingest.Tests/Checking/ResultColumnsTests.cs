namespace Analytics.Ingest.Tests.Checking;

public class ResultColumnsTests
{
    [Fact]
    public void A_level_column_every_row_needs_and_the_file_lacks_is_one_missing_column()
    {
        var file = Given.Ballot("high,confidence,collected", "30,10,45", "31,10,45");
        file.Refuses("file missing-column");
        file.Says("(low)", "CITY-2026");
        Assert.Equal(2, file.BadRows);
        Assert.True(file.Refused);
    }

    [Fact]
    public void A_level_column_only_some_rows_need_is_missing_cell_by_cell() => Given.Results(
        "round,unit,position,official,confidence,no_confidence,collected",
        "MT-2010,00701,PC-CHAIR,Trần Văn A,40,5,45",
        "TP-2026,00701,PC-CHAIR,Trần Văn A,40,,45").Refuses("3 high missing-value", "3 low missing-value");

    [Fact]
    public void Columns_of_a_two_option_file_under_a_three_option_round_are_missing() =>
        Given.Ballot("confidence,no_confidence,collected", "40,5,45").Refuses("file missing-column", "file missing-column");

    [Fact]
    public void Rows_of_unknown_rounds_do_not_decide() => Given.Results(
        "round,unit,position,official,confidence,collected", "X,00701,PC-CHAIR,Trần Văn A,40,45", "MT-2010,00701,PC-CHAIR,Trần Văn A,40,45")
        .Refuses("file missing-column");

    [Fact]
    public void A_file_of_exempt_rows_needs_no_level_columns() =>
        Given.Results("round,unit,position,official,exempt", "TP-2026,00701,PC-CHAIR,Trần Văn A,mới bầu").IsClean();

    [Fact]
    public void A_file_without_rounds_needs_one_from_the_command_line()
    {
        string[] lines = ["unit,position,official,high,confidence,low,collected", "00701,PC-CHAIR,Trần Văn A,30,10,5,45", "00701,PC-CHAIR,Trần Văn B,30,10,5,45"];
        Given.Results(lines).Refuses("file missing-column");
        Given.ResultsOf("TP-2026", lines).IsClean();
    }

    [Fact]
    public void A_round_of_the_command_line_that_is_unknown_is_one_problem_of_the_file()
    {
        var file = Given.ResultsOf("TP-2062", "unit,position,official,high,confidence,low,collected", "00701,PC-CHAIR,Trần Văn A,30,10,5,45");
        file.Refuses("file unknown-round");
        file.Says("TP-2026");
    }

    [Fact]
    public void A_file_with_neither_codes_nor_names_of_units_lacks_one_column() =>
        Given.Results("round,position,official,high,confidence,low,collected", "TP-2026,PC-CHAIR,Trần Văn A,30,10,5,45").Refuses("file missing-column");

    [Fact]
    public void A_file_refused_as_a_whole_has_no_rows_and_all_of_them_bad()
    {
        var file = Given.Results("round,unit,official,high,confidence,low", "TP-2026,00701,Trần Văn A,30,10,5");
        file.Refuses("file missing-column");
        Assert.Equal(1, file.BadRows);
    }
}
