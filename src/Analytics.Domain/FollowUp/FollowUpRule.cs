using System.Text.Json.Nodes;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.FollowUp;

/// <summary>What a rule asks of the follow-up: dated data with a source (<c>data/reference/follow-up.json</c>), never constants in code.</summary>
/// <param name="Stages">Those a case passes before it is closed, in order.</param>
/// <param name="Outcomes">What the competent body may conclude.</param>
/// <param name="SessionLimit">The rule itself asks for a conclusion by the council session of the round's plan: its words; null where it sets no day.</param>
public sealed record FollowUpRule(string RegimeId, IReadOnlyList<CaseStage> Stages, IReadOnlyList<CaseOutcome> Outcomes, Text? SessionLimit)
{
    static readonly Lazy<IReadOnlyDictionary<string, FollowUpRule>> Known = new(Read);

    /// <summary>The rule of a regime; of one that the product does not know all stages and outcomes, and no deadline.</summary>
    public static FollowUpRule Of(Regime regime) => Known.Value.TryGetValue(regime.Id, out var rule)
        ? rule
        : new(regime.Id, [CaseStage.Opinions, CaseStage.Review, CaseStage.Outcome], Enum.GetValues<CaseOutcome>().Where(o => o != CaseOutcome.Dropped).ToList(), null);

    /// <summary>The stage after one; closed after the last.</summary>
    public CaseStage After(CaseStage stage) => Stages.Where(s => s > stage).Select(s => (CaseStage?)s).FirstOrDefault() ?? CaseStage.Closed;

    /// <summary>The stage before one; null before the first.</summary>
    public CaseStage? Before(CaseStage stage) => Stages.Where(s => s < stage).Select(s => (CaseStage?)s).LastOrDefault();

    /// <summary>The last day of a stage by the round's plan, or where that is silent by the rule; null: nobody set one.</summary>
    public DateOnly? DueOf(RoundPlan? plan, CaseStage stage) => stage switch
    {
        CaseStage.Opinions => plan?.OpinionsDue,
        CaseStage.Review => plan?.ReviewDue,
        CaseStage.Outcome => plan?.OutcomeDue ?? (SessionLimit is null ? null : plan?.CouncilSession),
        _ => null,
    };

    static Dictionary<string, FollowUpRule> Read()
    {
        using var stream = typeof(FollowUpRule).Assembly.GetManifestResourceStream("follow-up.json") ?? throw new InvalidOperationException("follow-up.json is missing from the assembly");
        var list = JsonNode.Parse(stream)?["regimes"]?.AsArray() ?? throw new FormatException("follow-up.json holds no list");
        return list.Select(node => Rule(node!)).ToDictionary(r => r.RegimeId, StringComparer.Ordinal);
    }

    static FollowUpRule Rule(JsonNode node) => new(
        node["id"]!.GetValue<string>(),
        Words(node, "stages").Select(w => CaseCodes.ParseStage(w) ?? throw Bad("stage", w)).ToList(),
        Words(node, "outcomes").Select(w => CaseCodes.ParseOutcome(w) ?? throw Bad("outcome", w)).ToList(),
        node["deadline"] is not { } limit ? null
            : limit["kind"]!.GetValue<string>() is not "session" and var kind ? throw Bad("deadline", kind)
            : new Text(limit["vi"]!.GetValue<string>(), limit["en"]!.GetValue<string>()));

    static IEnumerable<string> Words(JsonNode node, string name) => node[name]!.AsArray().Select(w => w!.GetValue<string>());

    static FormatException Bad(string what, string word) => new($"follow-up.json has the {what} \"{word}\"");
}
