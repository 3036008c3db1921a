using Analytics.Domain.Names;

namespace Analytics.Domain.People;

public enum RosterStatus
{
    /// <summary>To be put to the vote in the round.</summary>
    Due,
    /// <summary>Holds the post but is not put to the vote (newly elected, about to retire …).</summary>
    Exempt,
    /// <summary>Nobody holds the post.</summary>
    Vacant,
    /// <summary>The unit has no council, so the post does not exist.</summary>
    NoCouncil,
}

/// <summary>Who was due in a round (người thuộc diện lấy phiếu), as a version.</summary>
public sealed class RosterEntry
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int UnitId { get; set; }
    public int PositionId { get; set; }
    public string? Official { get; set; }
    public string? OfficialCode { get; set; }
    public string? Born { get; set; }
    public DateOnly? InPostSince { get; set; }
    public RosterStatus Status { get; set; }
    public string Reason { get; set; } = "";
    /// <summary>What makes two entries of one round, unit and post different people; empty for a vacancy.</summary>
    public required string OfficialKey { get; set; }
    public int ImportId { get; set; }
    public string? Sheet { get; set; }
    public int RowNumber { get; set; }
    public long FromVersion { get; set; }
    public long? ToVersion { get; set; }
    public string? CloseReason { get; set; }

    /// <summary>Whether the entry means somebody of the same post: by code, else by name where no birth contradicts.</summary>
    public bool Means(string official, string? code, string? born) =>
        code is not null && code == OfficialCode || Folding.Fold(official) == Folding.Fold(Official) && (born is null || Born is null || born == Born);
}
