using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Domain.Coverage;

/// <summary>One unit that was expected to report in a round, or that did.</summary>
/// <param name="Area">Code of the area it is counted under; null above commune level.</param>
/// <param name="Expected">False for a unit that reported without being expected.</param>
/// <param name="Due">Officials due by the roster; null without a roster.</param>
public sealed record UnitCoverage(Unit Unit, string? Area, bool Expected, bool Reported, int? Due);

/// <summary>
/// Who was expected to report in a round and who did. With a roster the expectation is its rows of status "due", else
/// the units of the round's level valid when it began.
/// </summary>
/// <param name="DueByPosition">Officials due by post code; empty where it cannot be told.</param>
public sealed record RoundCoverage(
    Round Round, bool FromRoster, IReadOnlyList<UnitCoverage> Units, IReadOnlyDictionary<string, int> DueByPosition)
{
    public int Expected { get; } = Units.Count(u => u.Expected);
    public int Reported { get; } = Units.Count(u => u.Expected && u.Reported);
    public IEnumerable<UnitCoverage> Missing => Units.Where(u => u.Expected && !u.Reported);

    /// <summary>A figure of an unfinished round is never shown without "(118/126 đơn vị)".</summary>
    public bool Unfinished => Reported < Expected;

    public bool IsOverdue(DateOnly today) => Unfinished && Round.Due < today;
}
