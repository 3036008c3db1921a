using System.Globalization;
using System.Text.Json;
using Analytics.Ingest.Loading;
using Analytics.Web.Hosting;

namespace Analytics.Web.Loading;

/// <summary>
/// Uploaded batches on the disk, a folder each: the files and <c>batch.json</c>, then <c>outcome.json</c>. The disk is the
/// queue: what has no outcome is still to be loaded, also after a crash. Files that were loaded are in the archive and go;
/// refused ones stay for two weeks, so that they can be tried again.
/// </summary>
/// <remarks>
/// A batch appears whole, by renaming its folder; a crash while it is received leaves a folder ending in <c>.part</c>,
/// removed by the next <see cref="Clean"/>, as are files that a crash kept beside the outcome. Ids grow with time, so the
/// order of names is the order of arrival.
/// </remarks>
sealed partial class UploadFolders(Installation installation)
{
    const string Part = ".part";
    const string BatchFile = "batch.json";
    const string OutcomeFile = "outcome.json";
    const string StartsFile = "starts";

    static readonly TimeSpan OutcomesKept = TimeSpan.FromDays(30);
    static readonly TimeSpan RefusedFilesKept = TimeSpan.FromDays(14);

    readonly string root = installation.UploadsFolder;

    public async Task Add(UploadBatch batch, IReadOnlyList<Func<Stream, Task>> contents)
    {
        var folder = FolderOf(batch.Id) + Part;
        Directory.CreateDirectory(folder);
        for (var i = 0; i < contents.Count; i++)
        {
            await using var file = new FileStream(FilePath(folder, i), FileMode.CreateNew, FileAccess.Write);
            await contents[i](file);
            file.Flush(flushToDisk: true);
        }
        await File.WriteAllTextAsync(Path.Combine(folder, BatchFile), JsonSerializer.Serialize(batch));
        Directory.Move(folder, FolderOf(batch.Id));
    }

    /// <summary>Batches that are to be loaded, oldest first.</summary>
    public IReadOnlyList<Guid> Waiting() => Folders()
        .Where(f => !File.Exists(Path.Combine(f.Path, OutcomeFile)) && !IsAsked(f.Path)).Select(f => f.Id).ToList();

    IEnumerable<(Guid Id, string Path)> Folders() => Directory.EnumerateDirectories(root)
        .Select(folder => (IsBatch: Guid.TryParseExact(Path.GetFileName(folder), "N", out var id), id, folder))
        .Where(f => f.IsBatch).OrderBy(f => f.id.ToString("N"), StringComparer.Ordinal).Select(f => (f.id, f.folder));

    public UploadBatch? Find(Guid id) => Read<UploadBatch>(id, BatchFile);

    public BatchOutcome? OutcomeOf(Guid id) => Read<BatchOutcome>(id, OutcomeFile);

    public IReadOnlyList<InputFile> FilesOf(UploadBatch batch) =>
        batch.Names.Select((name, i) => new InputFile(FilePath(FolderOf(batch.Id), i), name)).ToList();

    /// <summary>Counts a start of a batch; a batch that ends the process each time must not be tried for ever.</summary>
    /// <returns>How often it was started, this time included.</returns>
    public int CountStart(Guid id)
    {
        using var starts = new FileStream(Path.Combine(FolderOf(id), StartsFile), FileMode.Append, FileAccess.Write);
        starts.WriteByte((byte)'.');
        return (int)starts.Position;
    }

    /// <summary>Takes a start back: the host stopped, which is not the batch's doing.</summary>
    public void ForgetStarts(Guid id) => File.Delete(Path.Combine(FolderOf(id), StartsFile));

    /// <summary>The bytes of a file that can still be tried again; null when they are gone.</summary>
    public string? Kept(SentFile file)
    {
        var path = FilePath(FolderOf(file.Batch), file.Index);
        return OutcomeOf(file.Batch) is not null && File.Exists(path) ? path : null;
    }

    /// <summary>Keeps the outcome, then removes the files that nobody has to send again.</summary>
    public void Finish(Guid id, BatchOutcome outcome)
    {
        Write(id, OutcomeFile, outcome);
        RemoveFiles(FolderOf(id), outcome);
    }

    /// <summary>Lets a batch that was not loaded at all wait again. A crash in between leaves it as it was.</summary>
    public void WaitAgain(Guid id)
    {
        ForgetStarts(id);
        File.Delete(Path.Combine(FolderOf(id), OutcomeFile));
    }

    /// <summary>Removes what was never received whole, what ended long ago, and what nobody tried again or answered.</summary>
    public void Clean(DateTime utcNow)
    {
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            var ended = Path.Combine(folder, OutcomeFile);
            DateTime? endedAt = File.Exists(ended) ? File.GetLastWriteTimeUtc(ended) : null;
            var unanswered = IsAsked(folder) && File.GetLastWriteTimeUtc(Path.Combine(folder, ProposalFile)) < utcNow - RefusedFilesKept;
            if (folder.EndsWith(Part, StringComparison.Ordinal) || unanswered || endedAt < utcNow - OutcomesKept) Directory.Delete(folder, recursive: true);
            else if (endedAt is not null) RemoveFiles(folder, endedAt < utcNow - RefusedFilesKept ? null : Read<BatchOutcome>(ended));
        }
    }

    /// <param name="outcome">Null: the time of its refused files is over.</param>
    static void RemoveFiles(string folder, BatchOutcome? outcome)
    {
        var kept = outcome switch
        {
            null => [],
            { MayWaitAgain: true } => Directory.EnumerateFiles(folder, "*.upload").ToHashSet(StringComparer.Ordinal),
            _ => outcome.Files.Index().Where(f => f.Item.Refused).Select(f => FilePath(folder, f.Index)).ToHashSet(StringComparer.Ordinal),
        };
        foreach (var file in Directory.EnumerateFiles(folder, "*.upload").Where(f => !kept.Contains(f)).ToList()) File.Delete(file);
        // They tell names, and what came of them is in the store.
        foreach (var answered in (ReadOnlySpan<string>)[ProposalFile, ConfirmedFile]) File.Delete(Path.Combine(folder, answered));
    }

    string FolderOf(Guid id) => Path.Combine(root, id.ToString("N"));

    static string FilePath(string folder, int index) => Path.Combine(folder, index.ToString("000", CultureInfo.InvariantCulture) + ".upload");

    T? Read<T>(Guid id, string file) where T : class => Read<T>(Path.Combine(FolderOf(id), file));

    static T? Read<T>(string path) where T : class
    {
        try { return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path)) : null; }
        catch (JsonException) { return null; }
    }
}
