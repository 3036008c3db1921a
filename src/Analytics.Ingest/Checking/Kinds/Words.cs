using Analytics.Domain.People;
using Analytics.Domain.Units;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>The words of the contract that stand for a choice, in any case.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, bool> YesNo =
        new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase) { ["yes"] = true, ["no"] = false };

    public static readonly IReadOnlyDictionary<string, UnitLevel> Levels =
        Enum.GetValues<UnitLevel>().ToDictionary(level => level.Code(), StringComparer.OrdinalIgnoreCase);

    public static readonly IReadOnlyDictionary<string, UnitChangeKind> Changes =
        Enum.GetValues<UnitChangeKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    public static readonly IReadOnlyDictionary<string, RosterStatus> RosterStatuses =
        new Dictionary<string, RosterStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["due"] = RosterStatus.Due,
            ["exempt"] = RosterStatus.Exempt,
            ["vacant"] = RosterStatus.Vacant,
            ["no-council"] = RosterStatus.NoCouncil,
        };
}
