using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics.Domain.Storage;
using Analytics.Ingest.Backups;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A backup is one consistent file of the whole installation, and it is put back complete or not at all.</summary>
[Trait(TestStores.Kind, TestStores.File)]
public sealed class BackupTests : IDisposable
{
    static readonly int Moments = Environment.GetEnvironmentVariable("ANALYTICS_SOAK") == "1" ? 100 : 5;

    static readonly string[] Rows = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2024,00702,PC-CHAIR,Trần Thị Mai,,1975,50,15,5,30"];

    readonly CommandRun city = SmallCity.Run();
    readonly CommandRun other = new();

    public BackupTests()
    {
        city.Load("a.csv", Rows);
        city.Write("keys/key-1.xml", "<key/>");
        city.Write("briefings/2026/20261101-0600-run00001/report.html", "<html>");
        city.Write("archive/half.csv.0123.part", "x");
        city.Write("inbox/waiting.csv", "x");
    }

    public void Dispose()
    {
        city.Dispose();
        other.Dispose();
    }

    string Target => Path.Combine(city.Folder, "backup.zip");

    string Backup()
    {
        city.Run("backup", Target).Ends(0);
        return Target;
    }

    /// <summary>Every file of a folder with its bytes, but for locks.</summary>
    static List<string> Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains(".lock", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("-wal", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];

    /// <summary>And not a log beside one.</summary>
    static bool IsKeptStore(string path) => char.IsAsciiDigit(path[^1]);

    static void AssertOwnerOnly(string path)
    {
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_backup_put_back_elsewhere_is_the_same_installation()
    {
        var run = other.Run("restore", Backup()).Ends(0);
        Assert.Contains($"{other.StorePath}: data version 1 as of ", run.Output, StringComparison.Ordinal);
        Assert.Equal(StoreTables.Dump(city.StorePath), StoreTables.Dump(other.StorePath));
        foreach (var folder in new[] { "keys", "briefings" })
            Assert.Equal(Files(Path.Combine(city.Folder, folder)), Files(Path.Combine(other.Folder, folder)));
        Assert.Equal(5, Directory.GetFiles(Path.Combine(other.Folder, "archive")).Length);
        Assert.False(Directory.Exists(Path.Combine(other.Folder, "inbox")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.Folder, "*restoring*"));
        AssertOwnerOnly(Path.Combine(other.Folder, "keys", "key-1.xml"));
        other.Run("verify").Ends(0);
        Assert.Equal(2, other.LoadFile(Path.Combine(city.Folder, "a.csv")).Unchanged);
    }

    [Fact]
    public void A_backup_lists_what_it_holds_and_only_its_maker_may_read_it()
    {
        var path = Backup();
        AssertOwnerOnly(path);
        Assert.Empty(Directory.GetFiles(city.Folder, "*.part"));
        using var zip = ZipFile.OpenRead(path);
        using var content = zip.GetEntry("backup.json")!.Open();
        var json = JsonDocument.Parse(content).RootElement;
        Assert.Equal(["format", "product", "version", "dataVersion", "at", "entries"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal((1, "Analytics", "0.1.0", 1), (json.GetProperty("format").GetInt32(), json.GetProperty("product").GetString(), json.GetProperty("version").GetString(), json.GetProperty("dataVersion").GetInt32()));
        Assert.Equal(DateTimeKind.Utc, json.GetProperty("at").GetDateTime().Kind);
        var names = json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("name").GetString()!).ToList();
        Assert.Equal(["store.db", "archive", "archive", "archive", "archive", "archive", "briefings", "keys"], names.Select(n => n.Split('/')[0]));
        Assert.DoesNotContain(names, n => n.EndsWith(".part", StringComparison.Ordinal));
        foreach (var entry in json.GetProperty("entries").EnumerateArray())
        {
            using var bytes = new MemoryStream();
            using (var stream = zip.GetEntry(entry.GetProperty("name").GetString()!)!.Open()) stream.CopyTo(bytes);
            Assert.Equal((entry.GetProperty("bytes").GetInt64(), entry.GetProperty("sha256").GetString()), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))));
        }
    }

    [Fact]
    public void Backups_taken_while_an_import_runs_are_sound()
    {
        city.Run("sample", "--out", Path.Combine(city.Folder, "national"), "--scale", "national", "--rows", "10000").Ends(0);
        var files = Directory.GetFiles(Path.Combine(city.Folder, "national"), "*.csv").Where(f => !f.Contains("mistakes", StringComparison.Ordinal)).ToArray();
        using var source = new CommandRun();
        var taken = new List<string>();
        using (var import = source.Start(["import", .. files]))
        {
            CommandRun.Until(() => File.Exists(source.StorePath) && source.Store.IsCurrent(), "the import makes the store");
            while (!import.HasExited)
            {
                taken.Add(Path.Combine(city.Folder, string.Create(CultureInfo.InvariantCulture, $"{taken.Count}.zip")));
                source.Run("backup", taken[^1]).Ends(0);
            }
            CommandRun.Finish(import).Ends(0);
        }
        Assert.NotEmpty(taken);
        foreach (var path in taken)
        {
            using var restored = new CommandRun();
            restored.Run("restore", path).Ends(0);
            restored.Run("verify").Ends(0);
        }
    }

    [Fact]
    public void Whichever_byte_is_damaged_the_backup_is_refused()
    {
        var bytes = File.ReadAllBytes(Backup());
        for (var i = 0; i < bytes.Length; i += Math.Max(1, bytes.Length / 300))
        {
            bytes[i] ^= 1;
            File.WriteAllBytes(Target, bytes);
            Assert.Throws<BackupException>(() => { using var _ = BackupFile.Open(Target, TestContext.Current.CancellationToken); });
            bytes[i] ^= 1;
        }
        File.WriteAllBytes(Target, bytes[..^1]);
        Assert.Throws<BackupException>(() => { using var _ = BackupFile.Open(Target, TestContext.Current.CancellationToken); });
    }

