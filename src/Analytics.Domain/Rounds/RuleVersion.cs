namespace Analytics.Domain.Rounds;

/// <summary>
/// A rule as somebody set it: of a regime, or of one round that departs from its regime. Never changed; the next one closes it. What was
/// before the first is the regime as the product brings it.
/// </summary>
public sealed class RuleVersion
{
    public int Id { get; set; }
    public required string RegimeId { get; set; }
    /// <summary>The round that departs; null where the regime itself is meant.</summary>
    public int? RoundId { get; set; }
    /// <summary>Of a regime the whole rule (<see cref="RegimeFile.Write"/>), of a round the parts of its own (<see cref="RegimeFile.WriteParts"/>), none where it follows the regime again.</summary>
    public required string Json { get; set; }
    /// <summary>Number and symbol of what it was set by; empty when not given.</summary>
    public string Document { get; set; } = "";
    public DateOnly? DocumentDate { get; set; }
    public required string Reason { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    public long FromVersion { get; set; }
    public long? ToVersion { get; set; }
}
