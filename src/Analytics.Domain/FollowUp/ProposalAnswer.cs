namespace Analytics.Domain.FollowUp;

/// <summary>
/// A reviewer's answer to a proposal to look into somebody's result (đề xuất xem thêm): accepted, then there is a case, or dismissed. Proposals
/// themselves are worked out when they are read, and lapse with the person's next vote.
/// </summary>
public sealed class ProposalAnswer
{
    public const int LongestReason = 300;

    public int Id { get; set; }
    public int RoundId { get; set; }
    public int PersonId { get; set; }
    public int UnitId { get; set; }
    /// <summary>What was proposed: <see cref="CaseReason.Alarm"/>, <see cref="CaseReason.Drop"/> or <see cref="CaseReason.LowTwice"/>.</summary>
    public CaseReason Kind { get; set; }
    public bool Accepted { get; set; }
    public required string Reason { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>Taken back: UTC, and by whom; null while it stands.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
}
