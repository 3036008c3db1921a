namespace Analytics.Ingest.Tests.Checking;

public class ResultDuplicatesTests
{
    const string Header = "round,unit,position,official,official_code,born,confidence,no_confidence,collected";

    [Fact]
    public void The_same_person_twice_in_a_round_unit_and_position_is_refused_the_second_time()
    {
        var file = Given.Results(Header, "MT-2010,00701,PC-VICE,Trần Văn A,,1968,40,5,45", "MT-2010,00701,Phó Chủ tịch HĐND,TRAN VAN A,,1968,40,5,45");
        file.Refuses("3 official duplicate-row");
        Assert.Contains("dòng 2", file.Problems[0].MessageVi);
        Assert.Contains("line 2", file.Problems[0].MessageEn);
        Assert.DoesNotContain("Trần", file.Problems[0].MessageVi);
    }

    [Fact]
    public void Another_birth_code_position_or_unit_makes_another_result() => Given.Results(Header,
        "MT-2010,00701,PC-VICE,Trần Văn A,,1968,40,5,45",
        "MT-2010,00701,PC-VICE,Trần Văn A,,1969,40,5,45",
        "MT-2010,00701,PC-VICE,Trần Văn A,,,40,5,45",
        "MT-2010,00701,PC-VICE,Trần Văn A,CB-1,1968,40,5,45",
        "MT-2010,00701,PC-VICE,Trần Văn A,CB-2,1968,40,5,45",
        "MT-2010,00701,PPC-VICE,Trần Văn A,,1968,40,5,45",
        "MT-2010,00702,PC-VICE,Trần Văn A,,1968,40,5,45").IsClean();

    [Fact]
    public void The_same_code_is_the_same_person_whatever_the_name() => Given.Results(Header,
        "MT-2010,00701,PC-VICE,Trần Văn A,CB-1,1968,40,5,45", "MT-2010,00701,PC-VICE,Lê Thị B,CB-1,,40,5,45").Refuses("3 official duplicate-row");

    [Fact]
    public void A_refused_row_still_counts_as_the_first() => Given.Results(Header,
        "MT-2010,00701,PC-VICE,Trần Văn A,,,40,-5,45", "MT-2010,00701,PC-VICE,Trần Văn A,,,40,5,45").Refuses("2 no_confidence negative", "3 official duplicate-row");

    [Fact]
    public void Twice_is_found_among_many_holders_of_a_post_too()
    {
        var rows = Enumerable.Range(1, 30).Select(i => $"MT-2010,00701,PC-VICE,Trần Văn {(char)('A' + i % 26)},,{1940 + i},40,5,45");
        Given.Results([Header, .. rows, "MT-2010,00701,PC-VICE,trần văn c,,1942,40,5,45", "MT-2010,00701,PC-VICE,Trần Văn Mới,,1942,40,5,45"])
            .Refuses("32 official duplicate-row");
    }
}
