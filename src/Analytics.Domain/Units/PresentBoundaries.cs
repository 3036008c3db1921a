namespace Analytics.Domain.Units;

/// <summary>
/// Earlier units seen within the boundaries of one day: a unit counts for the unit of the day that the whole of it went to, through as
/// many reorganisations as there were. What was divided, dissolved or ended without a known successor stays under its own name; nothing
/// is ever apportioned.
/// </summary>
public sealed class PresentBoundaries(UnitBook book, DateOnly day)
{
    /// <summary>More reorganisations in a row than any unit has seen; ends a circle of wrong changes.</summary>
    const int MostSteps = 50;

    readonly Dictionary<int, bool> complete = [];

    public DateOnly Day => day;

    /// <summary>The unit of the day that all of an earlier unit lies in; null where there is none.</summary>
    /// <param name="at">A date on which <paramref name="unit"/> was valid.</param>
    public Unit? Of(Unit unit, DateOnly at)
    {
        var (current, date) = (unit, unit.Clamp(at));
        for (var step = 0; step < MostSteps; step++)
        {
            var next = book.NextChanges(current, date, day);
            if (next.Count == 0) return current.IsValidOn(day) ? current : null;
            if (next.Any(c => !c.Whole) || next.Select(c => c.ToCode).Distinct(StringComparer.Ordinal).Skip(1).Any()) return null;
            date = next[0].EffectiveDate;
            if (next[0].ToCode is not { } code || book.At(code, date) is not { } into) return null;
            current = into;
        }
        return null;
    }

    /// <summary>The unit under whose name an earlier one is counted: that of the day, or itself.</summary>
    public Unit OrItself(Unit unit, DateOnly at) => Of(unit, at) ?? unit;

    /// <summary>Whether everything a unit was made from came as a whole, so that its series leaves nothing out.</summary>
    /// <param name="unit">A unit valid on the day.</param>
    public bool IsComplete(Unit unit) => IsComplete(unit, 0);

    bool IsComplete(Unit unit, int depth)
    {
        if (depth > MostSteps) return false;
        if (complete.TryGetValue(unit.Id, out var known)) return known;
        var parts = book.Parts(unit, day);
        var result = parts.All(p => p.Change.Whole && p.Other is { } source && IsComplete(source, depth + 1));
        complete[unit.Id] = result;
        return result;
    }
}
