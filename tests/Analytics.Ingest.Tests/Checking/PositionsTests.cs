using Analytics.Ingest.Checking;

namespace Analytics.Ingest.Tests.Checking;

public class PositionsTests
{
    const string Header = "code,name_vi,name_en,body,sort";

    [Fact]
    public void A_row_becomes_a_position_with_every_cell_in_its_place()
    {
        var file = Given.Positions(Header, "PC-CHAIR,Chủ tịch HĐND,\"Chair, People's Council\",HĐND,1");
        file.IsClean();
        Assert.Equal(new PositionRow(new(null, 2), "PC-CHAIR", "Chủ tịch HĐND", "Chair, People's Council", "HĐND", 1), Assert.Single(file.Positions));
    }

    [Fact]
    public void English_name_and_body_may_be_empty() => Given.Positions(Header, "X,Chức danh X,,,0").IsClean();

    [Fact]
    public void Code_name_and_order_may_not() =>
        Given.Positions(Header, ",,,HĐND,").Refuses("2 code missing-value", "2 name_vi missing-value", "2 sort missing-value");

    [Fact]
    public void The_order_is_a_whole_number_from_0() =>
        Given.Positions(Header, "X,Chức danh X,,,1.5", "Y,Chức danh Y,,,-1").Refuses("2 sort bad-number", "3 sort negative");

    [Fact]
    public void A_code_stands_in_a_file_once() =>
        Given.Positions(Header, "X,Chức danh X,,,1", "x,Chức danh x,,,2", "X,Chức danh khác,,,3").Refuses("4 code duplicate-row");
}
