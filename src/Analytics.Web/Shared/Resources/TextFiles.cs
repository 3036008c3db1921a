using System.Text.Json;

namespace Analytics.Web.Shared.Resources;

/// <summary>
/// All interface texts: every <c>NAME.vi.json</c> and <c>NAME.en.json</c> of the project, wherever it lies, read once.
/// A key belongs to one file only, so a slice can keep its texts beside its page.
/// </summary>
public sealed class TextFiles
{
    readonly Dictionary<string, Dictionary<string, string>> languages;

    public TextFiles() => languages = new(StringComparer.Ordinal) { ["vi"] = Load("vi"), ["en"] = Load("en") };

    public IReadOnlyDictionary<string, string> In(string language) => languages[language];

    static Dictionary<string, string> Load(string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(TextFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("texts/", StringComparison.Ordinal) && n.EndsWith($".{language}.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No resource {name}.");
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [])
                if (!texts.TryAdd(key, text))
                    throw new InvalidOperationException($"The text key {key} of {name} stands in another file as well.");
        }
        return texts;
    }
}
