using Analytics.Ingest.Checking;
using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Previews;

/// <summary>Items of which only the first are kept, and how many there are.</summary>
public sealed record Bounded<T>(IReadOnlyList<T> Shown, int Count);

/// <summary>Whom a result or a roster row is about. Codes of round, unit and post; the unit's name as well, for codes are used again.</summary>
public sealed record RowSubject(string Round, string Unit, string UnitName, string Position, string? Official);

/// <summary>A row that replaces a loaded one, column by column.</summary>
/// <param name="Code">What a row of reference data is known by; null for results and rosters.</param>
/// <param name="Subject">Null for reference data.</param>
public sealed record RowDifference(string? Sheet, int Row, string? Code, RowSubject? Subject, IReadOnlyList<Difference> Columns);

/// <summary>A standing with the line of the rule and the counts behind it.</summary>
/// <param name="Line">Place of the line met among the regime's; null where none is.</param>
public sealed record StandingText(string Code, int? Line, int? Count, int? Base);

/// <summary>A result whose standing would become another one.</summary>
/// <param name="UnitId">Unit version in the store, for whoever may not see all units.</param>
/// <param name="Old">Null for a result that is not loaded yet.</param>
/// <param name="New">Null for a result that would no longer be there.</param>
public sealed record StandingChange(RowSubject Subject, int UnitId, string Regime, StandingText? Old, StandingText? New);

/// <summary>A group's figures in one round. Shares 0–1; null without a base.</summary>
/// <param name="Direction">Word of the contract.</param>
public sealed record TrendFigures(int Officials, long Base, long Low, double? LowShare, string Direction);

/// <summary>A group whose low share or direction in a round would become another one.</summary>
/// <param name="By">city, district or position.</param>
/// <param name="Old">Null where there is none yet, and likewise <paramref name="New"/> where there would be none any more.</param>
public sealed record TrendChange(string By, string Key, string Name, string Round, TrendFigures? Old, TrendFigures? New);

/// <summary>An archived report with figures that would be corrected.</summary>
public sealed record TouchedBriefing(int Id, string Title, DateTime CreatedAt, string Round, long DataVersion);

/// <summary>What would become of one file.</summary>
public sealed record FilePreview(string Name, LoadOutcome Outcome, Bounded<RowDifference> Differences);

/// <summary>What loading files with corrections would change; nothing was changed.</summary>
/// <param name="DataVersion">The published version it was compared with, and <paramref name="WorkVersion"/> beside it.</param>
public sealed record Preview(
    long DataVersion, long WorkVersion, IReadOnlyList<FilePreview> Files,
    Bounded<StandingChange> Standings, Bounded<TrendChange> Trends, Bounded<TouchedBriefing> Briefings)
{
    /// <summary>Rows that would replace loaded ones.</summary>
    public int Corrected => Files.Sum(f => f.Outcome.Corrected);
}
