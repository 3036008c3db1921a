using Analytics.Domain.Names;
using Analytics.Domain.Rounds;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.References;

/// <summary>Finds the position a row means: by code, then by full name, then without accents and case. Every answer is kept.</summary>
internal sealed class PositionResolver(IReadOnlyList<Position> positions)
{
    const int MostSuggestions = 100;

    readonly Dictionary<string, Lookup<Position>> known = new(StringComparer.Ordinal);
    int suggestions;

    public Lookup<Position> Find(string text)
    {
        if (known.TryGetValue(text, out var lookup)) return lookup;
        return known[text] = Search(text);
    }

    Lookup<Position> Search(string text)
    {
        var folded = Folding.Fold(text);
        var found = Matching(p => p.Code == text);
        if (found.Count == 0) found = Matching(p => p.NameVi == text || p.NameEn == text);
        if (found.Count == 0)
            found = Matching(p => Folding.Fold(p.NameVi) == folded || Folding.Fold(p.NameEn) == folded || Folding.Fold(p.Code) == folded);
        return found.Count switch
        {
            0 => new(Rule.UnknownPosition, Messages.UnknownPosition(text, Suggest(folded))),
            1 => new(found[0]),
            _ => new(Rule.AmbiguousPosition, Messages.AmbiguousPosition(text, found.ConvertAll(Describe))),
        };
    }

    List<Position> Matching(Func<Position, bool> isMeant) => positions.Where(isMeant).ToList();

    List<string> Suggest(string folded) => suggestions++ < MostSuggestions
        ? Nearest.Of(folded, positions.SelectMany(p => new[] { (Position: p, Key: p.NameVi), (Position: p, Key: p.Code) }), c => Folding.Fold(c.Key))
            .Select(c => Describe(c.Position)).Distinct().ToList()
        : [];

    static string Describe(Position position) => $"{position.NameVi} ({position.Code})";
}
