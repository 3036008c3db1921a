using Analytics.Domain.Units;

namespace Analytics.Domain.Rounds;

public enum BallotOptions
{
    /// <summary>Confidence, no confidence.</summary>
    Two,
    /// <summary>High, middle (confidence), low.</summary>
    Three,
}

public enum BallotBase
{
    /// <summary>Ballots collected.</summary>
    Collected,
    /// <summary>All delegates of the council, present or not.</summary>
    Delegates,
}

/// <summary>Which count a threshold looks at. On a two-option ballot <see cref="Low"/> is "no confidence".</summary>
public enum ThresholdCount
{
    Confidence,
    Low,
}

public enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>
/// One line of a rule: <c>count · denominator (cmp) numerator · base</c>, in integers, with what the rule says follows.
/// </summary>
/// <param name="Consecutive">Met only when the same person met it in the previous round of the regime in the post as well.</param>
public sealed record Threshold(
    ThresholdCount Count, Comparison Comparison, int Numerator, int Denominator,
    string Standing, bool Consecutive, Text Consequence)
{
    /// <summary>Whether <paramref name="count"/> of <paramref name="ballots"/> meets the line. Exact.</summary>
    public bool IsMetBy(long count, long ballots)
    {
        var left = count * Denominator;
        var right = Numerator * ballots;
        return Comparison switch
        {
            Comparison.Less => left < right,
            Comparison.LessOrEqual => left <= right,
            Comparison.Greater => left > right,
            _ => left >= right,
        };
    }

    /// <summary>
    /// How many ballots are missing until the line is met, the base staying as it is: more low ballots, or fewer with
    /// confidence. 0 where it is met; null where no number of ballots would do.
    /// </summary>
    public long? Missing(long count, long ballots)
    {
        if (IsMetBy(count, ballots)) return 0;
        var share = Numerator * ballots;
        var nearest = Comparison switch
        {
            Comparison.Greater => share / Denominator + 1,
            Comparison.GreaterOrEqual => Above(share),
            Comparison.LessOrEqual => share / Denominator,
            _ => Above(share) - 1,
        };
        return nearest < 0 || nearest > ballots ? null : Math.Abs(nearest - count);
    }

    long Above(long share) => (share + Denominator - 1) / Denominator;

    /// <summary>Whether both draw the line at the same place, whatever they say follows.</summary>
    public bool IsSameLine(Threshold other) =>
        (Count, Comparison, Numerator, Denominator, Consecutive) == (other.Count, other.Comparison, other.Numerator, other.Denominator, other.Consecutive);

    /// <summary>How <paramref name="count"/> of <paramref name="ballots"/> lies to the line's fraction: below 0 under it, 0 exactly on it.</summary>
    public int Compare(long count, long ballots) => (count * Denominator).CompareTo(Numerator * ballots);

    public string Sign => Comparison switch
    {
        Comparison.Less => "<",
        Comparison.LessOrEqual => "≤",
        Comparison.Greater => ">",
        _ => "≥",
    };
}

/// <summary>A text in both languages.</summary>
public sealed record Text(string Vi, string En)
{
    public string In(bool english) => english ? En : Vi;
}

/// <summary>How sure each part of a regime is: seen in the rule or in print, or assumed until confirmed.</summary>
public sealed record Certainty(bool PostsSeen, bool OptionsSeen, bool BaseSeen, bool ThresholdsSeen)
{
    public bool Assumed => !(PostsSeen && OptionsSeen && BaseSeen && ThresholdsSeen);
}

/// <summary>
/// The rules a round was held under: dated data with a source, never constants in code. End dates are inclusive.
/// A <see cref="Family"/> is one electorate, one set of options, one base; lines join rounds of one family only.
/// </summary>
public sealed record Regime(
    string Id, string Family, Text Name, Text Source, DateOnly? ValidFrom, DateOnly? ValidTo,
    BallotOptions Options, BallotBase Base, IReadOnlyList<string> Positions, IReadOnlyList<UnitLevel> Levels,
    IReadOnlyList<Threshold> Thresholds, Certainty Certainty, Text Notes)
{
    /// <summary>Who holds a covered post and is not put to the vote all the same.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>The document by which one round departs from the regime; null where it does not.</summary>
    public RuleDocument? Departure { get; init; }

    /// <summary>The family without the base that was set in place of its own.</summary>
    public string Electorate => Family.Split(BaseMark)[0];

    const char BaseMark = '/';

    /// <summary>
    /// The same with another base. Shares of different bases must not be joined, so the family is another one too; the base the family
    /// is known by gives its own name back.
    /// </summary>
    /// <param name="familysOwn">The base the family is known by.</param>
    public Regime WithBase(BallotBase ballots, BallotBase familysOwn) =>
        this with { Base = ballots, Family = ballots == familysOwn ? Electorate : $"{Electorate}{BaseMark}{RegimeFile.WordOf(ballots)}" };

    /// <summary>Whether both say the same of any counts.</summary>
    public bool JudgesLike(Regime other) =>
        Base == other.Base && Family == other.Family && Certainty == other.Certainty && Thresholds.SequenceEqual(other.Thresholds);

    /// <summary>An empty list of posts means that every post is covered.</summary>
    public bool Covers(string positionCode) => Positions.Count == 0 || Positions.Contains(positionCode);

    /// <summary>An empty list of levels means that every level is covered.</summary>
    public bool Covers(UnitLevel level) => Levels.Count == 0 || Levels.Contains(level);

    public bool IsValidOn(DateOnly date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date <= ValidTo);
}

/// <summary>What a rule was set by: number and symbol, <c>12-KH/TU</c>, and its date where known.</summary>
public sealed record RuleDocument(string Number, DateOnly? Date);
