namespace Analytics.Domain.People;

/// <summary>Why two people may be one.</summary>
public enum MatchReason
{
    /// <summary>Several people of the name have held the post in the unit (or its predecessors); the row does not say which.</summary>
    Several,
    /// <summary>Same name, unit and post, but another birth date.</summary>
    OtherBirth,
    /// <summary>Same name and birth date, but another official code.</summary>
    OtherCode,
    /// <summary>Same name and unit, but another post.</summary>
    OtherPost,
    /// <summary>Same name; the year of birth agrees and only one of them has the day.</summary>
    BirthYear,
}

public enum MatchState
{
    Open,
    /// <summary>Somebody has said that they are one person.</summary>
    Same,
    /// <summary>Somebody has said that they are two.</summary>
    Different,
}

/// <summary>
/// A question that loading could not answer by the rules of identity: is <see cref="PersonId"/>, made or completed by a row, the same
/// as <see cref="OtherId"/>, known before? Until somebody answers they are two people; the answer is remembered.
/// </summary>
public sealed class PersonMatch
{
    public int Id { get; set; }
    public int PersonId { get; set; }
    public int OtherId { get; set; }
    public MatchReason Reason { get; set; }
    public MatchState State { get; set; }
    /// <summary>Unit version and post of the row that raised the question.</summary>
    public int UnitId { get; set; }
    public int PositionId { get; set; }
    /// <summary><see cref="OfficialKeys"/> of that row: a later row of the same key, unit and post gets the same answer.</summary>
    public required string OfficialKey { get; set; }
    public int ImportId { get; set; }
    /// <summary>UTC, by whom: of the answer.</summary>
    public DateTime? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
}
