namespace Analytics.Domain.Minutes;

/// <summary>
/// How good the figures of one unit in one round are, derived from its results by the refresh. Counts of officials unless said
/// otherwise; those without a vote (exempt) are in none of them.
/// </summary>
public sealed class UnitQuality
{
    public int RoundId { get; set; }
    public int UnitId { get; set; }
    public int Officials { get; set; }
    /// <summary>All counts of the minutes are there: issued, collected, valid or invalid, every level, and the base of the rule.</summary>
    public int Complete { get; set; }
    /// <summary>Complete, and every relation between the counts holds.</summary>
    public int Reconciled { get; set; }
    /// <summary>A printed percentage is there to compare with.</summary>
    public int Published { get; set; }
    /// <summary>Printed percentages that are those of the counts, to 0.1 point.</summary>
    public int Confirmed { get; set; }
    /// <summary>People invited and present, the largest any official's row gives; null where none does.</summary>
    public int? Invited { get; set; }
    public int? Present { get; set; }
    /// <summary>Three officials or more have the very same counts, not all of one level.</summary>
    public bool SameCounts { get; set; }
    /// <summary>
    /// The counts of all officials as one number, for finding units whose minutes are equal; null where there are fewer than
    /// three officials, or nothing but one level.
    /// </summary>
    public long? Fingerprint { get; set; }
}
