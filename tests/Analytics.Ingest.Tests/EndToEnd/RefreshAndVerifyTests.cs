using Analytics.Domain.Storage;
using Analytics.Ingest.Commands;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>What is loaded gets published by the next who loads or refreshes, and verify tells what is not as it was written.</summary>
public sealed class RefreshAndVerifyTests : IDisposable
{
    static readonly string[] File1 =
    [
        "round,unit,position,official,born,invited,present,issued,collected,valid,invalid,high,confidence,low",
        "R2024,00701,PC-CHAIR,Lê Văn Nam,1970,55,50,50,50,50,0,40,8,2", "R2024,00702,PC-CHAIR,Trần Thị Mai,1975,55,50,50,50,49,1,15,4,30",
    ];

    static readonly string[] File2 = [SmallCity.ResultHeader, "R2026,00711,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2"];

    readonly CommandRun city = SmallCity.Run();

    public RefreshAndVerifyTests() => city.Load("a.csv", File1);

    public void Dispose() => city.Dispose();

    Store Store => city.Store;

    string[] Verify()
    {
        using var reader = Store.Read();
        return [.. new StoreVerification(reader, new Archive(city.Folder)).Run(default).Where(f => f.Wrong.Count > 0).Select(f => f.Check)];
    }

    /// <summary>As a process does that is killed between the two steps.</summary>
    void LoadWithoutPublishing(params string[] lines)
    {
        var path = city.Write("chưa.csv", lines);
        using var target = LoadTarget.Real(Store);
        var turn = new FileTurn(target, new Archive(city.Folder), TimeProvider.System, null, new LoadOptions("test"));
        Assert.NotNull(turn.Take(new(path, "chưa.csv"), FileReader.Read(path), _ => { }, last: true, default).Import);
    }

    [Fact]
    public void What_was_loaded_and_not_published_is_invisible_until_the_next_refresh()
    {
        var published = StoreTables.DumpPublished(city.StorePath);
        LoadWithoutPublishing(File2);
        Assert.Equal(published, StoreTables.DumpPublished(city.StorePath));
        Assert.Empty(CsvRows.ReadText(city.Run("officials", "--round", "R2026", "--format", "csv").Ends(0).Output));
        Assert.Empty(Verify());
        Assert.Contains("Published version 2", city.Run("refresh").Ends(0).Output, StringComparison.Ordinal);
        Assert.Equal(["2|2"], city.Query("SELECT data_version, (SELECT count(*) FROM snapshot WHERE \"by\" = 0) FROM store_state"));
        Assert.Equal(["2"], city.Query("SELECT version FROM import WHERE file_name = 'chưa.csv'"));
        Assert.Contains("Nothing was stale", city.Run("refresh").Ends(0).Output, StringComparison.Ordinal);
        Assert.Empty(Verify());
    }

    [Fact]
    public void Or_until_the_next_import_even_of_the_very_same_file()
    {
        LoadWithoutPublishing(File2);
        Assert.Equal(1, city.LoadFile(Path.Combine(city.Folder, "chưa.csv")).Unchanged);
        Assert.Equal(["2"], city.Query("SELECT data_version FROM store_state"));
        LoadWithoutPublishing(SmallCity.ResultHeader, "R2026,00713,PC-CHAIR,Vũ Thị Bảy,,1980,50,40,8,2");
        Assert.True(city.Load("bad.csv", [SmallCity.ResultHeader, "R2026,00713,PC-CHAIR,,,,,,,"]).Refused);
        Assert.Equal(["3"], city.Query("SELECT data_version FROM store_state"));
    }

    [Fact]
    public void Reference_data_changed_and_not_yet_followed_by_trends_is_no_fault()
    {
        LoadWithoutPublishing(SmallCity.Changes[0], "2024-01-01,retype,00703,00703,yes,");
        StoreTables.Execute(city.StorePath, "UPDATE unit SET parent_code = '072' WHERE code = '00701'");
        Assert.Empty(Verify());
        city.Run("refresh").Ends(0);
        Assert.Empty(Verify());
        Assert.Equal(["072"], city.Query("SELECT key FROM snapshot WHERE \"by\" = 1"));
    }

