using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analytics.Ingest.Backups;

/// <summary>A backup cannot be used; the message is for the user and says why.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>One file of a backup.</summary>
/// <param name="Name">Path below the installation's folder with <c>/</c>, or <c>store.db</c>.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>What a backup holds: its <c>backup.json</c>.</summary>
/// <param name="Format">Raised when an older program could not put the backup back.</param>
/// <param name="Version">Version of the program that made it.</param>
/// <param name="DataVersion">Published version of the store.</param>
/// <param name="At">When the store was copied, UTC.</param>
public sealed record BackupManifest(int Format, string Product, string Version, long DataVersion, DateTime At, IReadOnlyList<BackupEntry> Entries)
{
    public const string Name = "backup.json";
    public const string StoreName = "store.db";
    public const int CurrentFormat = 1;

    /// <summary>Folders of the installation that belong to its store.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["archive", "briefings", "cases", "keys", "minutes"];

    /// <summary>More is no list of files that a backup of ours has.</summary>
    const int BytesAtMost = 256 << 20;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    static string ProgramVersion => typeof(BackupManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static BackupManifest Of(long dataVersion, DateTime at, IReadOnlyList<BackupEntry> entries) =>
        new(CurrentFormat, "Analytics", ProgramVersion, dataVersion, at, entries);

    public void Write(Stream to) => JsonSerializer.Serialize(to, this, Json);

    /// <exception cref="BackupException">It is none, or lists what no backup of ours holds.</exception>
    public static BackupManifest Read(Stream from, long bytes)
    {
        if (bytes > BytesAtMost) throw new BackupException($"its {Name} has {bytes} bytes; expected at most {BytesAtMost}");
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(from, Json);
        }
        catch (JsonException e)
        {
            throw new BackupException($"its {Name} cannot be read", e);
        }
        if (manifest is not { Product: "Analytics", Entries: { } entries } || entries.Any(e => e is not { Name: not null, Sha256: not null, Bytes: >= 0 }))
            throw new BackupException($"its {Name} is not that of this program");
        if (manifest.Format > CurrentFormat) throw new BackupException($"it was made by a newer version of this program ({manifest.Version}); use that version");
        if (entries.FirstOrDefault(e => !IsName(e.Name)) is { } strange) throw new BackupException($"it names \"{strange.Name}\", which is no place of an installation");
        if (entries.DistinctBy(e => e.Name, StringComparer.OrdinalIgnoreCase).Count() != entries.Count) throw new BackupException("it names a file twice");
        return entries.Any(e => e.Name == StoreName) ? manifest : throw new BackupException($"it holds no {StoreName}");
    }

    /// <summary>Whether a name leads to the store or below one of the folders, on every system.</summary>
    public static bool IsName(string name) =>
        name == StoreName
        || (name.Split('/') is { Length: > 1 } parts && Folders.Contains(parts[0])
            && parts.All(p => p.Length > 0 && p.Trim('.', ' ').Length > 0 && !p.AsSpan().ContainsAny(Forbidden) && !p.Any(char.IsControl)));

    static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("\\:*?\"<>|");
}
