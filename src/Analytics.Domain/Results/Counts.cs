namespace Analytics.Domain.Results;

/// <summary>
/// The counts of one official's ballot paper as the minutes give them; null where the minutes are silent. On a
/// two-option ballot <see cref="Middle"/> is "confidence", <see cref="Low"/> is "no confidence", <see cref="High"/> is null.
/// </summary>
public readonly record struct Counts(
    int? Delegates, int? Invited, int? Present, int? Issued, int? Collected, int? Valid, int? Invalid,
    int? High, int? Middle, int? Low)
{
    /// <summary>Ballots that expressed confidence: high and middle together. Null when none of them is known.</summary>
    public int? Favourable => High is null && Middle is null ? null : (High ?? 0) + (Middle ?? 0);

    /// <summary>Sum of the level counts that are present; ballots that left the name unmarked are in none of them.</summary>
    public int LevelSum => (High ?? 0) + (Middle ?? 0) + (Low ?? 0);

    /// <summary>The base the rule asks for; null when it is absent or zero, which means the same everywhere.</summary>
    public int? Base(Rounds.BallotBase kind)
    {
        var value = kind == Rounds.BallotBase.Delegates ? Delegates : Collected;
        return value is > 0 ? value : null;
    }

    /// <summary>
    /// What a share is taken of when the rule's base is missing: ballots collected, else valid, else the sum of the
    /// levels. Such a share is marked as approximate and enters no trend.
    /// </summary>
    public int? ApproximateBase => Collected is > 0 ? Collected : Valid is > 0 ? Valid : LevelSum > 0 ? LevelSum : null;
}
