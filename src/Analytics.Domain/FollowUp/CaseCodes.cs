namespace Analytics.Domain.FollowUp;

/// <summary>Words for addresses, files and text keys.</summary>
public static class CaseCodes
{
    static readonly string[] Reasons = ["threshold", "alarm", "drop", "low-twice", "by-hand"];
    static readonly string[] Stages = ["opinions", "review", "outcome", "closed"];
    static readonly string[] Outcomes = ["kept", "reminded", "out-of-planning", "transferred", "resigned", "council-vote", "relieved", "removed", "dropped"];
    static readonly string[] Events =
        ["opened", "stage", "assignee", "due", "paused", "resumed", "outcome", "document", "document-date", "decided-by", "note", "figures", "standing", "lifted", "restored", "person", "added", "finished", "attached", "detached"];
    static readonly string[] Items = ["task", "explanation", "request"];

    public static string Code(this CaseReason reason) => Reasons[(int)reason];
    public static string Code(this CaseStage stage) => Stages[(int)stage];
    public static string Code(this CaseOutcome outcome) => Outcomes[(int)outcome];
    public static string Code(this CaseEventKind kind) => Events[(int)kind];

    public static string Code(this CaseItemKind kind) => Items[(int)kind];

    public static CaseItemKind? ParseItem(string? code) => Find<CaseItemKind>(Items, code);
    public static CaseReason? ParseReason(string? code) => Find<CaseReason>(Reasons, code);
    public static CaseStage? ParseStage(string? code) => Find<CaseStage>(Stages, code);
    public static CaseOutcome? ParseOutcome(string? code) => Find<CaseOutcome>(Outcomes, code);

    static T? Find<T>(string[] codes, string? code) where T : struct, Enum => Array.IndexOf(codes, code) is >= 0 and var i ? Enum.GetValues<T>()[i] : null;
}
