namespace Analytics.Domain.Access;

/// <summary>
/// What one viewer may see, as the store's query filters apply it. Commands and jobs run with <see cref="Everything"/>.
/// </summary>
/// <param name="AllUnits">Results and rosters of every unit; otherwise those of <paramref name="UnitIds"/>.</param>
/// <param name="Aggregates">City-wide trends (the yardstick).</param>
/// <param name="AllAreas">Trends of every area; otherwise those of <paramref name="AreaCodes"/>.</param>
/// <param name="AllImports">Imports of everybody; otherwise those of <paramref name="UserName"/>.</param>
public sealed record Scope(
    bool AllUnits, bool Aggregates, bool AllAreas, bool AllImports,
    IReadOnlyList<int> UnitIds, IReadOnlyList<string> AreaCodes, string UserName)
{
    public static Scope Everything { get; } = new(true, true, true, true, [], [], "");
    public static Scope Nothing { get; } = new(false, false, false, false, [], [], "");

    /// <summary>Whether figures of single units may be seen at all.</summary>
    public bool SeesUnits => AllUnits || UnitIds.Count > 0;

    /// <summary>
    /// Whether the page of a unit may be opened: where it lies and what became of it. Its results are filtered apart.
    /// </summary>
    public bool Reaches(int unitId) => AllUnits || AllAreas || UnitIds.Contains(unitId);

    /// <summary>Whether results of a unit may be seen, and loaded by those who load.</summary>
    public bool Holds(int unitId) => AllUnits || UnitIds.Contains(unitId);

    /// <summary>Whether trends of an area may be seen.</summary>
    public bool HoldsArea(string code) => AllAreas || AreaCodes.Contains(code);

    /// <summary>Part of cache keys: two viewers with the same text see the same data.</summary>
    public string CacheKey => $"{AllUnits}|{Aggregates}|{AllAreas}|{AllImports}|{(AllImports ? "" : UserName)}|{string.Join(',', AreaCodes)}|{string.Join(',', UnitIds)}";
}
