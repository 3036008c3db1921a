namespace Analytics.Domain.Trends;

/// <summary>The groups that a change of results touches, each from its earliest touched round on: later changes and slopes look back.</summary>
sealed class TouchedGroups
{
    readonly Dictionary<GroupKey, DateOnly> from = [];
    readonly HashSet<int> rounds = [];

    public IReadOnlyDictionary<GroupKey, DateOnly> From => from;

    /// <summary>Ids of the rounds whose results changed.</summary>
    public IReadOnlySet<int> Rounds => rounds;

    public void Add(GroupKey group, int roundId, DateOnly heldFrom)
    {
        rounds.Add(roundId);
        if (!from.TryGetValue(group, out var earliest) || heldFrom < earliest) from[group] = heldFrom;
    }
}
