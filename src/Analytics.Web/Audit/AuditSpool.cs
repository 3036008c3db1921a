using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Web.Hosting;

namespace Analytics.Web.Audit;

/// <summary>One line of the spool. <see cref="Key"/> makes sure that a line moved twice is stored once.</summary>
sealed record SpooledEntry(string Key, DateTime At, string User, string Action, string Target, int? Rows);

/// <summary>
/// An append-only file of what was looked at, on the disk before the answer leaves. Looking never waits for the
/// store's writer: <see cref="AuditMover"/> carries the lines over.
/// </summary>
/// <remarks>
/// A process killed while writing leaves at most one torn line, of an answer that was never given. Files of earlier
/// processes are found at the next start.
/// </remarks>
sealed class AuditSpool(Installation installation, TimeProvider time) : IDisposable
{
    readonly Lock turn = new();
    FileStream? current;

    public void Append(SpooledEntry entry)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry) + "\n");
        lock (turn)
        {
            current ??= Create();
            current.Write(line);
            current.Flush(flushToDisk: true);
        }
    }

    /// <summary>Ends the current file and returns all that are complete, oldest first.</summary>
    public IReadOnlyList<string> Complete()
    {
        lock (turn)
        {
            current?.Dispose();
            current = null;
            return Directory.Exists(installation.AuditFolder)
                ? Directory.GetFiles(installation.AuditFolder, "spool-*.jsonl").Order(StringComparer.Ordinal).ToList()
                : [];
        }
    }

    FileStream Create()
    {
        Directory.CreateDirectory(installation.AuditFolder);
        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        return new FileStream(Path.Combine(installation.AuditFolder, $"spool-{stamp}-{Guid.NewGuid():N}.jsonl"), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    public void Dispose() => current?.Dispose();
}
