using System.Globalization;
using System.Security.Cryptography;
using Analytics.Domain.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Backups;

/// <summary>Puts a backup into the place of a store and its folders, complete or not at all.</summary>
/// <remarks>
/// The steps, and what a kill in or after each leaves:
/// 1. the backup is verified, every byte of it: nothing has changed;
/// 2. the store's server lock is taken, until the end: nobody serves the store meanwhile;
/// 3. everything is unpacked beside its place, into <c>STORE.restoring</c> and <c>.restoring/</c>: the old store, and leavings that
///    the next restore clears away;
/// 4. once nobody else has the store open, it is copied to <c>STORE.before-…</c>: the old store;
/// 5. files are renamed into the folders. They are only added, one that differs is kept beside: the old store, and
///    files that it does not name;
/// 6. the new store is renamed over the old one: the new store. All its files have been there since step 5.
/// On a server the store is no file: it is kept as a file in step 4, and in step 6 the rows of the backup take the place of all
/// others in one transaction.
/// </remarks>
public sealed class Restoration(Store store, string appFolder, TimeProvider time)
{
    string NewStore => store.Beside(appFolder) + ".restoring";
    string NewFiles => Path.Combine(appFolder, ".restoring");

    /// <summary>Returns where the replaced store is kept; null when there was none.</summary>
    /// <param name="replace">Whether a store that is there may be replaced.</param>
    /// <exception cref="BackupException">The backup is damaged or of a newer version; nothing changed.</exception>
    /// <exception cref="StoreException">A store is there, is served, or is in use; it was not changed.</exception>
    public string? Run(BackupFile backup, bool replace, CancellationToken ct)
    {
        RefuseExisting(replace);
        backup.Verify(ct);
        using var alone = ServerLock.Take(store, "restore");
        RefuseExisting(replace);
        try
        {
            Clear();
            RefuseTooLarge(backup);
            Unpack(backup, ct);
            ct.ThrowIfCancellationRequested();
            var stamp = Stamp();
            return store.ReplaceWith(NewStore, store.Beside(appFolder) + stamp, () =>
            {
                foreach (var entry in backup.Files) Settle(entry, stamp);
            });
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>What is kept is called by the second; what was kept before is never written over.</summary>
    string Stamp()
    {
        for (var at = time.GetUtcNow().UtcDateTime; ; at = at.AddSeconds(1))
            if (".before-" + at.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) is var stamp && !File.Exists(store.Beside(appFolder) + stamp)) return stamp;
    }

    void RefuseExisting(bool replace)
    {
        if (store.Exists && !replace)
            throw new StoreException($"There is a store at {store.Name} already. --force puts the backup into its place and keeps it beside. Nothing was changed.");
    }

    /// <summary>What is unpacked is never more than the backup lists; that must have room.</summary>
    void RefuseTooLarge(BackupFile backup)
    {
        foreach (var (place, bytes) in new[] { (Path.GetDirectoryName(NewStore)!, backup.Store.Bytes), (appFolder, backup.Files.Sum(f => f.Bytes)) })
        {
            Directory.CreateDirectory(place);
            if (new DriveInfo(place).AvailableFreeSpace < bytes) throw new StoreException($"There is no room for {bytes} bytes in {place}. Nothing was changed.");
        }
    }

    void Unpack(BackupFile backup, CancellationToken ct)
    {
        backup.Extract(backup.Store, NewStore, ownerOnly: false, ct);
        RefuseStranger(backup);
        foreach (var entry in backup.Files) backup.Extract(entry, PlaceOf(NewFiles, entry), entry.Name.StartsWith("keys/", StringComparison.Ordinal), ct);
    }

    /// <summary>Tells what is no store, or one of a newer version, before the old one is touched.</summary>
    void RefuseStranger(BackupFile backup)
    {
        var unpacked = Store.At(NewStore, appFolder);
        try
        {
            _ = unpacked.IsCurrent();
            using var db = unpacked.Open();
            if (!db.Database.GetAppliedMigrations().Any()) throw new StoreException("It is empty.");
        }
        catch (StoreException e)
        {
            throw backup.Unusable("its store.db is no store of this version of the program or of an earlier one", e);
        }
        // Closed, it leaves no log.
        SqliteConnection.ClearAllPools();
    }

    static string PlaceOf(string root, BackupEntry entry) => Path.Combine([root, .. entry.Name.Split('/')]);

    void Settle(BackupEntry entry, string stamp)
    {
        var (from, to) = (PlaceOf(NewFiles, entry), PlaceOf(appFolder, entry));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (File.Exists(to))
        {
            if (IsSame(to, entry)) return;
            File.Copy(to, to + stamp, overwrite: true);
        }
        File.Move(from, to, overwrite: true);
    }

    static bool IsSame(string path, BackupEntry entry)
    {
        using var content = File.OpenRead(path);
        return content.Length == entry.Bytes && Convert.ToHexStringLower(SHA256.HashData(content)) == entry.Sha256;
    }

    void Clear()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { NewStore, NewStore + "-wal", NewStore + "-shm" }) File.Delete(file);
        if (Directory.Exists(NewFiles)) Directory.Delete(NewFiles, recursive: true);
    }
}
