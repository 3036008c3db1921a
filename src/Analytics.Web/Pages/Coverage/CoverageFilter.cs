using Analytics.Domain.Coverage;

namespace Analytics.Web.Pages.Coverage;

/// <summary>Which units a list of progress shows, and in which order. Codes are those of the address.</summary>
static class CoverageFilter
{
    const string Overdue = "overdue", Missing = "missing", Silent = "silent", Partial = "partial", NotDue = "not-due", None = "none";

    /// <summary><c>overdue</c>, <c>missing</c>, <c>silent</c>, <c>partial</c>, then how far units have come, then those to whom the round does not apply.</summary>
    public static IReadOnlyList<string> States { get; } = [Overdue, Missing, Silent, Partial, None, .. CoverageSteps.All.Select(s => s.Code()), NotDue];

    public static IReadOnlyList<string> Sorts { get; } = ["late", "unit"];

    public static bool IsIn(UnitProgress unit, string state, ProgressView view) => state.Length == 0 || Of(unit, view).Contains(state);

    /// <summary>How many units are in each state that any is in.</summary>
    public static IReadOnlyDictionary<string, int> Counts(IEnumerable<UnitProgress> units, ProgressView view) =>
        units.SelectMany(u => Of(u, view)).CountBy(state => state, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>The states a unit is in.</summary>
    static IEnumerable<string> Of(UnitProgress unit, ProgressView view)
    {
        if (view.Progress.OverdueOf(unit) is not null) yield return Overdue;
        if (view.IsSilent(unit)) yield return Silent;
        if (!unit.Expected)
        {
            yield return NotDue;
            yield break;
        }
        if (!unit.Received) yield return Missing;
        if (unit.Partial) yield return Partial;
        yield return unit.Reached?.Code() ?? None;
    }

    /// <summary>Overdue first, the longest first; then in the order of area and code.</summary>
    public static IReadOnlyList<UnitProgress> ByUrgency(RoundProgress progress) =>
        progress.Units.OrderBy(u => progress.OverdueOf(u) is { } late ? (int)late.Step : 10 + (u.Received ? 2 : 0) + (u.Expected ? 0 : 1)).ToList();
}
