using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>What cannot be withdrawn says why, and nothing changes.</summary>
public sealed partial class WithdrawTests
{
    [Fact]
    public void A_row_that_several_sheets_have_needs_the_sheet()
    {
        city.Load("b.csv", Wrong);
        StoreTables.Execute(city.StorePath, "UPDATE result SET sheet = 'Quận Một', row_number = 2 WHERE id = 1; UPDATE result SET sheet = 'Huyện Hai', row_number = 2 WHERE id = 2; UPDATE result SET sheet = 'Huyện Hai' WHERE id > 2");
        Assert.Contains("holds row 2 in several sheets: \"Huyện Hai\", \"Quận Một\". Say which with --sheet", city.Run("withdraw", "5", "--row", "2", "--reason", "x").Ends(2).Error, StringComparison.Ordinal);
        Assert.Contains("holds no row 2 in sheet \"Ba\"; it is in \"Huyện Hai\", \"Quận Một\"", city.Run("withdraw", "5", "--row", "2", "--sheet", "Ba", "--reason", "x").Ends(2).Error, StringComparison.Ordinal);
        Assert.Equal(["0"], city.Query("SELECT count(*) FROM result WHERE to_version IS NOT NULL"));
        Assert.Equal(1, Withdraw(5, row: 2, sheet: "quận một").Results);
        Assert.Equal(1, Withdraw(5, row: 4).Results);
        Assert.Equal(["1", "3"], city.Query("SELECT id FROM result WHERE to_version IS NOT NULL ORDER BY id"));
    }

    [Fact]
    public void Somebody_in_charge_of_some_units_withdraws_rows_of_these_only()
    {
        city.Load("b.csv", Wrong);
        var before = StoreTables.Dump(city.StorePath);
        var own = new HashSet<int> { UnitId("00701") };
        Assert.Equal(WithdrawalState.OutOfScope, Withdraw(5, allowed: own).State);
        Assert.Equal(WithdrawalState.OutOfScope, Withdraw(5, row: 2, allowed: own).State);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
        Assert.Equal(1, Withdraw(5, row: 3, allowed: own).Results);
    }

    [Fact]
    public void A_withdrawal_is_audited_without_a_name()
    {
        city.Load("b.csv", Wrong);
        Withdraw(5, row: 3);
        city.Run("withdraw", "5", "--reason", "của Lê Văn Nam").Ends(0);
        Assert.Equal(["test|withdraw|import 5 row 3|1", "command|withdraw|import 5|3"],
            city.Query("SELECT \"user\", action, target, rows FROM audit_entry WHERE action = 'withdraw' ORDER BY id"));
    }

    [Theory]
    [InlineData(1, "Import 1 (units.csv) holds units: reference data cannot be withdrawn", "withdraw", "1", "--reason", "x")]
    [InlineData(1, "Import 4 (rounds.csv) holds rounds: reference data cannot be withdrawn", "withdraw", "4", "--row", "2", "--reason", "x")]
    [InlineData(2, "There is no import 99; the last one has the number 5", "withdraw", "99", "--reason", "x")]
    [InlineData(2, "Import 5 (b.csv) holds no row 1. Rows that were unchanged or rejected", "withdraw", "5", "--row", "1", "--reason", "x")]
    [InlineData(2, "Option '--reason' is required", "withdraw", "5")]
    [InlineData(2, "--reason is empty; expected why the rows are taken back", "withdraw", "5", "--reason", " ")]
    [InlineData(2, "--sheet goes with --row", "withdraw", "5", "--sheet", "Một", "--reason", "x")]
    [InlineData(2, "five", "withdraw", "five", "--reason", "x")]
    [InlineData(2, "Required argument missing", "withdraw", "--reason", "x")]
    public void A_withdrawal_that_cannot_be_says_why_and_changes_nothing(int exit, string told, params string[] command)
    {
        city.Load("b.csv", Wrong);
        var before = StoreTables.Dump(city.StorePath);
        var run = city.Run(command).Ends(exit);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void A_refused_file_has_nothing_to_withdraw()
    {
        StoreTables.Execute(city.StorePath, "UPDATE import SET state = 1 WHERE id = 4");
        Assert.Contains("Import 4 (rounds.csv): nothing to withdraw, the file was refused", city.Run("withdraw", "4", "--reason", "x").Ends(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_busy_store_is_2_and_nothing_is_withdrawn()
    {
        city.Load("b.csv", Wrong);
        city.Environment["ANALYTICS_BUSY_SECONDS"] = "1";
        using (StoreTables.HoldWriteLock(city.StorePath))
            Assert.Contains("is busy", city.Run("withdraw", "5", "--reason", "x").Ends(2).Error, StringComparison.Ordinal);
        Assert.Equal(["4"], city.Query("SELECT count(*) FROM result WHERE to_version IS NULL"));
    }
}
