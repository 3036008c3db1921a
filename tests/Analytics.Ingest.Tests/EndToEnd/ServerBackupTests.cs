namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A store on a server is backed up into the same file as one in a file, and put back on either.</summary>
[Trait(TestStores.Kind, TestStores.Server)]
public sealed class ServerBackupTests : IDisposable
{
    static readonly string[] Rows = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2024,00702,PC-CHAIR,Trần Thị Mai,,1975,50,15,5,30"];

    readonly CommandRun city = SmallCity.Run();
    readonly CommandRun other = new();

    public ServerBackupTests()
    {
        city.Load("a.csv", Rows);
        city.Load("b.csv", [SmallCity.ResultHeader, Rows[1].Replace(",40,8,2", ",39,8,3", StringComparison.Ordinal)], replace: "đếm lại");
    }

    public void Dispose()
    {
        city.Dispose();
        other.Dispose();
    }

    string Backup()
    {
        var path = Path.Combine(city.Folder, "backup.zip");
        city.Run("backup", path, "--force").Ends(0);
        return path;
    }

    [Fact]
    public void It_is_put_back_on_a_server_and_goes_on_numbering()
    {
        var run = other.Run("restore", Backup()).Ends(0);
        Assert.Contains("data version 2 as of ", run.Output, StringComparison.Ordinal);
        Assert.Equal(StoreTables.Dump(city.StorePath), StoreTables.Dump(other.StorePath));
        other.Run("verify").Ends(0);
        Assert.Equal(1, other.Results("R2024,00703,PC-CHAIR,Đỗ Văn Ba,,1980,50,40,8,2").Loaded);
        Assert.Equal(1, city.Results("R2024,00703,PC-CHAIR,Đỗ Văn Ba,,1980,50,40,8,2").Loaded);
        Assert.Equal(StoreTables.DumpPublished(city.StorePath), StoreTables.DumpPublished(other.StorePath));
    }

    [Fact]
    public void It_is_put_back_into_a_file_and_from_there_onto_a_server()
    {
        var file = Path.Combine(other.Folder, "file.db");
        other.Run("restore", Backup(), "--db", file).Ends(0);
        other.Run("verify", "--db", file).Ends(0);
        var officials = city.Run("officials", "--round", "R2024", "--format", "csv").Ends(0).Output;
        Assert.Equal(officials, other.Run("officials", "--round", "R2024", "--format", "csv", "--db", file).Ends(0).Output);
        var again = Path.Combine(other.Folder, "again.zip");
        other.Run("backup", again, "--db", file).Ends(0);
        other.Run("restore", again).Ends(0);
        Assert.Equal(StoreTables.Dump(city.StorePath), StoreTables.Dump(other.StorePath));
    }

    [Fact]
    public void A_store_that_is_there_is_replaced_only_when_asked_for_and_kept_as_a_file()
    {
        var backup = Backup();
        other.Run("import", other.Write("positions.csv", SmallCity.Positions)).Ends(0);
        Assert.Contains("--force", other.Run("restore", backup).Ends(2).Error, StringComparison.Ordinal);
        var kept = other.Run("restore", backup, "--force").Ends(0).Output;
        Assert.Equal(StoreTables.Dump(city.StorePath), StoreTables.Dump(other.StorePath));
        var file = Assert.Single(Directory.GetFiles(other.Folder, "store.db.before-*"));
        Assert.Contains(file, kept, StringComparison.Ordinal);
        other.Run("verify", "--db", file).Ends(0);
    }

    [Fact]
    public void While_others_use_the_store_nothing_is_put_back()
    {
        var backup = Backup();
        other.Run("import", other.Write("positions.csv", SmallCity.Positions)).Ends(0);
        var before = StoreTables.Dump(other.StorePath);
        other.Environment["ANALYTICS_BUSY_SECONDS"] = "1";
        using (var user = TestStores.Connect(other.StorePath))
            Assert.Contains("is in use", other.Run("restore", backup, "--force").Ends(2).Error, StringComparison.Ordinal);
        Assert.Equal(before, StoreTables.Dump(other.StorePath));
        Assert.Empty(Directory.GetFiles(other.Folder, "store.db*"));
    }
}
