using Analytics.Domain.Coverage;

namespace Analytics.Web.Pages.Calendar;

/// <summary>Steps that have a last day of their own.</summary>
static class CalendarWords
{
    public static IReadOnlyList<CoverageStep> Steps { get; } = CoverageSteps.All.Where(s => s != CoverageStep.Loaded).ToList();
}
