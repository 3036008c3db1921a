using Analytics.Domain.Storage;
using Analytics.Ingest.Commands;
using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Inbox;

/// <summary>What became of one file of the inbox.</summary>
/// <param name="MovedTo">Where the file is now.</param>
public sealed record InboxOutcome(LoadOutcome Load, string MovedTo);

/// <summary>
/// Loads what appears in <c>inbox/</c>: a loaded file goes to <c>archive/</c>, a refused one to <c>rejected/</c> with its
/// problems beside it. The folder is polled, because change notices are not dependable on network shares.
/// </summary>
/// <remarks>
/// A crash after loading and before moving is harmless: the file is found again, changes nothing, and is moved then.
/// Only one worker runs per store; who runs one holds the store's server lock.
/// </remarks>
public sealed class InboxWorker(Store store, string appFolder, TimeProvider time)
{
    /// <summary>A file that changed less than this ago may still be being copied.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    static readonly string[] Extensions = [".csv", ".txt", ".tsv", ".xlsx", ".xls"];

    readonly Archive archive = new(appFolder);

    public string Inbox { get; } = Path.Combine(appFolder, "inbox");
    public string Rejected { get; } = Path.Combine(appFolder, "rejected");

    /// <summary>Handles the files that are there and complete; returns what became of each.</summary>
    public IReadOnlyList<InboxOutcome> Scan(CancellationToken ct = default)
    {
        Directory.CreateDirectory(Inbox);
        var ready = new DirectoryInfo(Inbox).EnumerateFiles()
            .Where(f => Extensions.Contains(f.Extension.ToLowerInvariant()) && !f.Name.StartsWith('.') && IsComplete(f))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new InputFile(f.FullName, f.Name)).ToList();
        if (ready.Count == 0) return [];
        var outcomes = new Importer(store, archive, time).Run(ready, null, null, new LoadOptions("watch", KeepRefused: true), null, ct);
        return outcomes.Zip(ready, (o, file) => new InboxOutcome(o, Move(file, o))).ToList();
    }

    bool IsComplete(FileInfo file)
    {
        if (time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc < Settled) return false;
        try
        {
            using var alone = file.Open(FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    string Move(InputFile file, LoadOutcome outcome)
    {
        var folder = outcome.HasErrors ? Rejected : archive.Folder;
        Directory.CreateDirectory(folder);
        var target = outcome.HasErrors
            ? Path.Combine(folder, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{file.Name}")
            : Path.Combine(folder, outcome.Sha256 + Path.GetExtension(file.Name).ToLowerInvariant());
        File.Move(file.Path, target, overwrite: true);
        if (outcome.Problems.Count > 0) CommandOutput.WriteProblemFile(target + ".problems.csv", [outcome]);
        return target;
    }
}
