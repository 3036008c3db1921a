using System.Globalization;
using System.Text.Json;
using Analytics.Ingest.Commands;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Withdrawing takes rows back as a new version: nothing is deleted, trends follow, and repeating is harmless.</summary>
public sealed partial class WithdrawTests : IDisposable
{
    static readonly string[] Kept =
    [
        SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2024,00702,PC-CHAIR,Trần Thị Mai,,1975,50,15,5,30", "R2026,00711,PC-CHAIR,Lê Văn Nam,,1970,60,50,4,6",
    ];

    static readonly string[] Wrong =
    [
        SmallCity.ResultHeader, "R2024,00704,PC-CHAIR,Đỗ Văn Sáu,,1980,50,10,0,40", "R2024,00701,PC-VICE,Vũ Thị Bảy,,1981,50,40,8,2", "R2026,00712,PC-CHAIR,Đỗ Văn Sáu,,1980,50,10,10,30",
        "D2013,07,PC-CHAIR,Phan Văn Tám,,1960,90,20,20,50",
    ];

    static readonly string[] Recount = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,20,0,30"];

    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    WithdrawalOutcome Withdraw(int import, int? row = null, string? sheet = null, IReadOnlySet<int>? allowed = null) =>
        new Withdrawal(city.Store, TimeProvider.System).Run(new(import, "nạp nhầm", "test", row, sheet, allowed), TestContext.Current.CancellationToken);

    int UnitId(string code) => int.Parse(city.Query($"SELECT id FROM unit WHERE code = '{code}'")[0], CultureInfo.InvariantCulture);

    List<string> Trends() => city.Query("SELECT \"by\", key, position, round_id, officials, left_out, units, base, low, below_rule, low_share, low_lower, low_upper, previous_round_id, change, slope, rounds FROM snapshot ORDER BY 1, 2, 3, 4");

    string[] Verify()
    {
        using var reader = city.Store.Read();
        return [.. new StoreVerification(reader, new Archive(city.Folder)).Run(default).Where(f => f.Wrong.Count > 0).Select(f => f.Check)];
    }

    [Fact]
    public void Trends_after_a_withdrawal_equal_those_of_a_store_that_never_had_the_rows()
    {
        city.Load("a.csv", Kept);
        var (trends, parameters) = (Trends(), city.Query("SELECT * FROM round_parameters ORDER BY 1, 2"));
        city.Load("b.csv", Wrong);
        Assert.NotEqual(trends, Trends());

        var run = city.Run("withdraw", "6", "--reason", "nạp nhầm").Ends(0);
        Assert.Equal("Import 6 (b.csv): 4 results withdrawn\n  published as version 3\n", run.Output);
        Assert.Equal("", run.Error);
        Assert.Equal(trends, Trends());
        Assert.Equal(parameters, city.Query("SELECT * FROM round_parameters ORDER BY 1, 2"));
        Assert.Equal(["4|2|3|nạp nhầm"], city.Query("SELECT count(*), min(from_version), max(to_version), close_reason FROM result WHERE import_id = 6 GROUP BY close_reason"));
        Assert.Equal(["3|0"], city.Query("SELECT data_version, (SELECT count(*) FROM stale_mark) FROM store_state"));
        city.Run("verify").Ends(0);
    }

    [Fact]
    public void The_only_results_of_a_store_withdrawn_leave_no_trend()
    {
        city.Load("a.csv", Kept);
        Assert.Equal(3, Withdraw(5).Results);
        Assert.Empty(Trends());
        Assert.Equal(["0|0"], city.Query("SELECT (SELECT count(*) FROM threshold_mark), (SELECT count(*) FROM round_parameters)"));
        Assert.Empty(Verify());
    }

