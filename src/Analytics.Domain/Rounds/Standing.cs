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

    /// <summary>Whether another rule comes to the same: the same word, by a line at the same place.</summary>
    public bool IsSame(StandingResult other) => Code == other.Code && (Met is null ? other.Met is null : other.Met is not null && Met.IsSameLine(other.Met));
}

/// <summary>A line of the rule that is not met, the count it looks at, and how many ballots are missing until it is.</summary>
public readonly record struct NextLine(Threshold Line, int Count, int Base, int Missing);

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

    /// <summary>
    /// The line that the fewest ballots are missing to; the stronger one where two are as near. Null without a base, and
    /// where every line is met. A line that asks for two rounds running is passed over: it needs more than ballots.
    /// </summary>
    public static NextLine? Next(Regime regime, Counts counts, bool exempt)
    {
        if (exempt || counts.Base(regime.Base) is not { } ballots) return null;
        NextLine? next = null;
        foreach (var line in regime.Thresholds)
        {
            if (line.Consecutive || CountOf(line, counts) is not { } count) continue;
            if (line.Missing(count, ballots) is > 0 and { } missing && (next is null || missing < next.Value.Missing))
                next = new(line, count, ballots, (int)missing);
        }
        return next;
    }

    static bool MetBefore(Regime regime, Threshold line, Counts? previous) =>
        previous is { } before && before.Base(regime.Base) is { } ballots && Meets(line, before, ballots);

    static bool Meets(Threshold line, Counts counts, int ballots) =>
        CountOf(line, counts) is { } count && line.IsMetBy(count, ballots);

    /// <summary>The count a line looks at; null where the minutes are silent.</summary>
    public static int? CountOf(Threshold line, Counts counts) =>
        line.Count == ThresholdCount.Confidence ? counts.Favourable : counts.Low;
}
