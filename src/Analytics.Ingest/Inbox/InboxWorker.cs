using Analytics.Domain.Storage;
using Analytics.Ingest.Commands;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Marking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Inbox;

/// <summary>What became of one file of the inbox.</summary>
/// <param name="MovedTo">Where the file is now; null when it could not be tried and is still in the inbox.</param>
public sealed record InboxOutcome(LoadOutcome Load, string? MovedTo);

/// <summary>
/// Loads what appears in <c>inbox/</c>: a loaded file goes to <c>archive/</c>, a refused one to <c>rejected/</c> with its
/// problems and a workbook with the faulty cells marked beside it. The folder is polled, because change notices are not dependable on network shares.
/// </summary>
/// <remarks>
/// A crash after loading and before moving is harmless: the file is found again, changes nothing, and is moved then. So is
/// a store that stays busy: the file is tried again.
/// On a file only one worker runs per store: who runs one holds its server lock. On a server several may run on one
/// folder; they take turns, and a file is seen by one of them.
/// </remarks>
public sealed class InboxWorker(Store store, string appFolder, TimeProvider time)
{
    /// <summary>A file that changed less than this ago may still be being copied.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    static readonly string[] Extensions = [".csv", ".txt", ".tsv", ".xlsx", ".xls", ".docx"];

    /// <summary>Told once, not at every look: what fails again for the same reason.</summary>
    readonly Dictionary<string, string> failing = new(StringComparer.Ordinal);

    /// <summary>Loaded or refused, but cannot be moved away: left alone until the next start.</summary>
    readonly HashSet<string> stuck = new(StringComparer.Ordinal);

    readonly Archive archive = new(appFolder);

    public string Inbox { get; } = Path.Combine(appFolder, "inbox");
    public string Rejected { get; } = Path.Combine(appFolder, "rejected");

    /// <summary>Handles the files that are there and complete; returns what became of each.</summary>
    public IReadOnlyList<InboxOutcome> Scan(CancellationToken ct = default)
    {
        using var turn = store.TryTakeInbox();
        if (turn is null) return [];
        Directory.CreateDirectory(Inbox);
        var ready = new DirectoryInfo(Inbox).EnumerateFiles()
            .Where(f => Extensions.Contains(f.Extension.ToLowerInvariant()) && !f.Name.StartsWith('.') && !stuck.Contains(f.FullName) && IsComplete(f))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new InputFile(f.FullName, f.Name)).ToList();
        // Without a file too: what an import that was killed had loaded is published.
        var outcomes = new Importer(store, archive, time).Run(ready, null, null, new LoadOptions("watch", KeepRefused: true), null, ct);
        return outcomes.Zip(ready, Settle).Where(o => o.MovedTo is not null || IsNews(o.Load)).ToList();
    }

    InboxOutcome Settle(LoadOutcome outcome, InputFile file)
    {
        if (outcome is { Failure: not null, Import: null }) return new(outcome, null);
        failing.Remove(file.Path);
        try
        {
            return new(outcome, Move(file, outcome));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stuck.Add(file.Path);
            return new(outcome with { Failure = $"The file cannot be moved out of the inbox: {e.Message}" }, null);
        }
    }

    bool IsNews(LoadOutcome failed)
    {
        var known = failing.GetValueOrDefault(failed.File) == failed.Failure;
        failing[failed.File] = failed.Failure ?? "";
        return !known;
    }

    bool IsComplete(FileInfo file)
    {
        // A date in the future comes from another clock and says nothing.
        if ((time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc).Duration() < Settled) return false;
        try
        {
            using var alone = file.Open(FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
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
            : Path.Combine(folder, Archive.NameOf(outcome.Sha256, file.Name));
        // Who finds the file finds its problems, whole: they are written elsewhere and moved here first.
        if (outcome.Problems.Count > 0) PutBeside(target, ".problems.csv", half => WriteProblems(half, outcome));
        if (outcome.HasErrors && MarkedWorkbook.Of(FileReader.Read(file.Path, outcome.Kind), outcome.Problems) is { } marked)
            PutBeside(target, ".marked.xlsx", half => File.WriteAllBytes(half, marked));
        File.Move(file.Path, target, overwrite: true);
        return target;
    }

    void PutBeside(string target, string suffix, Action<string> write)
    {
        var half = Path.Combine(appFolder, $".beside-{Guid.NewGuid():N}.part");
        write(half);
        File.Move(half, target + suffix, overwrite: true);
    }

    static void WriteProblems(string path, LoadOutcome outcome)
    {
        using var problems = CommandOutput.OpenProblemFile(path);
        CommandOutput.WriteProblems(problems, [outcome]);
    }
}
