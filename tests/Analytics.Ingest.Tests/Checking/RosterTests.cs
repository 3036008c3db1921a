using Analytics.Domain.People;
using Analytics.Ingest.Checking;

namespace Analytics.Ingest.Tests.Checking;

public class RosterTests
{
    const string Header = "round,unit,position,official,official_code,born,in_post_since,status,reason";

    [Fact]
    public void A_row_becomes_an_entry_with_every_cell_in_its_place()
    {
        var file = Given.Roster(Header, "TP-2026,00701,Chủ tịch HĐND,Trần Văn A,CB-01,19/5/1968,2024-02-01,exempt,sắp nghỉ hưu");
        file.IsClean();
        Assert.Equal(
            new RosterRow(new(null, 2), 3, 10, 1, "Trần Văn A", "CB-01", "1968-05-19", new(2024, 2, 1), RosterStatus.Exempt, "sắp nghỉ hưu"), Assert.Single(file.Roster));
    }

    [Fact]
    public void Vietnamese_headers_are_understood() =>
        Given.Roster("Mã đợt,Mã đơn vị,Chức danh,Họ và tên,Trạng thái", "TP-2026,00701,PC-CHAIR,Trần Văn A,due").IsClean();

    [Fact]
    public void A_unit_is_the_one_valid_on_the_first_day_of_the_round()
    {
        var file = Given.Roster(Header, "MT-2010,00701,PC-CHAIR,Trần Văn A,,,,due,", "MT-2010,00705,PC-CHAIR,Trần Văn B,,,,due,");
        file.Refuses("3 unit unit-not-valid-then");
        Assert.Equal(6, file.Roster[0].UnitId);
    }

    [Fact]
    public void Nobody_need_be_named_where_the_post_is_vacant_or_does_not_exist() =>
        Given.Roster(Header, "TP-2026,00701,PC-CHAIR,,,,,vacant,", "TP-2026,00701,PC-VICE,,,,,no-council,").IsClean();

    [Fact]
    public void Somebody_must_be_named_where_due_or_exempt() =>
        Given.Roster(Header, "TP-2026,00701,PC-CHAIR,,,,,due,", "TP-2026,00701,PC-VICE,,,,,exempt,").Refuses("2 official missing-value", "3 official missing-value");

    [Fact]
    public void Each_empty_required_cell_is_one_missing_value() => Given.Roster(Header, ",,,Trần Văn A,,,,,").Refuses(
        "2 round missing-value", "2 unit missing-value", "2 position missing-value", "2 status missing-value");

    [Fact]
    public void References_must_be_known_and_covered() => Given.Roster(Header,
        "TP-2027,00701,PC-CHAIR,Trần Văn A,,,,due,", "TP-2026,00799,PC-CHAIR,Trần Văn A,,,,due,", "TP-2026,00701,Trưởng thôn,Trần Văn A,,,,due,",
        "TP-2026,00701,BAN-1,Trần Văn A,,,,due,", "TP-2026,07,PC-CHAIR,Trần Văn A,,,,due,").Refuses(
        "2 round unknown-round", "3 unit unknown-unit", "4 position unknown-position", "5 position position-not-covered", "6 unit level-not-covered");

    [Fact]
    public void A_status_is_a_word_of_the_contract() => Given.Roster(Header, "TP-2026,00701,PC-CHAIR,Trần Văn A,,,,absent,").Refuses("2 status bad-word");

    [Fact]
    public void Dates_must_exist() => Given.Roster(Header, "TP-2026,00701,PC-CHAIR,Trần Văn A,,1890,2024-13-01,due,")
        .Refuses("2 born date-out-of-range", "2 in_post_since bad-date");

    [Fact]
    public void An_official_stands_in_a_post_once() => Given.Roster(Header,
        "TP-2026,00701,PC-VICE,Trần Văn A,,1968,,due,", "TP-2026,00701,PC-VICE,TRAN VAN A,,1968,,due,", "TP-2026,00701,PC-VICE,Trần Văn A,,1970,,due,")
        .Refuses("3 official duplicate-row");

    [Fact]
    public void A_post_is_vacant_once() =>
        Given.Roster(Header, "TP-2026,00701,PC-VICE,,,,,vacant,", "TP-2026,00705,PC-VICE,,,,,vacant,", "TP-2026,00701,PC-VICE,,,,,vacant,")
            .Refuses("4 official duplicate-row");

    [Theory]
    // NA-96: not those elected in the year of the vote.
    [InlineData("HD-2023,07,PC-CHAIR,Trần Văn A,,,2023-01-01,due,", true), InlineData("HD-2023,07,PC-CHAIR,Trần Văn A,,,2022-12-31,due,", false)]
    [InlineData("HD-2023,07,PC-CHAIR,Trần Văn A,,,2022-12-31,exempt,Mới được bầu", true), InlineData("HD-2023,07,PC-CHAIR,Trần Văn A,,,2023-02-01,exempt,Mới được bầu", false)]
    // Awaiting retirement is no matter of tenure, other words claim nothing, and nothing is known without a day.
    [InlineData("HD-2023,07,PC-CHAIR,Trần Văn A,,,2015-01-01,exempt,Đang chờ nghỉ hưu", false), InlineData("HD-2023,07,PC-CHAIR,Trần Văn A,,,2015-01-01,exempt,Nghỉ ốm dài ngày", false)]
    [InlineData("HD-2023,07,PC-CHAIR,Trần Văn A,,,,due,", false)]
    // A rule without exemptions says nothing of tenure.
    [InlineData("TP-2026,00701,PC-CHAIR,Trần Văn A,,,2026-10-01,due,", false)]
    public void Status_and_tenure_are_held_against_the_rule(string line, bool warned)
    {
        var file = Given.Roster(Header, line);
        if (warned) file.Warns("2 in_post_since exemption-differs");
        else file.IsClean();
        Assert.Single(file.Roster);
    }
}
