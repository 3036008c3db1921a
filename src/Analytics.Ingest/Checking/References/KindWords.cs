using Analytics.Domain.Names;

namespace Analytics.Ingest.Checking.References;

/// <summary>The word for the kind of a unit before its name: Xã, Phường, Thị trấn, Quận, Huyện, TP. …</summary>
internal static class KindWords
{
    static readonly string[] Words =
        ["thành phố", "thị trấn", "thị xã", "đặc khu", "quốc gia", "phường", "huyện", "tỉnh", "quận", "xã", "tp", "tx", "tt"];

    static readonly string[] Abbreviations = ["tp.", "tx.", "tt.", "p.", "q.", "h.", "x."];

    static readonly string[] All = [.. Words.Concat(Words.Select(Folding.Fold)).Distinct().Select(w => w + " "), .. Abbreviations];

    /// <summary>The name without its kind word, folded; the folded name itself where there is none or nothing else.</summary>
    /// <remarks>
    /// The word counts when written with its own accents or with none at all: "Tịnh Ấn" and "Xà Bang" are names, not
    /// the province "Ấn" or the commune "Bang".
    /// </remarks>
    public static string FoldWithout(string name)
    {
        var lower = name.ToLowerInvariant();
        foreach (var word in All)
        {
            if (lower.Length > word.Length && lower.StartsWith(word, StringComparison.Ordinal))
                return Folding.Fold(name[word.Length..]);
        }
        return Folding.Fold(name);
    }
}
