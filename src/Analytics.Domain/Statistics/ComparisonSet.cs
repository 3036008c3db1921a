namespace Analytics.Domain.Statistics;

/// <summary>How an official stands among the others of a comparison set. Never a verdict on a person.</summary>
public enum FunnelState
{
    /// <summary>Within what chance gives.</summary>
    Usual,

    /// <summary>p ≤ 0.025: some of these are chance alone. Nobody is named because of it.</summary>
    Alert,

    /// <summary>p ≤ 0.001: may be proposed for a look, which a reviewer accepts with a reason.</summary>
    Alarm,
}

/// <summary>
/// The officials of a round that one official is compared with, as the few numbers that every comparison needs: it can be
/// stored and rebuilt from its properties.
/// </summary>
/// <param name="Officials">I, officials with a base, 1 or more.</param>
/// <param name="P0">The pooled low share of the set, 0–1.</param>
/// <param name="Phi">φ, the mean of the squared winsorised z-values, 0 or more; 0 where <paramref name="P0"/> is 0 or 1.</param>
/// <param name="Rho">ρ of the beta-binomial, 0–1: how alike the ballots on one official are; 0 where it cannot be told.</param>
/// <param name="Overdispersed">Whether φ is beyond what chance gives, so that limits are widened by √φ.</param>
/// <remarks>
/// Funnel: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005)
/// 1185–1202. Shrinkage: J. C. Kleinman, "Proportions with extraneous variance", JASA 68 (1973) 46–54.
/// </remarks>
public sealed record ComparisonSet(int Officials, double P0, double Phi, double Rho, bool Overdispersed)
{
    /// <summary>
    /// A position with at least this many officials with a base in the round is a comparison set of its own; officials of
    /// smaller positions are compared with all officials of the round.
    /// </summary>
    public const int MinimumForPosition = 10;

    /// <summary>p at or below this is an alert.</summary>
    public const double AlertP = 0.025;

    /// <summary>p at or below this is an alarm.</summary>
    public const double AlarmP = 0.001;

    /// <summary>How many alerts chance alone would give over the set.</summary>
    public double ExpectedFalseAlerts => Officials * AlertP;

    bool CanCompare => Officials >= 2 && P0 is > 0 and < 1;

    /// <summary>The set of these officials: low ballots and base of each; a base of 0 counts as missing.</summary>
    /// <returns>Null where nobody has a base.</returns>
    public static ComparisonSet? Of(IReadOnlyList<(int Low, int Base)> officials)
    {
        ArgumentNullException.ThrowIfNull(officials);
        var tally = new OfficialTally();
        foreach (var (low, @base) in officials) tally.Add(low, @base);
        return Of(tally);
    }

    /// <summary>The set of the officials counted.</summary>
    /// <returns>Null where nobody has a base.</returns>
    public static ComparisonSet? Of(OfficialTally officials)
    {
        ArgumentNullException.ThrowIfNull(officials);
        var moments = new ComparisonMoments(officials);
        if (moments.Officials == 0) return null;
        double phi = moments.Phi();
        return new ComparisonSet(moments.Officials, moments.P0, phi, moments.Rho(),
            phi > 1 + 2 * Math.Sqrt(2.0 / moments.Officials));
    }

    /// <summary>
    /// The probability of at least <paramref name="low"/> low ballots if this official were like the others, 0–1: normal with
    /// overdispersion, else exactly binomial. 1 where there is nothing to compare with.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The official has no base, or a negative count.</exception>
    public double FunnelP(int low, int @base)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(@base);
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        if (!CanCompare) return 1;
        return Overdispersed
            ? UpperTail.Normal(ComparisonMoments.Z(low, @base, P0) / Math.Sqrt(Phi))
            : UpperTail.Binomial(low, @base, P0);
    }

    /// <summary>Where <see cref="FunnelP"/> lies between the limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The official has no base, or a negative count.</exception>
    public FunnelState State(int low, int @base) => FunnelP(low, @base) switch
    {
        <= AlarmP => FunnelState.Alarm,
        <= AlertP => FunnelState.Alert,
        _ => FunnelState.Usual,
    };

    /// <summary>
    /// The official's low share drawn towards the set's, 0–1, the more the fewer the ballots. It orders a queue and never judges.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The official has no base, or a negative count.</exception>
    public double Shrunken(int low, int @base)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(@base);
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        if (!CanCompare || Rho <= 0) return P0;
        double prior = (1 - Rho) / Rho; // a + b, in ballots
        return (low + P0 * prior) / (@base + prior);
    }
}