    [Fact]
    public void A_damaged_backup_changes_nothing_and_is_1()
    {
        Backup();
        using (var file = File.OpenWrite(Target))
        {
            file.Position = file.Length / 2;
            file.WriteByte(0x5A);
            file.WriteByte(0xA5);
        }
        TestStores.Close(city.StorePath);
        var before = Files(city.Folder);
        var run = city.Run("restore", Target, "--force").Ends(1);
        Assert.Contains("cannot be put back: it is damaged: its bytes are not those that were written. Nothing was changed.", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(city.Folder));
        other.Run("restore", Target).Ends(1);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.Folder));
    }

    [Theory]
    [InlineData("../outside.txt", "no place of an installation")]
    [InlineData("archive/../../outside.txt", "no place of an installation")]
    [InlineData("archive/..", "no place of an installation")]
    [InlineData("/archive/x", "no place of an installation")]
    [InlineData("archive\\..\\x", "no place of an installation")]
    [InlineData("archive/C:x", "no place of an installation")]
    [InlineData("archive//x", "no place of an installation")]
    [InlineData("inbox/x.csv", "no place of an installation")]
    [InlineData("archive", "no place of an installation")]
    [InlineData("store.db", "names a file twice")]
    public void A_backup_that_names_another_place_is_refused(string name, string told)
    {
        WriteCrafted(new(name, 1, Hash("x")), name, "x");
        var run = other.Run("restore", Target).Ends(1);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.Folder));
    }

    [Theory]
    [InlineData("archive/a", 3, "archive/a is damaged")]
    [InlineData("archive/a", 1, "archive/a is damaged")]
    [InlineData("archive/b", 2, "does not hold the files that its backup.json lists")]
    public void A_backup_that_holds_other_bytes_than_it_lists_is_refused(string listed, int bytes, string told)
    {
        WriteCrafted(new(listed, bytes, Hash("xx")), "archive/a", "xx");
        Assert.Contains(told, other.Run("restore", Target).Ends(1).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.Folder));
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A backup with a valid seal that is made to deceive.</summary>
    void WriteCrafted(BackupEntry second, string name, string content)
    {
        using var file = new FileStream(Target, FileMode.Create);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = Seal.Open })
        {
            foreach (var (entry, text) in new[] { ("store.db", "s"), (name, content) })
                using (var stream = zip.CreateEntry(entry).Open()) stream.Write(Encoding.UTF8.GetBytes(text));
            using var last = zip.CreateEntry("backup.json").Open();
            BackupManifest.Of(1, DateTime.UtcNow, [new("store.db", 1, Hash("s")), second]).Write(last);
        }
        Seal.Close(file, default);
    }

    [Fact]
    public void A_store_that_is_no_store_is_not_put_back()
    {
        WriteCrafted(new("archive/a", 1, Hash("x")), "archive/a", "x");
        Assert.Contains("its store.db is no store", other.Run("restore", Target).Ends(1).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(other.StorePath));
        Assert.False(Directory.Exists(Path.Combine(other.Folder, "archive")));
    }

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

    [Fact]
    public void A_file_that_the_store_names_and_that_is_missing_is_told_and_is_1()
    {
        File.Delete(Path.Combine(city.Folder, "archive", city.Query("SELECT archive_name FROM import WHERE id = 5")[0]));
        var run = city.Run("backup", Target).Ends(1);
        Assert.Contains("WRONG  import 5: archive/", run.Output, StringComparison.Ordinal);
        Assert.Contains("The backup was made and holds what there is", run.Error, StringComparison.Ordinal);
        other.Run("restore", Target).Ends(0);
        Assert.Contains("WRONG  archived files", other.Run("verify").Ends(1).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "no/backup.zip", 2, "There is no folder")]
    [InlineData("backup", ".", 2, "is a folder; expected a file to write")]
    [InlineData("backup", "store.db", 2, "is the store itself")]
    [InlineData("restore", "no.zip", 2, "There is no file \"no.zip\"")]
    [InlineData("restore", ".", 2, "is a folder; expected a file that")]
    [InlineData("restore", "a.csv", 1, "\"a.csv\" cannot be put back: it is no backup of this program")]
    [InlineData("restore", "empty", 1, "it is no backup of this program")]
    public void A_wrong_file_is_told_and_nothing_changes(string command, string file, int exit, string told)
    {
        city.Write("empty");
        TestStores.Close(city.StorePath);
        var before = Files(city.Folder);
        Assert.Contains(told, city.Run(command, file, "--force").Ends(exit).Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(city.Folder));
    }

    [Fact]
    public void Where_there_is_no_store_there_is_nothing_to_back_up()
    {
        Assert.Contains($"There is no store at {other.StorePath}", other.Run("backup", Target).Ends(2).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.Folder));
        Assert.False(File.Exists(Target));
    }

    [Theory]
    [InlineData("backup", "pg_dump")]
    [InlineData("restore", "pg_restore")]
    public void A_server_s_database_is_its_administrator_s_to_copy(string command, string told)
    {
        var run = city.Run(command, "x.zip", "--db", "Host=127.0.0.1;Port=1;Database=x;Password=geheim").Ends(2);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Contains($"the folders archive/, briefings/, keys/ below {city.Folder}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", run.Error, StringComparison.Ordinal);
    }
}