    [Fact]
    public void Refresh_all_computes_everything_anew_and_mends_altered_trends()
    {
        var snapshots = city.Query("SELECT * FROM snapshot ORDER BY 1, 2, 3, 4");
        Assert.Equal(0, city.Run("verify").ExitCode);
        StoreTables.Execute(city.StorePath, "UPDATE snapshot SET low = low + 1 WHERE \"by\" = 0");
        var verify = city.Run("verify").Ends(1);
        Assert.Contains("WRONG  published trends equal to trends computed anew", verify.Output, StringComparison.Ordinal);
        Assert.Equal(TestStores.OnServer ? 6 : 7, verify.Output.Split("ok     ").Length - 1);
        city.Run("refresh", "--all").Ends(0);
        Assert.Equal(snapshots, city.Query("SELECT * FROM snapshot ORDER BY 1, 2, 3, 4"));
        Assert.Empty(Verify());
    }

    [Fact]
    public void Verify_is_1_when_somebody_at_a_threshold_was_compared_with_the_minutes_and_has_no_case()
    {
        StoreTables.Execute(city.StorePath, "INSERT INTO threshold_mark (result_id, round_id, standing) SELECT id, round_id, 'may-resign' FROM result WHERE to_version IS NULL AND id NOT IN (SELECT result_id FROM threshold_mark) ORDER BY id LIMIT 1");
        Assert.DoesNotContain("WRONG  a follow-up case", city.Run("verify").Ends(1).Output, StringComparison.Ordinal);
        StoreTables.Execute(city.StorePath, "INSERT INTO verification (result_id, at, \"by\", document) SELECT result_id, '2026-01-01 00:00:00', 'second', '' FROM threshold_mark");
        Assert.Matches("WRONG  a follow-up case for everybody at a threshold whose result is compared with the minutes: [1-9][0-9]* officials have none", city.Run("verify").Ends(1).Output);
    }

    [Fact]
    public void Verify_is_1_when_an_archived_file_was_changed_or_is_gone()
    {
        var path = Path.Combine(city.Folder, "archive", city.Query("SELECT archive_name FROM import WHERE file_name = 'a.csv'")[0]);
        var bytes = File.ReadAllBytes(path);
        File.AppendAllText(path, " ");
        Assert.Contains("WRONG  archived files: import 5:", city.Run("verify").Ends(1).Output, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("is missing", city.Run("verify").Ends(1).Output, StringComparison.Ordinal);
        File.WriteAllBytes(path, bytes);
        Assert.Empty(Verify());
    }

    [Theory]
    [InlineData("low", "3")]
    [InlineData("high", "39")]
    [InlineData("middle", "7")]
    [InlineData("collected", "51")]
    [InlineData("invited", "54")]
    [InlineData("present", "51")]
    [InlineData("issued", "51")]
    [InlineData("valid", "NULL")]
    [InlineData("invalid", "1")]
    [InlineData("delegates", "90")]
    [InlineData("official_name", "'Lê Văn Năm'")]
    public void Verify_tells_a_result_that_was_altered(string column, string value)
    {
        Assert.Empty(Verify());
        StoreTables.Execute(city.StorePath, $"UPDATE result SET {column} = {value} WHERE id = 1");
        Assert.Contains("results equal to the archived files they came from", Verify());
    }

    [Fact]
    public void Verify_tells_an_altered_threshold_mark_a_version_that_is_not_there_and_a_broken_reference()
    {
        StoreTables.Execute(city.StorePath, "UPDATE threshold_mark SET standing = 'dismissal'");
        Assert.Contains("published trends equal to trends computed anew", Verify());
        StoreTables.Execute(city.StorePath, "UPDATE result SET from_version = 9 WHERE id = 1");
        Assert.Contains("versions of results", Verify());
        StoreTables.Execute(city.StorePath, TestStores.OnServer
            ? "ALTER TABLE result DISABLE TRIGGER ALL; UPDATE result SET person_id = 99 WHERE id = 2"
            : "PRAGMA foreign_keys = OFF; UPDATE result SET person_id = 99 WHERE id = 2");
        Assert.Contains("WRONG  references between tables", city.Run("verify").Ends(1).Output, StringComparison.Ordinal);
    }
}
