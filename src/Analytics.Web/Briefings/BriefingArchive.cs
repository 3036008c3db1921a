using System.Globalization;
using System.Security.Cryptography;
using Analytics.Domain.Briefings;
using Analytics.Domain.Storage;
using Analytics.Web.Hosting;

namespace Analytics.Web.Briefings;

/// <summary>What became of a file of the archive since it was written.</summary>
enum FileState
{
    Sound,
    Missing,
    Changed,
}

/// <summary>The briefings on the disk, <c>briefings/{year}/{due time}-run{id}/</c>, and their rows in the store.</summary>
/// <remarks>
/// Files are written beside their place; renaming them and inserting the row happen in one writer's turn. A process
/// that dies before the commit leaves at most a folder without a row, which the next attempt of the run takes over. A
/// second attempt that comes too late finds the row and changes nothing.
/// </remarks>
sealed class BriefingArchive(Store store, Installation installation)
{
    public const string Html = "report.html";
    public const string Zip = "charts.zip";

    /// <summary>Id of the briefing a run has made; null when it has made none.</summary>
    public int? Of(int runId)
    {
        using var db = store.Open();
        return db.Briefings.Where(b => b.RunId == runId).Select(b => (int?)b.Id).SingleOrDefault();
    }

    /// <summary>Folder of a run below <c>briefings/</c>: the same for every attempt.</summary>
    /// <param name="dueAt">UTC.</param>
    public static string FolderOf(int runId, DateTime dueAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{dueAt:yyyy}/{dueAt:yyyyMMdd-HHmm}-run{runId:00000}");

    /// <summary>Keeps the two files and their row; returns the id, which is that of an earlier attempt where there was one.</summary>
    /// <param name="make">The row for the two hashes; its run is set.</param>
    /// <exception cref="StoreException">Another process has been writing for 30 seconds.</exception>
    public int Keep(string folder, byte[] html, byte[] zip, Func<string, string, Briefing> make, CancellationToken ct)
    {
        var place = Path.Combine(installation.BriefingsFolder, folder);
        Directory.CreateDirectory(place);
        var attempt = $".{Guid.NewGuid():N}.tmp";
        (string File, byte[] Bytes)[] files = [(Html, html), (Zip, zip)];
        try
        {
            foreach (var (file, bytes) in files) WriteThrough(Path.Combine(place, file + attempt), bytes);
            ct.ThrowIfCancellationRequested();

            using var writer = store.Write(ct);
            var briefing = make(Hash(html), Hash(zip));
            if (writer.Db.Briefings.Where(b => b.RunId == briefing.RunId).Select(b => (int?)b.Id).SingleOrDefault() is { } earlier) return earlier;
            foreach (var (file, _) in files) File.Move(Path.Combine(place, file + attempt), Path.Combine(place, file), overwrite: true);
            writer.Db.Briefings.Add(briefing);
            writer.Commit();
            // Also what attempts left that died: whoever comes behind us finds the row and needs its own no more.
            foreach (var left in Directory.GetFiles(place, "*.tmp")) File.Delete(left);
            return briefing.Id;
        }
        finally
        {
            foreach (var (file, _) in files) File.Delete(Path.Combine(place, file + attempt));
        }
    }

    /// <summary>A file as it was written; without bytes when it is missing or is no longer what was hashed.</summary>
    public (FileState State, byte[] Bytes) Read(Briefing briefing, string file)
    {
        var root = Path.GetFullPath(installation.BriefingsFolder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, briefing.Folder, file));
        if (!path.StartsWith(root, StringComparison.Ordinal) || !File.Exists(path)) return (FileState.Missing, []);
        try
        {
            var bytes = File.ReadAllBytes(path);
            return Hash(bytes) == (file == Html ? briefing.Sha256 : briefing.ZipSha256) ? (FileState.Sound, bytes) : (FileState.Changed, []);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (FileState.Missing, []);
        }
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static void WriteThrough(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
