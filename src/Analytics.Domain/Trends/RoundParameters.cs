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

    /// <summary>Officials compared with this set, and how many of them are alerts (alarms included) and alarms.</summary>
    public int Compared { get; set; }
    public int Alerts { get; set; }
    public int Alarms { get; set; }

    public ComparisonSet ToSet() => new(Officials, P0, Phi, Rho, Overdispersed);

    /// <param name="compared">The officials that are compared with the set: all of it, or those of posts too small for a set of their own.</param>
    public static RoundParameters From(int roundId, string position, ComparisonSet set, OfficialTally compared)
    {
        var (alerts, alarms) = (0, 0);
        foreach (var (low, ballots, officials) in compared.Pairs())
        {
            var state = set.State(low, ballots);
            if (state != FunnelState.Usual) alerts += officials;
            if (state == FunnelState.Alarm) alarms += officials;
        }
        return new()
        {
            RoundId = roundId,
            Position = position,
            Officials = set.Officials,
            P0 = set.P0,
            Phi = set.Phi,
            Rho = set.Rho,
            Overdispersed = set.Overdispersed,
            Compared = compared.Officials,
            Alerts = alerts,
            Alarms = alarms,
        };
    }
}
