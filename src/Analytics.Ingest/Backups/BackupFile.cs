using System.IO.Compression;

namespace Analytics.Ingest.Backups;

/// <summary>A backup to read. It is looked through before anything is taken out of it; nothing larger than it says is ever unpacked.</summary>
public sealed class BackupFile : IDisposable
{
    readonly string path;
    readonly FileStream file;
    readonly ZipArchive zip;

    BackupFile(string path, FileStream file, ZipArchive zip, BackupManifest manifest) => (this.path, this.file, this.zip, Manifest) = (path, file, zip, manifest);

    public BackupManifest Manifest { get; }

    public BackupEntry Store => Manifest.Entries.Single(e => e.Name == BackupManifest.StoreName);

    /// <summary>All but the store.</summary>
    public IEnumerable<BackupEntry> Files => Manifest.Entries.Where(e => e.Name != BackupManifest.StoreName);

    /// <exception cref="BackupException">It is no backup, or one that is damaged.</exception>
    public static BackupFile Open(string path, CancellationToken ct)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            Seal.Check(file, ct);
            var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return new(path, file, zip, ManifestOf(zip));
        }
        catch (Exception e) when (e is BackupException or InvalidDataException)
        {
            file.Dispose();
            throw Told(path, e);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    static BackupManifest ManifestOf(ZipArchive zip)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { } list) throw new BackupException($"it holds no {BackupManifest.Name}");
        BackupManifest manifest;
        using (var content = list.Open()) manifest = BackupManifest.Read(content, list.Length);
        var held = zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal);
        if (!held.SequenceEqual(manifest.Entries.Select(e => e.Name).Append(BackupManifest.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw new BackupException($"it does not hold the files that its {BackupManifest.Name} lists");
        return manifest;
    }

    /// <summary>Unpacks every file into nothing and compares it with what was written.</summary>
    /// <exception cref="BackupException">A file is not as it was written.</exception>
    public void Verify(CancellationToken ct)
    {
        foreach (var entry in Manifest.Entries) Copy(entry, Stream.Null, ct);
    }

    /// <summary>Unpacks one file to a place where none is.</summary>
    /// <param name="ownerOnly">Nobody else may read it.</param>
    public void Extract(BackupEntry entry, string to, bool ownerOnly, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var target = new FileStream(to, options);
        Copy(entry, target, ct);
        target.Flush(flushToDisk: true);
    }

    void Copy(BackupEntry entry, Stream to, CancellationToken ct)
    {
        try
        {
            using var content = zip.GetEntry(entry.Name)!.Open();
            if (HashedCopy.Run(content, to, entry.Bytes, ct) != (entry.Bytes, entry.Sha256)) throw new BackupException($"{entry.Name} is damaged");
        }
        catch (Exception e) when (e is BackupException or InvalidDataException)
        {
            throw Told(path, e is BackupException ? e : new BackupException($"{entry.Name} is damaged", e));
        }
    }

    /// <param name="why">What is wrong with it: "its … is …".</param>
    public BackupException Unusable(string why, Exception inner) => Told(path, new BackupException(why, inner));

    static BackupException Told(string path, Exception e) =>
        new($"\"{path}\" cannot be put back: {(e is BackupException ? e.Message : "it is no backup of this program")}. Nothing was changed.", e);

    public void Dispose()
    {
        zip.Dispose();
        file.Dispose();
    }
}
