namespace Analytics.Domain.Units;

/// <summary>
/// All versions of all units with their reorganisations, in memory: answers which unit a code meant at a date, what lay
/// above it, and which area it is counted under. Unknown codes give null, never an exception.
/// </summary>
public sealed class UnitBook
{
    readonly Dictionary<string, Unit[]> versions;
    readonly Dictionary<int, Unit> byId;
    readonly ILookup<string, UnitChange> intoCode;
    readonly ILookup<string, UnitChange> outOfCode;
    readonly Dictionary<string, DateOnly[]> breaks;

    public UnitBook(IEnumerable<Unit> units, IEnumerable<UnitChange> changes)
    {
        var all = units as IReadOnlyCollection<Unit> ?? units.ToList();
        var known = changes as IReadOnlyCollection<UnitChange> ?? changes.ToList();
        versions = all.GroupBy(u => u.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(u => u.ValidFrom ?? DateOnly.MinValue).ToArray(), StringComparer.Ordinal);
        byId = all.Where(u => u.Id != 0).ToDictionary(u => u.Id);
        intoCode = known.Where(c => c.ToCode is not null).ToLookup(c => c.ToCode!, StringComparer.Ordinal);
        outOfCode = known.Where(c => c.FromCode is not null).ToLookup(c => c.FromCode!, StringComparer.Ordinal);
        breaks = known.Where(c => c.Kind is UnitChangeKind.Merge or UnitChangeKind.Split)
            .SelectMany(c => new[] { (Code: c.FromCode, c.EffectiveDate), (Code: c.ToCode, c.EffectiveDate) })
            .Where(b => b.Code is not null)
            .GroupBy(b => b.Code!, b => b.EffectiveDate, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Distinct().Order().ToArray(), StringComparer.Ordinal);
        All = all;
        Changes = known;
    }

    public static UnitBook Empty { get; } = new([], []);

    public IReadOnlyCollection<Unit> All { get; }
    public IReadOnlyCollection<UnitChange> Changes { get; }

    /// <summary>Every version of a code, oldest first; empty when the code is unknown.</summary>
    public IReadOnlyList<Unit> Versions(string code) => versions.GetValueOrDefault(code) ?? [];

    public Unit? ById(int id) => byId.GetValueOrDefault(id);

    /// <summary>The version of <paramref name="code"/> valid on <paramref name="date"/>.</summary>
    public Unit? At(string code, DateOnly date)
    {
        foreach (var unit in Versions(code)) if (unit.IsValidOn(date)) return unit;
        return null;
    }

    /// <summary>The version valid on the date, else the latest before it, else the first after it; null for an unknown code.</summary>
    public Unit? Nearest(string code, DateOnly date)
    {
        var known = Versions(code);
        Unit? nearest = known.Count > 0 ? known[0] : null;
        foreach (var unit in known) if (unit.ValidFrom is null || unit.ValidFrom <= date) nearest = unit;
        return nearest;
    }

    /// <summary>The unit itself and everything above it at <paramref name="date"/>, from the bottom up.</summary>
    public IEnumerable<Unit> Upward(Unit unit, DateOnly date)
    {
        date = unit.Clamp(date);
        // A chain cannot be longer than the number of levels; the bound also ends a chain of wrong parents.
        for (var (current, steps) = ((Unit?)unit, 0); current is not null && steps < 6; steps++)
        {
            yield return current;
            current = current.ParentCode is { } parent ? At(parent, date) : null;
        }
    }

    /// <summary>
    /// Code of the group "city" a unit is counted under: the province-level unit itself or its ancestor; the country's
    /// own code for the country. Null when nothing of the kind stands above.
    /// </summary>
    public string? CityOf(Unit unit, DateOnly date) => unit.Level == UnitLevel.Country
        ? unit.Code
        : Upward(unit, date).FirstOrDefault(u => u.Level == UnitLevel.Province)?.Code;

    /// <summary>
    /// Code of the district or former district (area) a unit is counted under: the nearest district, else the
    /// commune's own area, else the area most of its predecessors lay in (each counts once, whole or part; ties: the
    /// lowest code). Null above commune level when there is no district.
    /// </summary>
    public string? AreaOf(Unit unit, DateOnly date) => AreaOf(unit, date, depth: 0);

