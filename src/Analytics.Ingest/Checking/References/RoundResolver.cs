using Analytics.Domain.Storage;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.References;

/// <summary>Finds the round a row names, by its code. Every answer is kept.</summary>
internal sealed class RoundResolver(ReferenceData reference, IReadOnlyCollection<string> columns)
{
    readonly Dictionary<string, Lookup<RoundRules>> known = new(StringComparer.Ordinal);

    (string? Code, Lookup<RoundRules>? Round) latest;

    public Lookup<RoundRules> Find(string code)
    {
        if (!ReferenceEquals(code, latest.Code)) latest = (code, Known(code));
        return latest.Round!;
    }

    Lookup<RoundRules> Known(string code)
    {
        if (known.TryGetValue(code, out var lookup)) return lookup;
        return known[code] = reference.Round(code) is { } round
            ? new(new RoundRules(round, reference.RegimeOf(round), columns))
            : new(Rule.UnknownRound, Messages.UnknownRound(code, Nearest.Of(code, reference.Rounds, r => r.Code).ConvertAll(r => r.Code)));
    }
}
