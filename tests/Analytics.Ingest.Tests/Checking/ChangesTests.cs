using Analytics.Domain.Units;
using Analytics.Ingest.Checking;

namespace Analytics.Ingest.Tests.Checking;

public class ChangesTests
{
    const string Header = "effective_date,kind,from_code,to_code,whole,document";

    [Fact]
    public void A_row_becomes_a_change_with_every_cell_in_its_place()
    {
        var file = Given.Changes(Header, "2025-07-01,merge,00702,00705,yes,1656/NQ-UBTVQH15");
        file.IsClean();
        Assert.Equal(
            new ChangeRow(new(null, 2), new(2025, 7, 1), UnitChangeKind.Merge, "00702", "00705", true, "1656/NQ-UBTVQH15"), Assert.Single(file.Changes));
    }

    [Fact]
    public void The_source_is_the_unit_of_the_day_before_and_the_target_that_of_the_day() =>
        Given.Changes(Header, "2025-07-01,rename,00701,00701,yes,").IsClean();

    [Fact]
    public void A_source_that_was_not_valid_the_day_before_is_refused_with_its_validity()
    {
        var file = Given.Changes(Header, "2025-07-02,merge,00702,00705,yes,");
        file.Refuses("2 from_code unit-not-valid-then");
        Assert.Contains("ngày 01/07/2025", file.Problems[0].MessageVi);
        Assert.Contains("trước 01/07/2025", file.Problems[0].MessageVi);
    }

    [Fact]
    public void A_target_that_is_not_valid_on_the_day_is_refused() =>
        Given.Changes(Header, "2025-06-30,merge,00702,00705,yes,").Refuses("2 to_code unit-not-valid-then");

    [Fact]
    public void An_unknown_code_is_refused() => Given.Changes(Header, "2025-07-01,merge,00792,00705,no,").Refuses("2 from_code unknown-unit");

    [Fact]
    public void A_create_needs_no_source_and_a_dissolve_no_target() =>
        Given.Changes(Header, "2025-07-01,create,,00705,yes,", "2025-07-01,dissolve,00702,,yes,").IsClean();

    [Fact]
    public void Every_other_kind_needs_both() =>
        Given.Changes(Header, "2025-07-01,create,00702,,yes,", "2025-07-01,split,,00705,no,").Refuses("2 to_code missing-value", "3 from_code missing-value");

    [Fact]
    public void Words_are_those_of_the_contract() =>
        Given.Changes(Header, "2025-07-01,join,00702,00705,maybe,", "2025-07-01,MOVE,00702,00706,No,").Refuses("2 kind bad-word", "2 whole bad-word");

    [Fact]
    public void Date_kind_and_whole_must_be_filled() =>
        Given.Changes(Header, ",,00702,00705,,").Refuses("2 effective_date missing-value", "2 kind missing-value", "2 whole missing-value");

    [Fact]
    public void A_date_that_does_not_exist_is_refused() => Given.Changes(Header, "2025-06-31,merge,00702,00705,yes,").Refuses("2 effective_date bad-date");

    [Fact]
    public void Date_source_and_target_stand_in_a_file_once() => Given.Changes(Header,
        "2025-07-01,merge,00702,00705,yes,", "2025-07-01,merge,00702,00706,no,", "2025-07-01,split,00702,00705,no,").Refuses("4 from_code duplicate-row");
}
