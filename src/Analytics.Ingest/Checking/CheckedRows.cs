using Analytics.Domain.Coverage;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Units;

namespace Analytics.Ingest.Checking;

/// <summary>Where a row stood in its file: the sheet (null for CSV) and the line as a person sees it.</summary>
public readonly record struct Place(string? Sheet, int Row);

public sealed record UnitRow(Place Place, string Code, string Name, string Kind, UnitLevel Level, string? Parent, DateOnly? ValidFrom, DateOnly? ValidTo, string? Area);

public sealed record ChangeRow(Place Place, DateOnly EffectiveDate, UnitChangeKind Kind, string? FromCode, string? ToCode, bool Whole, string Document);

public sealed record PositionRow(Place Place, string Code, string NameVi, string NameEn, string Body, int Sort);

public sealed record RoundRow(Place Place, string Code, string NameVi, string NameEn, string Regime, DateOnly HeldFrom, DateOnly HeldTo, DateOnly? Due, UnitLevel Level, bool Sample);

/// <param name="RoundId">Id of a round in the store; likewise unit (version) and position.</param>
public sealed record RosterRow(Place Place, int RoundId, int UnitId, int PositionId, string? Official, string? OfficialCode, string? Born, DateOnly? InPostSince, RosterStatus Status, string Reason);

/// <summary>The days on which one unit took the steps of a round that a file gives.</summary>
public sealed record StepRow(Place Place, int RoundId, int UnitId, IReadOnlyList<(CoverageStep Step, DateOnly On)> Days, string Note);

/// <summary>A result row whose references are resolved and whose counts agree with each other.</summary>
/// <param name="Born">Year or date, <c>1968</c> or <c>1968-05-19</c>.</param>
/// <param name="Extra">Cells of unknown columns as a JSON object; null when there are none.</param>
public sealed record ResultRow(
    Place Place, int RoundId, int UnitId, int PositionId, string Official, string? OfficialCode, string? Born,
    DateOnly? HeldOn, Counts Counts, string? Exempt, double? PublishedLowPercent, double? PublishedHighPercent,
    string Note, string Source, string? Extra)
{
    /// <summary>Identity within round, unit and post: the official code, else the folded name and birth.</summary>
    public string OfficialKey => OfficialKeys.Of(Official, OfficialCode, Born);
}
