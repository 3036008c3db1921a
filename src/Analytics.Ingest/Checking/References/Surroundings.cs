using Analytics.Domain.Names;
using Analytics.Domain.Units;

namespace Analytics.Ingest.Checking.References;

/// <summary>What lies above a unit, by name: its ancestors and the area it is counted under. Tells units of one name apart.</summary>
internal sealed class Surroundings(UnitBook book)
{
    /// <summary>Those of the candidates that lie in the district named; all of them when the name fits none.</summary>
    public List<Unit> Narrow(List<Unit> candidates, string district, DateOnly at)
    {
        var (plain, bare) = (Folding.Fold(district), KindWords.FoldWithout(district));
        var above = candidates.ConvertAll(unit => (Unit: unit, Names: NamesAbove(unit, at)));
        Func<string, bool>[] steps =
        [
            name => name == district,
            name => Folding.Fold(name) == plain,
            name => KindWords.FoldWithout(name) is var other && (other == bare || other == plain || Folding.Fold(name) == bare),
        ];
        foreach (var step in steps)
        {
            var inside = above.FindAll(c => c.Names.Exists(n => step(n)));
            if (inside.Count > 0) return inside.ConvertAll(c => c.Unit);
        }
        return candidates;
    }

    /// <summary>For instance: Xã Tân Lập (00123, Huyện Đan Phượng).</summary>
    public string Describe(Unit unit, DateOnly at) =>
        NamesAbove(unit, at) is [var nearest, ..] ? $"{unit.Name} ({unit.Code}, {nearest})" : $"{unit.Name} ({unit.Code})";

    // The area first, as it is the nearer name to people: for a commune below a district it is that district.
    List<string> NamesAbove(Unit unit, DateOnly at)
    {
        var area = book.AreaOf(unit, at) is { } code && code != unit.Code
            ? book.Versions(code).Where(u => u.Level == UnitLevel.District).Reverse()
            : [];
        return area.Concat(book.Upward(unit, at).Skip(1)).Select(u => u.Name).Distinct(StringComparer.Ordinal).ToList();
    }
}
