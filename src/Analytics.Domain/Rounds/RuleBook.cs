namespace Analytics.Domain.Rounds;

/// <summary>The rules that hold: every regime as set last, and the rounds that depart from theirs.</summary>
/// <param name="Regimes">In the order of the product's list.</param>
/// <param name="Departures">By round id the whole rule of a round that has parts of its own.</param>
/// <param name="FamilyBases">By regime the base its family is known by: the one the product brings.</param>
public sealed record RuleBook(IReadOnlyList<Regime> Regimes, IReadOnlyDictionary<int, Regime> Departures, IReadOnlyDictionary<string, BallotBase> FamilyBases)
{
    /// <summary>Regimes alone, as they are.</summary>
    public static RuleBook Of(IReadOnlyList<Regime> regimes) => Of(regimes, [], []);

    /// <param name="brought">Regimes as the product brings them.</param>
    /// <param name="rounds">Rounds by id with their regime.</param>
    /// <param name="set">Versions that hold, at most one of a regime and one of a round.</param>
    public static RuleBook Of(IReadOnlyList<Regime> brought, IEnumerable<Round> rounds, IReadOnlyList<RuleVersion> set)
    {
        var own = set.Where(v => v.RoundId is null).ToDictionary(v => v.RegimeId, v => RegimeFile.Parse(v.Json), StringComparer.Ordinal);
        var regimes = brought.Select(r => own.GetValueOrDefault(r.Id, r)).ToList();
        var byId = regimes.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var bases = brought.ToDictionary(r => r.Id, r => r.Base, StringComparer.Ordinal);
        var departing = set.Where(v => v.RoundId is not null).ToDictionary(v => v.RoundId!.Value);
        var departures = new Dictionary<int, Regime>();
        // A round that a file has put under another regime since: what was set for it was set for the regime it had.
        foreach (var round in rounds)
            if (departing.TryGetValue(round.Id, out var version) && version.RegimeId == round.RegimeId && Depart(byId[round.RegimeId], bases[round.RegimeId], version) is { } rule)
                departures[round.Id] = rule;
        return new(regimes, departures, bases);
    }

    /// <summary>A regime with the parts a version sets for its round; null where the round follows the regime.</summary>
    public static Regime? Depart(Regime regime, BallotBase familysOwn, RuleVersion? version)
    {
        if (version is null) return null;
        var (ballots, lines) = RegimeFile.ParseParts(version.Json);
        return ballots is null && lines is null ? null : Depart(regime, familysOwn, ballots, lines, new(version.Document, version.DocumentDate));
    }

    /// <summary>Parts that a document sets for one round are seen, whatever the regime's are.</summary>
    static Regime Depart(Regime regime, BallotBase familysOwn, BallotBase? ballots, IReadOnlyList<Threshold>? lines, RuleDocument document)
    {
        var rule = ballots is { } kind ? regime.WithBase(kind, familysOwn) : regime;
        return rule with
        {
            Thresholds = lines ?? regime.Thresholds,
            Certainty = regime.Certainty with { BaseSeen = regime.Certainty.BaseSeen || ballots is not null, ThresholdsSeen = regime.Certainty.ThresholdsSeen || lines is not null },
            Departure = document,
        };
    }
}
