using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Tests.Reading;

namespace Analytics.Ingest.Tests.Checking;

public class PlacesTests
{
    static readonly string[] Header = ["round", "unit", "position", "official", "high", "confidence", "low", "collected"];
    static readonly string[] Good = ["TP-2026", "00701", "PC-CHAIR", "Trần Văn A", "30", "10", "5", "45"];

    [Fact]
    public void A_problem_and_a_row_of_a_workbook_name_their_sheet()
    {
        var file = Given.Check(Sources.Workbook(
            new("Đợt một", Sources.Row(1, Header) + Sources.Row(2, Good)),
            new("Đợt hai", Sources.Row(3, Header) + Sources.Row(4, Good))));
        var problem = Assert.Single(file.Problems);
        Assert.Equal(("Đợt hai", 4, "duplicate-row"), (problem.Sheet, problem.Row, problem.Rule));
        Assert.Contains("dòng 2 của trang \"Đợt một\"", problem.MessageVi);
        Assert.Contains("line 2 of sheet \"Đợt một\"", problem.MessageEn);
        Assert.Equal(new Place("Đợt một", 2), Assert.Single(file.Results).Place);
    }

    [Fact]
    public void Problems_of_the_file_come_before_those_of_rows_and_these_in_file_order() => Given.Results(
        "round,unit,position,official,high,confidence,low,collected,Tổ",
        "TP-2026,00701,PC-CHAIR,Trần Văn A,3x,10,5,45,1", "TP-2026,00799,PC-CHAIR,Trần Văn B,30,10,-5,45,1")
        .Has("file unknown-column", "2 high bad-number", "3 unit unknown-unit", "3 low negative");

    [Fact]
    public void A_row_with_several_errors_is_one_bad_row() =>
        Assert.Equal((3, 1, 2), Bad(Given.Ballot("high,confidence,low,collected", "3x,-1,5,45", "30,10,5,45", "30,10,6,46")));

    [Fact]
    public void A_warning_makes_no_bad_row() => Assert.Equal((1, 0, 1), Bad(Given.Ballot("high,confidence,low,collected", "30,10,5,")));

    [Fact]
    public void A_file_of_no_known_kind_keeps_its_one_problem()
    {
        var file = Given.Check(null, ["a,b", "1,2"]);
        Assert.Null(file.Kind);
        Assert.Contains(file.Problems, p => p.Rule == "unknown-kind");
        Assert.Equal((1, 1, 0), Bad(file));
    }

    [Fact]
    public void A_check_can_be_ended()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        var source = Sources.Csv(string.Join(',', Header) + "\n" + string.Join(',', Good), FileKind.Results);
        Assert.Throws<OperationCanceledException>(() => Checker.Check(source, Given.City, new(null, Given.Today), ended.Token));
    }

    static (int Rows, int Bad, int Accepted) Bad(CheckedFile file) => (file.RowCount, file.BadRows, file.Accepted());
}
