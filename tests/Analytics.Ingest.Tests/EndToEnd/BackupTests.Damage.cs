using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Analytics.Ingest.Backups;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Backups that were damaged or made up are refused before anything is touched.</summary>
public sealed partial class BackupTests
{
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
}
