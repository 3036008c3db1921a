using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Domain.Units;

namespace Analytics.Domain.Rounds;

/// <summary>Reads <c>data/reference/regimes.json</c>, the dated rules with their sources.</summary>
public static class RegimeFile
{
    /// <summary>The regimes that ship with the product, as JSON objects in the order of the file.</summary>
    public static IReadOnlyList<(string Id, string Json)> Shipped()
    {
        using var stream = typeof(RegimeFile).Assembly.GetManifestResourceStream("regimes.json")
            ?? throw new InvalidOperationException("regimes.json is missing from the assembly");
        var root = JsonNode.Parse(stream) ?? throw new FormatException("regimes.json is empty");
        var list = root as JsonArray ?? root["regimes"]?.AsArray() ?? throw new FormatException("regimes.json holds no list");
        return list.Select(node => (node!["id"]!.GetValue<string>(), node.ToJsonString())).ToList();
    }

    /// <summary>One regime from its JSON object.</summary>
    /// <exception cref="FormatException">A word or date is none of those the file may hold; the message names it.</exception>
    public static Regime Parse(string json)
    {
        var node = JsonNode.Parse(json) ?? throw new FormatException("A regime is empty");
        return new Regime(
            Word(node, "id"), Word(node, "family"), Both(node, "name"), Both(node, "source"),
            Date(node, "validFrom"), Date(node, "validTo"),
            Word(node, "options") switch { "two" => BallotOptions.Two, "three" => BallotOptions.Three, var w => throw Bad("options", w) },
            Ballots(node),
            Words(node, "positions"),
            Words(node, "levels").Select(w => UnitLevels.Parse(w) ?? throw Bad("levels", w)).ToList(),
            node["thresholds"]!.AsArray().Select(t => Line(t!)).ToList(),
            Seen(node["certainty"]!), Both(node, "notes"))
        {
            Exemptions = node["exemptions"]?.AsArray().Select(e => Exempt(e!)).ToList() ?? [],
        };
    }

    /// <summary>The object that <see cref="Parse"/> reads.</summary>
    public static string Write(Regime regime) => new JsonObject
    {
        ["id"] = regime.Id,
        ["family"] = regime.Family,
        ["name"] = Node(regime.Name),
        ["source"] = Node(regime.Source),
        ["validFrom"] = Day(regime.ValidFrom),
        ["validTo"] = Day(regime.ValidTo),
        ["options"] = regime.Options == BallotOptions.Two ? "two" : "three",
        ["base"] = WordOf(regime.Base),
        ["positions"] = All(regime.Positions),
        ["levels"] = All(regime.Levels.Select(l => l.Code()).ToList()),
        ["thresholds"] = Lines(regime.Thresholds),
        ["exemptions"] = new JsonArray([.. regime.Exemptions.Select(Node)]),
        ["certainty"] = new JsonObject
        {
            ["posts"] = Seen(regime.Certainty.PostsSeen),
            ["options"] = Seen(regime.Certainty.OptionsSeen),
            ["base"] = Seen(regime.Certainty.BaseSeen),
            ["thresholds"] = Seen(regime.Certainty.ThresholdsSeen),
        },
        ["notes"] = Node(regime.Notes),
    }.ToJsonString();

    /// <summary>Parts of a rule that one round sets for itself: <c>{"base":…,"thresholds":[…]}</c>, each absent where the regime's own holds.</summary>
    public static string WriteParts(BallotBase? ballots, IReadOnlyList<Threshold>? lines)
    {
        var parts = new JsonObject();
        if (ballots is { } own) parts["base"] = WordOf(own);
        if (lines is not null) parts["thresholds"] = Lines(lines);
        return parts.ToJsonString();
    }

    /// <exception cref="FormatException">A word is none of those the object may hold; the message names it.</exception>
    public static (BallotBase? Base, IReadOnlyList<Threshold>? Lines) ParseParts(string json)
    {
        var node = JsonNode.Parse(json) ?? throw new FormatException("A rule is empty");
        return (node["base"] is null ? null : Ballots(node), node["thresholds"]?.AsArray().Select(t => Line(t!)).ToList());
    }

    internal static string WordOf(BallotBase ballots) => ballots == BallotBase.Collected ? "collected" : "delegates";

    static BallotBase Ballots(JsonNode node) =>
        Word(node, "base") switch { "collected" => BallotBase.Collected, "delegates" => BallotBase.Delegates, var w => throw Bad("base", w) };

    static Exemption Exempt(JsonNode node) =>
        new(ExemptionGrounds.Parse(Word(node, "kind")) ?? throw Bad("kind", Word(node, "kind")), node["months"]?.GetValue<int>() ?? 0);

    static JsonNode Node(Exemption exemption)
    {
        var node = new JsonObject { ["kind"] = exemption.Ground.Code() };
        if (exemption.Months > 0) node["months"] = exemption.Months;
        return node;
    }

    static JsonArray Lines(IEnumerable<Threshold> lines) => new([.. lines.Select(line => new JsonObject
    {
        ["count"] = line.Count == ThresholdCount.Confidence ? "confidence" : "low",
        ["numerator"] = line.Numerator,
        ["denominator"] = line.Denominator,
        ["comparison"] = line.Comparison switch { Comparison.Less => "<", Comparison.LessOrEqual => "<=", Comparison.Greater => ">", _ => ">=" },
        ["standing"] = line.Standing,
        ["consecutive"] = line.Consecutive,
        ["consequence"] = Node(line.Consequence),
    })]);

    static JsonObject Node(Text text) => new() { ["vi"] = text.Vi, ["en"] = text.En };

    static JsonArray All(IReadOnlyList<string> words) => new([.. (words.Count == 0 ? ["*"] : words).Select(w => JsonValue.Create(w))]);

    static string Seen(bool seen) => seen ? "seen" : "assumed";

    static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static Threshold Line(JsonNode node) => new(
        Word(node, "count") switch { "confidence" => ThresholdCount.Confidence, "low" => ThresholdCount.Low, var w => throw Bad("count", w) },
        Word(node, "comparison") switch
        {
            "<" => Comparison.Less,
            "<=" => Comparison.LessOrEqual,
            ">" => Comparison.Greater,
            ">=" => Comparison.GreaterOrEqual,
            var w => throw Bad("comparison", w),
        },
        node["numerator"]!.GetValue<int>(), node["denominator"]!.GetValue<int>(),
        Word(node, "standing"), node["consecutive"]?.GetValue<bool>() ?? false, Both(node, "consequence"));

    static Certainty Seen(JsonNode node) => new(IsSeen(node, "posts"), IsSeen(node, "options"), IsSeen(node, "base"), IsSeen(node, "thresholds"));

    static bool IsSeen(JsonNode node, string name) => Word(node, name) switch { "seen" => true, "assumed" => false, var w => throw Bad(name, w) };

    static string Word(JsonNode node, string name) => node[name]?.GetValue<string>() ?? throw new FormatException($"A regime lacks \"{name}\"");

    static Text Both(JsonNode node, string name) => node[name] is { } text ? new(Word(text, "vi"), Word(text, "en")) : new("", "");

    static List<string> Words(JsonNode node, string name) =>
        node[name]!.AsArray().Select(w => w!.GetValue<string>()).Where(w => w != "*").ToList();

    static DateOnly? Date(JsonNode node, string name) =>
        node[name]?.GetValue<string>() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    static FormatException Bad(string name, string word) => new($"\"{word}\" is not a known value of \"{name}\" in regimes.json");
}
