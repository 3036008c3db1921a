using Analytics.Domain.Units;

namespace Analytics.Ingest.Loading;

/// <summary>Which unit versions are one unit and its successor, so that a post in the one is the post in the other.</summary>
sealed class UnitLines(UnitBook units)
{
    readonly Dictionary<int, HashSet<int>> before = [];
    Dictionary<int, List<int>>? after;

    /// <summary>The unit version itself, and those that are its predecessor or successor whole, whichever was loaded first.</summary>
    public IReadOnlyCollection<int> Of(int unitId)
    {
        var line = Before(unitId);
        return (after ??= Turned()).TryGetValue(unitId, out var successors) && successors.Exists(s => !line.Contains(s))
            ? [.. line.Union(successors)]
            : line;
    }

    /// <summary>The unit version itself, other versions of it that no merge or split parts from it, and all that came whole into it.</summary>
    HashSet<int> Before(int unitId)
    {
        if (before.TryGetValue(unitId, out var line)) return line;
        line = [];
        if (units.ById(unitId) is { } unit) Collect(unit, line);
        else line.Add(unitId);
        return before[unitId] = line;
    }

    Dictionary<int, List<int>> Turned()
    {
        var turned = new Dictionary<int, List<int>>();
        foreach (var unit in units.All)
            foreach (var earlier in Before(unit.Id))
            {
                if (earlier == unit.Id) continue;
                if (!turned.TryGetValue(earlier, out var list)) turned[earlier] = list = [];
                list.Add(unit.Id);
            }
        return turned;
    }

    void Collect(Unit unit, HashSet<int> line)
    {
        if (!line.Add(unit.Id)) return;
        var date = Last(unit);
        foreach (var version in units.Versions(unit.Code))
            if (units.ClusterOf(version, Last(version)) == units.ClusterOf(unit, date)) Collect(version, line);
        foreach (var source in units.Predecessors(unit, date, wholeOnly: true)) Collect(source, line);
    }

    static DateOnly Last(Unit unit) => unit.Clamp(DateOnly.MaxValue.AddDays(-1));
}
