using Analytics.Domain.Names;
using Analytics.Domain.Units;

namespace Analytics.Ingest.Checking.References;

/// <summary>Finds units of one level by name: exactly, then without accents and case, then without the kind word.</summary>
internal sealed class UnitNames
{
    readonly List<Unit> units;
    readonly ILookup<string, Unit> exact, folded, bare;

    public UnitNames(UnitBook book, UnitLevel level)
    {
        units = book.All.Where(u => u.Level == level).ToList();
        exact = units.ToLookup(u => u.Name, StringComparer.Ordinal);
        folded = units.ToLookup(u => Folding.Fold(u.Name), StringComparer.Ordinal);
        bare = units.ToLookup(u => KindWords.FoldWithout(u.Name), StringComparer.Ordinal);
    }

    /// <summary>The units valid at a date that the first step with a hit finds.</summary>
    public List<Unit> Find(string name, DateOnly at)
    {
        var plain = Folding.Fold(name);
        var withoutKind = KindWords.FoldWithout(name);
        if (Valid(exact[name], at) is { Count: > 0 } same) return same;
        if (Valid(folded[plain], at) is { Count: > 0 } alike) return alike;
        // The kind word is taken off one side before both: an unaccented "tinh an" is the commune Tịnh Ấn, not some "An".
        if (Valid(bare[plain].Concat(folded[withoutKind]).Distinct(), at) is { Count: > 0 } withoutOne) return withoutOne;
        return Valid(bare[withoutKind], at);
    }

    /// <summary>The units valid at a date with the nearest names.</summary>
    public List<Unit> NearestTo(string name, DateOnly at) =>
        Nearest.Of(KindWords.FoldWithout(name), Valid(units, at), u => KindWords.FoldWithout(u.Name));

    static List<Unit> Valid(IEnumerable<Unit> found, DateOnly at) => found.Where(u => u.IsValidOn(at)).ToList();
}
