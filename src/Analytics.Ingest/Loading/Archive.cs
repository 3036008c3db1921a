using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>Keeps the bytes of every loaded file under <c>archive/</c>, named by their SHA-256, so that a number can be traced to its file.</summary>
public sealed class Archive(string appFolder)
{
    public string Folder { get; } = Path.Combine(appFolder, "archive");

    public static string NameOf(string sha256, string fileName) =>
        sha256 + (Path.GetExtension(fileName).ToLowerInvariant() is var extension and (".xlsx" or ".xls" or ".docx") ? extension : ".csv");

    /// <summary>Stores the bytes (once) and returns the name below the archive folder.</summary>
    /// <remarks>Written beside its final name first: a crash leaves no half file under a valid name.</remarks>
    public string Keep(SourceFile file)
    {
        var name = NameOf(file.Sha256, file.Name);
        var path = Path.Combine(Folder, name);
        if (File.Exists(path)) return name;
        Directory.CreateDirectory(Folder);
        var half = path + "." + Guid.NewGuid().ToString("N") + ".part";
        using (var stream = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
        {
            using (var content = file.Content.Open()) content.CopyTo(stream);
            stream.Flush(flushToDisk: true);
        }
        File.Move(half, path, overwrite: true);
        return name;
    }

    /// <summary>Full path of an archived file; null when it is not there or the name is not one of ours.</summary>
    public string? Find(string name)
    {
        var path = Path.Combine(Folder, Path.GetFileName(name));
        return File.Exists(path) ? path : null;
    }
}
