namespace Analytics.Domain.Results;

/// <summary>
/// A result at a threshold of its regime, derived by the refresh so that no page has to look at every result.
/// Results that are fine, exempt or without a base have no mark.
/// </summary>
public sealed class ThresholdMark
{
    public int ResultId { get; set; }
    public int RoundId { get; set; }
    public required string Standing { get; set; }
}
