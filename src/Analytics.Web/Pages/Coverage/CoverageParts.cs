using Analytics.Domain.Coverage;

namespace Analytics.Web.Pages.Coverage;

/// <summary>One step of one unit in a table.</summary>
sealed record StepCell(StepDay Day, bool Expected, bool Overdue);

/// <summary>In a few words how a unit stands.</summary>
sealed record UnitState(UnitProgress Unit, (CoverageStep Step, DateOnly Due)? Overdue, DateOnly Today);
