using System.IO.Compression;
using Analytics.Domain.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Wrong">What is not as it should be in the installation; the backup was made all the same.</param>
public sealed record BackupOutcome(BackupManifest Manifest, long Bytes, IReadOnlyList<string> Wrong);

/// <summary>Copies a whole installation into one file while it runs: store, archive, briefings, scans of minutes, files of cases and keys.</summary>
/// <remarks>
/// The store is copied first, of one moment, and then the folders: files are written before the store names them and only
/// ever added, so that every file the copy names is there. Files that came later are in the backup and harmless. The file
/// is written beside its place and renamed at the end: a kill leaves at most <c>FILE.part</c> and <c>FILE.store.part</c>, which the next
/// backup to the same place takes over.
/// </remarks>
public sealed class Backup(Store store, string appFolder, TimeProvider time)
{
    public BackupOutcome Write(string path, CancellationToken ct)
    {
        var (half, copy) = (path + ".part", path + ".store.part");
        // Alone: two backups to one place must not mix.
        var file = new FileStream(half, Options());
        try
        {
            RemoveStore(copy);
            var outcome = Write(file, copy, ct);
            file.Flush(flushToDisk: true);
            file.Dispose();
            File.Move(half, path, overwrite: true);
            return outcome;
        }
        catch
        {
            file.Dispose();
            File.Delete(half);
            throw;
        }
        finally
        {
            RemoveStore(copy);
        }
    }

    /// <summary>For the eyes of its maker only: it holds names and keys.</summary>
    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    BackupOutcome Write(FileStream file, string copy, CancellationToken ct)
    {
        var at = time.GetUtcNow().UtcDateTime;
        store.CopyTo(copy, ct);
        ct.ThrowIfCancellationRequested();
        var entries = new List<BackupEntry>();
        var wrong = new List<string>();
        BackupManifest manifest;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = Seal.Open })
        {
            entries.Add(Add(zip, BackupManifest.StoreName, copy, ct));
            foreach (var (name, place) in Files())
            {
                if (BackupManifest.IsName(name)) entries.Add(Add(zip, name, place, ct));
                else wrong.Add($"{name} is left out: no name that every system can have");
            }
            var (version, told) = Look(copy, entries);
            wrong.AddRange(told);
            manifest = BackupManifest.Of(version, at, entries);
            using var last = zip.CreateEntry(BackupManifest.Name).Open();
            manifest.Write(last);
        }
        Seal.Close(file, ct);
        return new(manifest, file.Length, wrong);
    }

    /// <summary>Files of the folders but those that are being written, by name.</summary>
    IEnumerable<(string Name, string Place)> Files() =>
        from folder in BackupManifest.Folders
        let root = Path.Combine(appFolder, folder)
        where Directory.Exists(root)
        from place in Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where Path.GetExtension(place) is not (".part" or ".tmp")
        select (Path.GetRelativePath(appFolder, place).Replace(Path.DirectorySeparatorChar, '/'), place);

    static BackupEntry Add(ZipArchive zip, string name, string place, CancellationToken ct)
    {
        using var from = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        var (bytes, hash) = HashedCopy.Run(from, to, long.MaxValue, ct);
        return new(name, bytes, hash);
    }

    /// <summary>The version of the copied store, whether the copy is sound, and what it names that the backup does not hold.</summary>
    static (long DataVersion, List<string> Wrong) Look(string copy, IEnumerable<BackupEntry> entries)
    {
        var held = entries.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        using var db = Store.At(copy, "").Open();
        db.Database.OpenConnection();
        var wrong = db.VerifyDatabase().SelectMany(c => c.Wrong.Select(w => $"{c.Check}: {w}")).ToList();
        foreach (var i in db.Imports.Where(i => i.ArchiveName != null).OrderBy(i => i.Id).Select(i => new { i.Id, i.ArchiveName }).AsEnumerable())
            if (!held.Contains("archive/" + i.ArchiveName)) wrong.Add($"import {i.Id}: archive/{i.ArchiveName} is missing");
        foreach (var b in db.Briefings.OrderBy(b => b.Id).Select(b => new { b.Id, b.Folder }).AsEnumerable())
            if (!held.Contains($"briefings/{b.Folder}/report.html")) wrong.Add($"briefing {b.Id}: briefings/{b.Folder} is missing");
        foreach (var e in db.ReportEvents.Where(e => e.File != null).OrderBy(e => e.Id).Select(e => new { e.Id, e.File }).AsEnumerable())
            if (!held.Contains("briefings/" + e.File)) wrong.Add($"report event {e.Id}: briefings/{e.File} is missing");
        foreach (var s in db.MinutesScans.OrderBy(s => s.Id).Select(s => new { s.Id, s.StoredName }).AsEnumerable())
            if (!held.Contains("minutes/" + s.StoredName)) wrong.Add($"scan {s.Id}: minutes/{s.StoredName} is missing");
        foreach (var f in db.CaseFiles.OrderBy(f => f.Id).Select(f => new { f.Id, f.StoredName }).AsEnumerable())
            if (!held.Contains("cases/" + f.StoredName)) wrong.Add($"case file {f.Id}: cases/{f.StoredName} is missing");
        return (db.State.Select(s => s.DataVersion).Single(), wrong);
    }

    static void RemoveStore(string path)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
    }
}
