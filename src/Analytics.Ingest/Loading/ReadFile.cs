using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>A file to load, read: no store is needed for that.</summary>
/// <param name="Source">Null where the file could not be opened.</param>
/// <param name="Failure">Why not; null where it could.</param>
public sealed record ReadFile(InputFile Input, SourceFile? Source, LoadOutcome? Failure)
{
    /// <param name="kind">What the files hold; null to tell from their headers.</param>
    public static IReadOnlyList<ReadFile> All(IReadOnlyList<InputFile> files, FileKind? kind, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var read = new List<ReadFile>(files.Count);
        foreach (var file in files)
        {
            progress?.Report(new(file.Name, "reading", read.Count, files.Count));
            read.Add(One(file, kind, ct));
        }
        return read;
    }

    static ReadFile One(InputFile file, FileKind? kind, CancellationToken ct)
    {
        try
        {
            using var content = File.OpenRead(file.Path);
            return new(file, FileReader.Read(content, file.Name, kind, ct), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(file, null, LoadOutcome.Failed(file.Path, "", kind, 0, LoadMessages.CannotOpen(file.Path, e).MessageEn, LoadMessages.CannotOpen(file.Path, e)));
        }
    }
}
