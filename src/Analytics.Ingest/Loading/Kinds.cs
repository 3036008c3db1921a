using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>The words for the kinds of file on the command line and in outputs.</summary>
public static class Kinds
{
    public static string Word(FileKind kind) => kind.ToString().ToLowerInvariant();

    public static FileKind? Parse(string word) => Enum.GetValues<FileKind>().Select(k => (FileKind?)k).FirstOrDefault(k => Word(k!.Value).Equals(word, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<string> All { get; } = Enum.GetValues<FileKind>().Select(Word).ToList();
}
