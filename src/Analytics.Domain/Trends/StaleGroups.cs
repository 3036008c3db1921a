namespace Analytics.Domain.Trends;

/// <summary>
/// The groups that stale marks touch: the city and area of each marked unit, and every post, for a mark does not say
/// which posts changed. A group is recomputed over all its rounds, because later changes and slopes look back.
/// </summary>
sealed class StaleGroups
{
    readonly HashSet<(TrendBy, string)> keys = [];

    public StaleGroups(IEnumerable<StaleMark> marks, TrendComputation computation)
    {
        foreach (var mark in marks)
        {
            var (city, area) = computation.GroupsOf(mark.UnitId!.Value, mark.RoundId!.Value);
            if (city is not null) keys.Add((TrendBy.City, city));
            if (area is not null) keys.Add((TrendBy.District, area));
        }
        Areas = keys.Where(k => k.Item1 == TrendBy.District).Select(k => k.Item2).ToList();
        Cities = keys.Where(k => k.Item1 == TrendBy.City).Select(k => k.Item2).ToList();
    }

    public IReadOnlyList<string> Cities { get; }
    public IReadOnlyList<string> Areas { get; }

    public bool Contains(GroupKey group) => group.By switch
    {
        TrendBy.Position => true,
        TrendBy.DistrictPosition => keys.Contains((TrendBy.District, group.Key)),
        _ => keys.Contains((group.By, group.Key)),
    };
}
