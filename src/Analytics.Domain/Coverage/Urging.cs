namespace Analytics.Domain.Coverage;

/// <summary>Whom to reach at a reporting body.</summary>
public sealed class Contact
{
    public int Id { get; set; }
    /// <summary>The unit whose Party committee reports: a district, or a commune where there is no district.</summary>
    public int BodyId { get; set; }
    public required string Name { get; set; }
    public string Post { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    /// <summary>When it was written down, UTC, and by whom.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>No longer valid: UTC, and by whom.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
}

public enum UrgingKind
{
    Call,
    Letter,
}

/// <summary>The office urged a reporting body in a round (đôn đốc): by telephone, or by letter.</summary>
public sealed class Urging
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int BodyId { get; set; }
    public UrgingKind Kind { get; set; }
    /// <summary>The day of the call, or the day the letter went.</summary>
    public DateOnly On { get; set; }
    /// <summary>Number and symbol of the letter; empty for a call.</summary>
    public string Document { get; set; } = "";
    /// <summary>Who answered the call; empty when nobody did, and for a letter.</summary>
    public string Answered { get; set; } = "";
    /// <summary>The day the body promised, or the letter asked for; null when none.</summary>
    public DateOnly? Promised { get; set; }
    public string Note { get; set; } = "";
    /// <summary>When it was written down, UTC, and by whom.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>Taken back as a mistake: UTC, and by whom.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
}
