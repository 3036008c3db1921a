using Analytics.Domain.Storage;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Putting back: what is replaced, what is kept beside, and what a kill leaves.</summary>
public sealed partial class BackupTests
{
    [Fact]
    public void A_file_that_is_there_is_replaced_only_by_force()
    {
        File.WriteAllText(Target, "thư");
        Assert.Contains($"There is a file \"{Target}\" already. It was not changed; --force replaces it.", city.Run("backup", Target).Ends(2).Error, StringComparison.Ordinal);
        Assert.Equal("thư", File.ReadAllText(Target));
        city.Run("backup", Target, "--force").Ends(0);
        other.Run("restore", Target).Ends(0);
    }

    [Fact]
    public void A_store_that_is_there_is_replaced_only_by_force_and_kept_beside()
    {
        Backup();
        var then = StoreTables.Dump(city.StorePath);
        city.Load("b.csv", [SmallCity.ResultHeader, "R2026,00711,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2"]);
        var now = StoreTables.Dump(city.StorePath);
        TestStores.Close(city.StorePath);
        var before = Files(city.Folder);
        Assert.Contains($"There is a store at {city.StorePath} already. --force", city.Run("restore", Target).Ends(2).Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(city.Folder));

        var run = city.Run("restore", Target, "--force").Ends(0);
        Assert.Equal(then, StoreTables.Dump(city.StorePath));
        var kept = Assert.Single(Directory.GetFiles(city.Folder, "store.db.before-*"));
        Assert.Matches(@"store\.db\.before-[0-9]{8}-[0-9]{6}$", kept);
        Assert.Contains($"the store that was there is kept as {kept}", run.Output, StringComparison.Ordinal);
        Assert.Equal(now, StoreTables.Dump(kept));
        city.Run("verify").Ends(0);
        city.Run("verify", "--db", kept).Ends(0);
        city.Run("import", Path.Combine(city.Folder, "b.csv")).Ends(0);
        city.Run("restore", Target, "--force").Ends(0);
        Assert.Equal(2, Directory.GetFiles(city.Folder, "store.db.before-*").Count(IsKeptStore));
    }

    [Fact]
    public void A_served_store_is_not_replaced()
    {
        Backup();
        using var served = ServerLock.Take(city.Store, "web");
        var run = city.Run("restore", Target, "--force").Ends(2);
        Assert.Contains($"The store {city.StorePath} is already served by web, process {Environment.ProcessId}", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(city.Folder, "*before*"));
        city.Run("backup", Target, "--force").Ends(0);
    }

    [Fact]
    public void A_store_that_another_command_has_open_is_not_replaced()
    {
        Backup();
        var now = StoreTables.Dump(city.StorePath);
        city.Environment["ANALYTICS_BUSY_SECONDS"] = "1";
        using (city.Store.Read())
            Assert.Contains("is in use: another command has had it open for 1 seconds", city.Run("restore", Target, "--force").Ends(2).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(city.Folder, "*before*"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(city.Folder, "*restoring*"));
        Assert.Equal(now, StoreTables.Dump(city.StorePath));
        TestStores.Close(city.StorePath);
        city.Run("restore", Target, "--force").Ends(0);
    }

    [Fact]
    public void A_damaged_store_is_replaced_and_its_log_does_not_reach_the_new_one()
    {
        Backup();
        var then = StoreTables.Dump(city.StorePath);
        TestStores.Close(city.StorePath);
        File.WriteAllText(city.StorePath, new string('x', 9000));
        File.WriteAllText(city.StorePath + "-wal", "nhật ký");
        city.Run("restore", Target, "--force").Ends(0);
        Assert.Equal(then, StoreTables.Dump(city.StorePath));
        Assert.Equal(new string('x', 9000), File.ReadAllText(Directory.GetFiles(city.Folder, "store.db.before-*").Single(IsKeptStore)));
        Assert.Single(Directory.GetFiles(city.Folder, "store.db.before-*-wal"));
        city.Run("verify").Ends(0);
    }

    [Fact]
    public void A_file_that_differs_is_put_right_and_kept_beside()
    {
        Backup();
        var archived = Directory.GetFiles(Path.Combine(city.Folder, "archive"), "*.csv")[0];
        File.AppendAllText(archived, "sửa");
        city.Write("keys/key-2.xml", "<later/>");
        TestStores.Close(city.StorePath);
        city.Run("verify").Ends(1);
        city.Run("restore", Target, "--force").Ends(0);
        city.Run("verify").Ends(0);
        Assert.EndsWith("sửa", File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(city.Folder, "archive"), "*.before-*"))), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(city.Folder, "keys", "key-2.xml")));
    }

    [Fact]
    public void A_restore_killed_at_any_moment_leaves_the_old_store_or_the_new_one()
    {
        Backup();
        var then = StoreTables.Dump(city.StorePath);
        city.Load("b.csv", [SmallCity.ResultHeader, "R2026,00711,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2"]);
        var now = StoreTables.Dump(city.StorePath);
        using var prepared = SmallCity.Copy(city);
        var (seenThen, seenNow) = (0, 0);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        city.Run("restore", Target, "--force").Ends(0);
        var duration = clock.Elapsed;
        for (var moment = 1; moment <= Moments; moment++)
        {
            using var copy = SmallCity.Copy(prepared);
            using (var process = copy.Start("restore", Target, "--force"))
            {
                // The second half: the first is the start of the program.
                if (!process.WaitForExit(duration * (Moments + moment) / (2 * Moments))) process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            var seen = StoreTables.Dump(copy.StorePath);
            Assert.True(seen == then || seen == now, $"killed at moment {moment} of {Moments}: neither the old store nor the new one");
            if (seen == then) seenThen++;
            else seenNow++;
            copy.Run("verify").Ends(0);
            copy.Run("restore", Target, "--force").Ends(0);
            Assert.Equal(then, StoreTables.Dump(copy.StorePath));
            Assert.Empty(Directory.EnumerateFileSystemEntries(copy.Folder, "*restoring*"));
        }
        Assert.True(seenNow > 0, $"no kill came before the store was replaced ({seenThen} after)");
    }
}
