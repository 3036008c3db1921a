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
sealed class UploadFolders(Installation installation)
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

    /// <summary>Batches without an outcome, oldest first.</summary>
    public IReadOnlyList<Guid> Waiting() => Directory.EnumerateDirectories(root)
        .Where(folder => !File.Exists(Path.Combine(folder, OutcomeFile)))
        .Select(folder => Guid.TryParseExact(Path.GetFileName(folder), "N", out var id) ? id : (Guid?)null)
        .OfType<Guid>().OrderBy(id => id.ToString("N"), StringComparer.Ordinal).ToList();

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
        var folder = FolderOf(id);
        var target = Path.Combine(folder, OutcomeFile);
        File.WriteAllText(target + Part, JsonSerializer.Serialize(outcome));
        File.Move(target + Part, target, overwrite: true);
        RemoveFiles(folder, outcome);
    }

    /// <summary>Lets a batch that was not loaded at all wait again. A crash in between leaves it as it was.</summary>
    public void WaitAgain(Guid id)
    {
        ForgetStarts(id);
        File.Delete(Path.Combine(FolderOf(id), OutcomeFile));
    }

    /// <summary>Removes what was never received whole, what ended long ago, and refused files that nobody tried again.</summary>
    public void Clean(DateTime utcNow)
    {
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            var ended = Path.Combine(folder, OutcomeFile);
            DateTime? endedAt = File.Exists(ended) ? File.GetLastWriteTimeUtc(ended) : null;
            if (folder.EndsWith(Part, StringComparison.Ordinal) || endedAt < utcNow - OutcomesKept) Directory.Delete(folder, recursive: true);
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
