namespace Analytics.Web.Api;

/// <summary>The closed lists of words that columns hold.</summary>
static class ApiWords
{
    public static IReadOnlyList<string> Levels { get; } = ["country", "province", "district", "commune"];
    public static IReadOnlyList<string> Changes { get; } = ["merge", "split", "rename", "retype", "move", "dissolve", "create"];
    public static IReadOnlyList<string> Steps { get; } = ["planned", "self-review", "conference", "minutes", "loaded", "verified"];
    public static IReadOnlyList<string> Roster { get; } = ["due", "exempt", "vacant", "no-council"];

    /// <summary>What a rule may say of a result.</summary>
    public static IReadOnlyList<string> Consequences { get; } = ["may-resign", "council-vote", "dismissal", "out-of-planning", "no-majority"];

    public static IReadOnlyList<string> Standings { get; } = ["none", "exempt", "undetermined", .. Consequences];

    /// <summary>Bands of the favourable share.</summary>
    public static IReadOnlyList<string> Bands { get; } = ["under_50", "from_50", "from_two_thirds", "from_80", "from_90"];

    public static IReadOnlyList<string> BallotLevels { get; } = ["high", "confidence", "low", "no_confidence"];
}
