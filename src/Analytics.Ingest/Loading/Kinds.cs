using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>The words for the six kinds of file on the command line and in outputs.</summary>
public static class Kinds
{
    public static string Word(FileKind kind) => kind.ToString().ToLowerInvariant();

    public static FileKind? Parse(string word) => Enum.TryParse<FileKind>(word, ignoreCase: true, out var kind) && All.Contains(Word(kind)) ? kind : null;

    public static IReadOnlyList<string> All { get; } = Enum.GetValues<FileKind>().Select(Word).ToList();
}
