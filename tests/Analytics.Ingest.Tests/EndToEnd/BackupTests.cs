using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Domain.Storage;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A backup is one consistent file of the whole installation, and it is put back complete or not at all.</summary>
[Trait(TestStores.Kind, TestStores.File)]
public sealed partial class BackupTests : IDisposable
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
        city.Write("cases/conclusion.pdf", "%PDF-");
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
        foreach (var folder in new[] { "keys", "briefings", "cases" })
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
        Assert.Equal(["store.db", "archive", "archive", "archive", "archive", "archive", "briefings", "cases", "keys"], names.Select(n => n.Split('/')[0]));
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
}
