using System.Text.Json;
using Analytics.Domain.Audit;
using Analytics.Domain.Storage;

namespace Analytics.Web.Audit;

/// <summary>Moves complete spool files into the store, a file a transaction, and deletes them afterwards.</summary>
/// <remarks>
/// Killed after the commit and before the deletion, the file is read again: entries whose key is stored are passed over.
/// </remarks>
sealed partial class AuditMover(AuditSpool spool, Store store, ILogger<AuditMover> log)
{
    /// <summary>Number of entries stored.</summary>
    public int Move(CancellationToken ct)
    {
        var moved = 0;
        foreach (var file in spool.Complete())
        {
            var entries = Read(file);
            if (entries.Count > 0) moved += Insert(entries, ct);
            File.Delete(file);
        }
        return moved;
    }

    int Insert(List<SpooledEntry> entries, CancellationToken ct)
    {
        using var writer = store.Write(ct);
        writer.Db.ChangeTracker.AutoDetectChangesEnabled = false;
        var added = 0;
        foreach (var batch in entries.Chunk(500))
        {
            var keys = batch.Select(e => e.Key).ToList();
            var stored = writer.Db.Audit.Where(a => keys.Contains(a.EntryKey)).Select(a => a.EntryKey).ToHashSet(StringComparer.Ordinal);
            foreach (var entry in batch.Where(e => stored.Add(e.Key)))
            {
                writer.Db.Audit.Add(new AuditEntry { EntryKey = entry.Key, At = entry.At, User = entry.User, Action = entry.Action, Target = entry.Target, Rows = entry.Rows });
                added++;
            }
        }
        writer.Commit();
        return added;
    }

    List<SpooledEntry> Read(string file)
    {
        var entries = new List<SpooledEntry>();
        var torn = 0;
        foreach (var line in File.ReadLines(file))
        {
            if (Parse(line) is { } entry) entries.Add(entry);
            else if (line.Length > 0) torn++;
        }
        if (torn > 0) LogTorn(torn, Path.GetFileName(file));
        return entries;
    }

    static SpooledEntry? Parse(string line)
    {
        try { return line.Length == 0 ? null : JsonSerializer.Deserialize<SpooledEntry>(line); }
        catch (JsonException) { return null; }
    }

    [LoggerMessage(LogLevel.Warning, "{Lines} torn line(s) in the audit spool {File} were passed over: the process ended while writing them.")]
    partial void LogTorn(int lines, string file);
}
