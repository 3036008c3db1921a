using System.Globalization;
using System.Text.Json;
using Analytics.Web.Hosting;

namespace Analytics.Web.Loading;

/// <summary>A file that an import refused, wholly or in part.</summary>
/// <param name="File">Where it was sent.</param>
/// <param name="LoadedAs">The import a later try led to; null when there was none.</param>
sealed record RefusedFile(SentFile File, int? LoadedAs = null);

/// <summary>
/// From the import that refused a file to the file as it was sent, and on to the import it was loaded as in a later try: a
/// note each below <c>uploads/refused/</c>.
/// </summary>
/// <remarks>Written before the batch's outcome: after a kill in between the batch is loaded again and writes them again.</remarks>
sealed class RefusedFiles(Installation installation, UploadFolders folders)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    readonly string root = Path.Combine(installation.UploadsFolder, "refused");

    public RefusedFile? Find(int import)
    {
        var path = PathOf(import);
        try { return File.Exists(path) ? JsonSerializer.Deserialize<RefusedFile>(File.ReadAllText(path)) : null; }
        catch (JsonException) { return null; }
    }

    /// <summary>Notes what the files of a batch came to, and tells the earlier tries of a file that it was loaded.</summary>
    public void Note(UploadBatch batch, IReadOnlyList<FileOutcome> files)
    {
        foreach (var (i, file) in files.Index())
            if (file is { Refused: true, Import: { } import }) Write(import, new(new(batch.Id, i), Find(import)?.LoadedAs));
        if (files is [{ Import: { } loadedAs } only] && (!only.Refused || only.Changed)) Tell(batch.SecondTryOf, loadedAs);
    }

    void Tell(SentFile? earlier, int loadedAs)
    {
        // A chain of tries is as long as somebody was patient; a folder that is gone ends it.
        while (earlier is { } file && folders.OutcomeOf(file.Batch) is { } outcome && folders.Find(file.Batch) is { } batch)
        {
            if (outcome.Files.ElementAtOrDefault(file.Index)?.Import is { } import && import != loadedAs) Write(import, new(file, loadedAs));
            earlier = batch.SecondTryOf;
        }
    }

    public void Clean(DateTime utcNow)
    {
        if (!Directory.Exists(root)) return;
        foreach (var note in Directory.EnumerateFiles(root))
            if (File.GetLastWriteTimeUtc(note) < utcNow - Kept) File.Delete(note);
    }

    void Write(int import, RefusedFile note)
    {
        Directory.CreateDirectory(root);
        var half = PathOf(import) + ".part";
        File.WriteAllText(half, JsonSerializer.Serialize(note));
        File.Move(half, PathOf(import), overwrite: true);
    }

    string PathOf(int import) => Path.Combine(root, import.ToString(CultureInfo.InvariantCulture) + ".json");
}
