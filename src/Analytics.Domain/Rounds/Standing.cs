using Analytics.Domain.Results;

namespace Analytics.Domain.Rounds;

/// <summary>What a rule says of one official's counts, with the line of the rule that decided.</summary>
/// <param name="Code">The contract's code: none, exempt, undetermined, no-majority, may-resign, council-vote, …</param>
/// <param name="Met">The line met; null for none, exempt, undetermined.</param>
/// <param name="Count">The count compared, when there is a base.</param>
/// <param name="Base">The base it was compared with, when there is one.</param>
public readonly record struct StandingResult(string Code, Threshold? Met, int? Count, int? Base)
{
    public bool AtThreshold => Met is not null;
}

/// <summary>Exact legal standing: integers against the regime's lines, strongest first. Never an interval, never a rounded share.</summary>
public static class Standing
{
    public const string None = "none";
    public const string Exempt = "exempt";
    public const string Undetermined = "undetermined";

    /// <param name="previous">
    /// Counts of the same person's previous round under this regime in the post; null when there was none. Only a line
    /// that asks for two rounds running looks at it.
    /// </param>
    public static StandingResult Of(Regime regime, Counts counts, bool exempt, Counts? previous = null)
    {
        if (exempt) return new(Exempt, null, null, null);
        if (counts.Base(regime.Base) is not { } ballots) return new(Undetermined, null, null, null);
        foreach (var line in regime.Thresholds)
        {
            if (!Meets(line, counts, ballots)) continue;
            if (line.Consecutive && !MetBefore(regime, line, previous)) continue;
            return new(line.Standing, line, CountOf(line, counts), ballots);
        }
        return new(None, null, regime.Thresholds is [var first, ..] ? CountOf(first, counts) : counts.Low, ballots);
    }

    static bool MetBefore(Regime regime, Threshold line, Counts? previous) =>
        previous is { } before && before.Base(regime.Base) is { } ballots && Meets(line, before, ballots);

    static bool Meets(Threshold line, Counts counts, int ballots) =>
        CountOf(line, counts) is { } count && line.IsMetBy(count, ballots);

    static int? CountOf(Threshold line, Counts counts) =>
        line.Count == ThresholdCount.Confidence ? counts.Favourable : counts.Low;
}
