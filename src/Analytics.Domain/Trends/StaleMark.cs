namespace Analytics.Domain.Trends;

/// <summary>
/// "What was computed from this unit in this round is no longer right." Written in the transaction that changes results,
/// taken by the refresh. Round and unit null: everything is stale.
/// </summary>
public sealed class StaleMark
{
    public int Id { get; set; }
    public int? RoundId { get; set; }
    public int? UnitId { get; set; }
}
