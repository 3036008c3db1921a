using Analytics.Domain.Units;

namespace Analytics.Ingest.Loading;

/// <summary>Which unit versions are one unit and its successor, so that a post in the one is the post in the other.</summary>
sealed class UnitLines(UnitBook units)
{
    readonly Dictionary<int, HashSet<int>> known = [];

    /// <summary>Whether one of the two is the other or its whole successor, whichever was loaded first.</summary>
    public bool AreOne(int unitId, int otherId) => unitId == otherId || Before(unitId).Contains(otherId) || Before(otherId).Contains(unitId);

    /// <summary>The unit version itself, other versions of it that no merge or split parts from it, and all that came whole into it.</summary>
    HashSet<int> Before(int unitId)
    {
        if (known.TryGetValue(unitId, out var line)) return line;
        line = [];
        if (units.ById(unitId) is { } unit) Collect(unit, line);
        return known[unitId] = line;
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