    [Fact]
    public void As_of_the_day_before_the_rows_are_still_known()
    {
        city.Load("a.csv", Kept);
        city.Load("b.csv", Wrong);
        var (trends, officials) = (Printed("trends", "--by", "district"), Printed("officials", "--round", "R2024"));
        Withdraw(6);
        StoreTables.Execute(city.StorePath, "UPDATE publication SET at = '2026-01-10 12:00:00' WHERE version = 1; UPDATE publication SET at = '2026-02-10 12:00:00' WHERE version = 2; UPDATE publication SET at = '2026-03-10 12:00:00' WHERE version = 3");
        Assert.Equal(trends, Printed("trends", "--by", "district", "--as-of", "2026-03-09"));
        Assert.Equal(officials, Printed("officials", "--round", "R2024", "--as-of", "2026-03-09"));
        Assert.NotEqual(trends, Printed("trends", "--by", "district", "--as-of", "2026-03-11"));
        Assert.Equal(["Lê Văn Nam", "Trần Thị Mai"], CsvRows.ReadText(Printed("officials", "--round", "R2024")).Select(r => r["official"]));
    }

    string Printed(params string[] command) => city.Run([.. command, "--format", "csv"]).Ends(0).Output;

    [Fact]
    public void One_row_is_withdrawn_by_its_number()
    {
        city.Load("b.csv", Wrong);
        var run = city.Run("withdraw", "5", "--row", "3", "--reason", "sai đơn vị", "--json").Ends(0);
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["import", "file", "kind", "row", "sheet", "results", "roster", "corrections", "earlier", "version"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal((5, "b.csv", "results", 3, 1, 0, 2), (json.GetProperty("import").GetInt32(), json.GetProperty("file").GetString(), json.GetProperty("kind").GetString(),
            json.GetProperty("row").GetInt32(), json.GetProperty("results").GetInt32(), json.GetProperty("corrections").GetInt32(), json.GetProperty("version").GetInt32()));
        Assert.Equal(["2||", "3|2|sai đơn vị", "4||", "5||"], city.Query("SELECT row_number, to_version, close_reason FROM result ORDER BY id"));
        Assert.Empty(Verify());
    }

    [Fact]
    public void Repeating_changes_nothing_and_is_0()
    {
        city.Load("b.csv", Wrong);
        Withdraw(5, row: 3);
        Assert.Equal(WithdrawalState.NothingCurrent, Withdraw(5, row: 3).State);
        Assert.Equal(3, Withdraw(5).Results);
        var before = StoreTables.Dump(city.StorePath);
        var again = city.Run("withdraw", "5", "--reason", "lần nữa").Ends(0);
        Assert.Equal("Import 5 (b.csv): nothing to withdraw, none of its rows is current any more; withdrawn or corrected before.\n", again.Output);
        Assert.Equal(0, JsonDocument.Parse(city.Run("withdraw", "5", "--reason", "lần nữa", "--json").Ends(0).Output).RootElement.GetProperty("results").GetInt32());
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void The_same_bytes_loaded_again_after_a_withdrawal_are_loaded_again()
    {
        city.Load("b.csv", Wrong);
        var trends = Trends();
        Withdraw(5);
        var again = city.LoadFile(Path.Combine(city.Folder, "b.csv"));
        Assert.Equal((6, 4, 0), (again.Import, again.Loaded, again.Unchanged));
        Assert.Equal(trends, Trends());
        Assert.Equal(["3"], city.Query("SELECT count(DISTINCT person_id) FROM result"));

        Withdraw(6, row: 4);
        again = city.LoadFile(Path.Combine(city.Folder, "b.csv"));
        Assert.Equal((7, 1, 3), (again.Import, again.Loaded, again.Unchanged));
        Assert.Equal(trends, Trends());
        Assert.Equal(4, city.LoadFile(Path.Combine(city.Folder, "b.csv")).Unchanged);
        Assert.Empty(Verify());
    }

    [Fact]
    public void What_a_withdrawn_correction_had_replaced_comes_back_only_by_loading_its_file_again()
    {
        city.Load("a.csv", Kept);
        var trends = Trends();
        city.Load("c.csv", [.. Recount, "R2024,00703,PC-CHAIR,Bùi Thị Chín,,1982,50,40,8,2"], replace: "kiểm phiếu lại");
        var run = city.Run("withdraw", "6", "--reason", "kiểm phiếu lại sai").Ends(0);
        Assert.Contains("2 results withdrawn\n  1 of them had corrected rows of import 5, which do not come back by themselves: load the earlier file again.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["Trần Thị Mai"], city.Query("SELECT official_name FROM result WHERE to_version IS NULL AND round_id = (SELECT id FROM round WHERE code = 'R2024')"));

        var again = city.LoadFile(Path.Combine(city.Folder, "a.csv"));
        Assert.Equal((1, 2), (again.Loaded, again.Unchanged));
        Assert.Equal(trends, Trends());
        Assert.Equal(0, Withdraw(again.Import!.Value).Corrections);
        Assert.Empty(Verify());
    }

    [Fact]
    public void A_row_that_was_corrected_since_is_not_the_import_s_any_more()
    {
        city.Load("a.csv", Kept);
        city.Load("c.csv", Recount, replace: "kiểm phiếu lại");
        Assert.Equal(WithdrawalState.NothingCurrent, Withdraw(5, row: 2).State);
        Assert.Equal((2, 0), (Withdraw(5).Results, Withdraw(5).Results));
        Assert.Equal(["30"], city.Query("SELECT low FROM result WHERE to_version IS NULL"));
    }

    [Fact]
    public void Rows_that_were_loaded_and_not_published_yet_are_never_seen()
    {
        city.Load("a.csv", Kept);
        var published = StoreTables.DumpPublished(city.StorePath);
        LoadWithoutPublishing(Wrong);
        Assert.Equal(4, Withdraw(6).Results);
        Assert.Equal(["2|2"], city.Query("SELECT DISTINCT from_version, to_version FROM result WHERE import_id = 6"));
        Assert.Equal(WithoutVersion(published), WithoutVersion(StoreTables.DumpPublished(city.StorePath)));
        Assert.Empty(Verify());

        static string WithoutVersion(string dump) => dump[..dump.IndexOf("== publication", StringComparison.Ordinal)];
    }

    /// <summary>As a process does that is killed between the two steps.</summary>
    void LoadWithoutPublishing(string[] lines)
    {
        var path = city.Write("chưa.csv", lines);
        using var target = LoadTarget.Real(city.Store);
        var turn = new FileTurn(target, new Archive(city.Folder), TimeProvider.System, null, new LoadOptions("test"));
        Assert.NotNull(turn.Take(new(path, "chưa.csv"), FileReader.Read(path), _ => { }, last: true, default).Import);
    }

    [Fact]
    public void A_withdrawal_that_was_not_published_is_published_by_repeating_it()
    {
        city.Load("b.csv", Wrong);
        StoreTables.Execute(city.StorePath, "UPDATE result SET to_version = 2, close_reason = 'x'; INSERT INTO stale_mark (round_id, unit_id) SELECT DISTINCT round_id, unit_id FROM result");
        Assert.Equal((WithdrawalState.NothingCurrent, 2L), Withdraw(5) is var again ? (again.State, again.Version) : default);
        Assert.Empty(Trends());
    }

    [Fact]
    public void Roster_rows_are_withdrawn_too_and_may_be_loaded_again()
    {
        string[] roster = ["round,unit,position,official,status", "R2024,00701,PC-CHAIR,Lê Văn Nam,due", "R2024,00702,PC-CHAIR,,vacant"];
        city.Load("roster.csv", roster);
        city.Load("sửa.csv", [roster[0], "R2024,00701,PC-CHAIR,Lê Văn Nam,exempt"], replace: "sắp nghỉ hưu");
        var run = city.Run("withdraw", "6", "--reason", "nhầm").Ends(0);
        Assert.Contains("1 roster row withdrawn\n  1 of them had corrected rows of import 5,", run.Output, StringComparison.Ordinal);
        Assert.Equal(["2|1|2|sắp nghỉ hưu", "2|2|3|nhầm", "3|1||"], city.Query("SELECT row_number, from_version, to_version, close_reason FROM roster_entry ORDER BY row_number, from_version"));
        var again = city.LoadFile(Path.Combine(city.Folder, "roster.csv"));
        Assert.Equal((1, 1), (again.Loaded, again.Unchanged));
        Assert.Equal(["4"], city.Query("SELECT data_version FROM store_state"));
    }
}