    string? AreaOf(Unit unit, DateOnly date, int depth)
    {
        if (unit.Level is UnitLevel.Country or UnitLevel.Province) return null;
        var district = Upward(unit, date).FirstOrDefault(u => u.Level == UnitLevel.District);
        if (district is not null) return district.Code;
        if (unit.AreaCode is not null || depth > 8) return unit.AreaCode;
        return AreasOfPredecessors(unit, date, depth)
            .GroupBy(code => code, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    IEnumerable<string> AreasOfPredecessors(Unit unit, DateOnly date, int depth)
    {
        foreach (var source in Predecessors(unit, date))
            if (AreaOf(source, source.Clamp(date), depth + 1) is { } area)
                yield return area;
    }

    /// <summary>
    /// The unit whose Party committee reports for this one at <paramref name="date"/>: the nearest district, and where none stands
    /// above (in Hanoi since 1 July 2025) the unit itself.
    /// </summary>
    public Unit ReportingBodyOf(Unit unit, DateOnly date) => Upward(unit, date).FirstOrDefault(u => u.Level == UnitLevel.District) ?? unit;

    /// <summary>The units a version was made from at the latest reorganisation up to <paramref name="date"/>.</summary>
    /// <param name="wholeOnly">Leaves out units of which only a part went there.</param>
    public IReadOnlyList<Unit> Predecessors(Unit unit, DateOnly date, bool wholeOnly = false)
    {
        var into = intoCode[unit.Code].Where(c => c.EffectiveDate <= unit.Clamp(date) && unit.IsValidOn(c.EffectiveDate) && c.FromCode is not null).ToList();
        if (into.Count == 0) return [];
        var latest = into.Max(c => c.EffectiveDate);
        return into.Where(c => c.EffectiveDate == latest && (c.Whole || !wholeOnly))
            .Select(c => At(c.FromCode!, latest.AddDays(-1))).OfType<Unit>().Distinct().ToList();
    }

    /// <summary>The reorganisations that brought parts to a version up to <paramref name="date"/>, each with the unit a part came from.</summary>
    public IReadOnlyList<LineageStep> Parts(Unit unit, DateOnly date) => intoCode[unit.Code]
        .Where(c => c.EffectiveDate <= date && unit.IsValidOn(c.EffectiveDate))
        .Select(c => new LineageStep(c, c.FromCode is { } from ? At(from, c.EffectiveDate.AddDays(-1)) : null)).ToList();

    /// <summary>Days on which units that matter were merged or split.</summary>
    /// <param name="after">Only later ones.</param>
    /// <param name="until">None later than this day.</param>
    /// <param name="concerns">Whether a unit matters, at a day on which it is valid.</param>
    public IReadOnlyList<DateOnly> ReorganisationDays(DateOnly after, DateOnly until, Func<Unit, DateOnly, bool> concerns)
    {
        return Changes.Where(c => c.Kind is UnitChangeKind.Merge or UnitChangeKind.Split && c.EffectiveDate > after && c.EffectiveDate <= until)
            .GroupBy(c => c.EffectiveDate).Where(day => day.Any(c => Concerned(c.FromCode, day.Key.AddDays(-1)) || Concerned(c.ToCode, day.Key)))
            .Select(day => day.Key).Order().ToList();

        bool Concerned(string? code, DateOnly date) => code is not null && At(code, date) is { } unit && concerns(unit, date);
    }

    /// <summary>What the next reorganisation of a version made of it; empty where there is none.</summary>
    /// <param name="after">Only later ones.</param>
    /// <param name="until">None later than this day.</param>
    public IReadOnlyList<UnitChange> NextChanges(Unit unit, DateOnly after, DateOnly until)
    {
        var later = outOfCode[unit.Code].Where(c => c.EffectiveDate > after && c.EffectiveDate <= until && unit.IsValidOn(c.EffectiveDate.AddDays(-1))).ToList();
        if (later.Count < 2) return later;
        var next = later.Min(c => c.EffectiveDate);
        return later.FindAll(c => c.EffectiveDate == next);
    }

    /// <summary>Whether the predecessors of a unit lay in more than one area ("straddling").</summary>
    public bool Straddles(Unit unit, DateOnly date) => AreasOfPredecessors(unit, date, 0).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>
    /// The statistical unit: a code followed through time, broken where a merge or split names it. Two results belong
    /// to one cluster exactly when these are equal.
    /// </summary>
    public string ClusterOf(Unit unit, DateOnly date)
    {
        if (!breaks.TryGetValue(unit.Code, out var dates)) return unit.Code;
        date = unit.Clamp(date);
        var epoch = dates.Count(d => d <= date);
        return epoch == 0 ? unit.Code : $"{unit.Code}#{epoch}";
    }

    /// <summary>
    /// The key printed for trends by unit: the code, or <c>code@valid_from</c> where a code has several versions (the
    /// plain code for the one with an open start).
    /// </summary>
    public string TrendKey(Unit unit) => unit.ValidFrom is { } from && Versions(unit.Code).Count > 1
        ? $"{unit.Code}@{from:yyyy-MM-dd}"
        : unit.Code;
}
