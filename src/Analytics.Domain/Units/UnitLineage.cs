namespace Analytics.Domain.Units;

/// <summary>One step of a unit's lineage.</summary>
/// <param name="Other">The unit before or after; null for one that was created or dissolved, or is not known.</param>
public sealed record LineageStep(UnitChange Change, Unit? Other);

/// <summary>What a version of a unit was made from and what became of it, one step in each direction.</summary>
public static class UnitLineage
{
    /// <summary>Reorganisations that led to this version, the latest first, then by code.</summary>
    public static IReadOnlyList<LineageStep> Before(this UnitBook book, Unit unit) => book.Parts(unit, DateOnly.MaxValue)
        .OrderByDescending(s => s.Change.EffectiveDate).ThenBy(s => s.Change.FromCode, StringComparer.Ordinal).ToList();

    /// <summary>Reorganisations this version went into, the earliest first, then by code.</summary>
    public static IReadOnlyList<LineageStep> After(this UnitBook book, Unit unit) => book.Changes
        .Where(c => c.FromCode == unit.Code && unit.IsValidOn(c.EffectiveDate.AddDays(-1)))
        .OrderBy(c => c.EffectiveDate).ThenBy(c => c.ToCode, StringComparer.Ordinal)
        .Select(c => new LineageStep(c, c.ToCode is { } code ? book.At(code, c.EffectiveDate) : null)).ToList();

    /// <summary>The areas a unit's predecessors lay in, in order of their codes; its own area where it has none.</summary>
    public static IReadOnlyList<string> FormerAreas(this UnitBook book, Unit unit, DateOnly date)
    {
        var areas = book.Predecessors(unit, date).Select(p => book.AreaOf(p, p.Clamp(date))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (areas.Count == 0 && book.AreaOf(unit, date) is { } own) areas.Add(own);
        return areas.Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>The versions that stand for a unit on a later day: itself or its successors, whole or in part; empty where none is known.</summary>
    public static IReadOnlyList<Unit> On(this UnitBook book, Unit unit, DateOnly day)
    {
        var (found, waiting, seen) = (new List<Unit>(), new Queue<Unit>([unit]), new HashSet<Unit> { unit });
        while (waiting.TryDequeue(out var current))
        {
            if (current.IsValidOn(day)) found.Add(current);
            else
                foreach (var step in book.After(current))
                    if (step.Change.EffectiveDate <= day && step.Other is { } into && seen.Add(into)) waiting.Enqueue(into);
        }
        return found;
    }
}
