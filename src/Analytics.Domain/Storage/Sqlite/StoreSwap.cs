using Microsoft.Data.Sqlite;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>Puts another store file into the place of one, and keeps the one beside.</summary>
/// <remarks>
/// A log beside the file (<c>-wal</c>) belongs to the old one and would damage the new one. So the old store is first held
/// by a connection that nobody else is beside, then copied, then left without a log, and only then is the new file
/// renamed over it: at every moment there is one whole store in the place. Who opened the old file meanwhile goes on
/// reading it and can write no more. A kill just before the renaming leaves the old store without the mode that lets
/// readers and a writer run beside each other, until a store is put there again.
/// </remarks>
sealed class StoreSwap(string place, string keepAs, int patienceSeconds)
{
    /// <summary>Returns where the old store is kept; null when there was none.</summary>
    /// <param name="first">Done while nobody has the store open, just before the new one is there.</param>
    /// <exception cref="StoreException">Others have the store open; nothing changed.</exception>
    public string? Run(string with, Action first)
    {
        if (!File.Exists(place) || new FileInfo(place).Length == 0)
        {
            first();
            KeepLogs();
            File.Move(with, place, overwrite: true);
            return null;
        }
        SqliteConnection.ClearAllPools();
        using var alone = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = place, Pooling = false, DefaultTimeout = patienceSeconds }.ToString());
        try
        {
            var sound = Keep(alone);
            first();
            if (!sound) KeepLogs();
            else if (Execute(alone, "PRAGMA journal_mode=DELETE") is not "delete") throw InUse(null);
            // Windows renames nothing over an open file.
            if (OperatingSystem.IsWindows()) alone.Close();
            File.Move(with, place, overwrite: true);
            return keepAs;
        }
        catch
        {
            File.Delete(keepAs);
            throw;
        }
    }

    /// <summary>Holds the store and copies it; false when it is too damaged for SQLite, often the reason for restoring, and is kept as the bytes are.</summary>
    bool Keep(SqliteConnection alone)
    {
        if (!IsDatabase()) return KeepBytes();
        try
        {
            alone.Open();
            Execute(alone, "PRAGMA locking_mode=EXCLUSIVE");
            Execute(alone, "BEGIN EXCLUSIVE; COMMIT");
            using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = keepAs, Pooling = false }.ToString());
            to.Open();
            alone.BackupDatabase(to);
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            throw InUse(e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 26 || StoreFaults.IsDamage(e))
        {
            alone.Close();
            return KeepBytes();
        }
    }

    /// <remarks>SQLite would throw the log of something else away. Nothing in this process has the file open.</remarks>
    bool IsDatabase()
    {
        var start = new byte[16];
        using var file = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }

    bool KeepBytes()
    {
        File.Copy(place, keepAs, overwrite: true);
        return false;
    }

    void KeepLogs()
    {
        foreach (var suffix in new[] { "-wal", "-shm", "-journal" })
            if (File.Exists(place + suffix)) File.Move(place + suffix, keepAs + suffix, overwrite: true);
    }

    StoreException InUse(Exception? inner) =>
        new($"The store {place} is in use: another command has had it open for {patienceSeconds} seconds. Wait until it has ended and repeat. Nothing was changed.", inner);

    /// <param name="sql">A literal of this class.</param>
    static string? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string;
    }
}
