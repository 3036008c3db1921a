using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>
/// The comparison set of officials of a round, by post or (empty <see cref="Position"/>) of the whole round: what the
/// funnel and the shrunken share need to judge one official without looking at the others again.
/// </summary>
public sealed class RoundParameters
{
    public int RoundId { get; set; }
    /// <summary>Post code; empty for the set of all officials of the round.</summary>
    public string Position { get; set; } = "";
    public int Officials { get; set; }
    public double P0 { get; set; }
    public double Phi { get; set; }
    public double Rho { get; set; }
    public bool Overdispersed { get; set; }

    public ComparisonSet ToSet() => new(Officials, P0, Phi, Rho, Overdispersed);

    public static RoundParameters From(int roundId, string position, ComparisonSet set) => new()
    {
        RoundId = roundId,
        Position = position,
        Officials = set.Officials,
        P0 = set.P0,
        Phi = set.Phi,
        Rho = set.Rho,
        Overdispersed = set.Overdispersed,
    };
}
