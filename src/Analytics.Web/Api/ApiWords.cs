using Analytics.Domain.FollowUp;

namespace Analytics.Web.Api;

/// <summary>The closed lists of words that columns hold.</summary>
static class ApiWords
{
    public static IReadOnlyList<string> Levels { get; } = ["country", "province", "district", "commune"];
    public static IReadOnlyList<string> Changes { get; } = ["merge", "split", "rename", "retype", "move", "dissolve", "create"];
    public static IReadOnlyList<string> Steps { get; } = ["planned", "self-review", "conference", "minutes", "loaded", "verified"];
    public static IReadOnlyList<string> Roster { get; } = ["due", "exempt", "vacant", "no-council"];

    /// <summary>The way of a follow-up case.</summary>
    public static IReadOnlyList<string> CaseStages { get; } = Enum.GetValues<CaseStage>().Select(s => s.Code()).ToList();
    public static IReadOnlyList<string> CaseReasons { get; } = Enum.GetValues<CaseReason>().Select(r => r.Code()).ToList();
    public static IReadOnlyList<string> CaseOutcomes { get; } = Enum.GetValues<CaseOutcome>().Select(o => o.Code()).ToList();
    public static IReadOnlyList<string> NextVotes { get; } = Enum.GetValues<NextVoteState>().Select(s => s.Code()).ToList();
    public static IReadOnlyList<string> CaseEvents { get; } = Enum.GetValues<CaseEventKind>().Select(k => k.Code()).ToList();

    /// <summary>What a rule may say of a result.</summary>
    public static IReadOnlyList<string> Consequences { get; } = ["may-resign", "council-vote", "dismissal", "out-of-planning", "no-majority"];

    public static IReadOnlyList<string> Standings { get; } = ["none", "exempt", "undetermined", .. Consequences];

    /// <summary>Bands of the favourable share.</summary>
    public static IReadOnlyList<string> Bands { get; } = ["under_50", "from_50", "from_two_thirds", "from_80", "from_90"];

    public static IReadOnlyList<string> BallotLevels { get; } = ["high", "confidence", "low", "no_confidence"];
}
