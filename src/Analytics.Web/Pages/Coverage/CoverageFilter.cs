using Analytics.Domain.Coverage;

namespace Analytics.Web.Pages.Coverage;

/// <summary>Which units a list of progress shows, and in which order. Codes are those of the address.</summary>
static class CoverageFilter
{
    const string Overdue = "overdue", Missing = "missing", Silent = "silent", Partial = "partial", NotDue = "not-due", None = "none";

    /// <summary><c>overdue</c>, <c>missing</c>, <c>silent</c>, <c>partial</c>, then how far units have come, then those to whom the round does not apply.</summary>
    public static IReadOnlyList<string> States { get; } = [Overdue, Missing, Silent, Partial, None, .. CoverageSteps.All.Select(s => s.Code()), NotDue];

    public static IReadOnlyList<string> Sorts { get; } = ["late", "unit"];

    public static bool IsIn(UnitProgress unit, string state, ProgressView view) => state switch
    {
        "" => true,
        NotDue => !unit.Expected,
        Overdue => view.Progress.OverdueOf(unit) is not null,
        Missing => unit.Expected && !unit.Received,
        Silent => view.IsSilent(unit),
        Partial => unit.Expected && unit.Partial,
        None => unit.Expected && unit.Reached is null,
        _ => unit.Expected && unit.Reached?.Code() == state,
    };

    /// <summary>Overdue first, the longest first; then in the order of area and code.</summary>
    public static IEnumerable<UnitProgress> Sorted(IEnumerable<UnitProgress> units, string sort, ProgressView view) => sort == "unit"
        ? units
        : units.Select(u => (Unit: u, Overdue: view.Progress.OverdueOf(u)))
            .OrderBy(u => u.Overdue is null).ThenBy(u => u.Unit.Received).ThenBy(u => !u.Unit.Expected).ThenBy(u => u.Overdue?.Step).Select(u => u.Unit);
}
