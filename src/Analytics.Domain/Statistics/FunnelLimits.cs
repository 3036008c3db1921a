namespace Analytics.Domain.Statistics;

/// <summary>Where a group lies in a funnel, on either side of the mean.</summary>
public enum FunnelPlace
{
    /// <summary>Within the 95 % limits.</summary>
    Inside,

    /// <summary>Outside 95 %, within 99.8 %: one group in twenty lies here by chance alone.</summary>
    Outside95,

    /// <summary>Outside 99.8 %: two groups in a thousand lie here by chance alone.</summary>
    Outside998,
}

/// <summary>
/// The limits of a funnel around a pooled share: <c>p0 ± z √φ √(p0 (1 − p0) / n)</c>, with φ only where it is beyond what chance gives.
/// </summary>
/// <param name="Mean">p0, the pooled low share of the set, above 0 and below 1.</param>
/// <param name="Widening">√φ, or 1.</param>
/// <remarks>
/// For groups of officials, such as areas. The ballots of a group are not independent, since the same voters rate several officials: as
/// larger groups have more units, their spread too falls with 1/n, and φ, taken over the groups themselves, covers it. Reference: as <see cref="ComparisonSet"/>.
/// </remarks>
public sealed record FunnelLimits(double Mean, double Widening)
{
    /// <summary>Fewer groups than this have no funnel: φ from a handful is a guess.</summary>
    public const int FewestGroups = ComparisonSet.MinimumForPosition;

    public const double Z95 = 1.959963984540054;
    public const double Z998 = 3.090232306167813;

    /// <summary>Of groups that do not differ, the part outside the 95 % limits.</summary>
    public const double ChanceOutside95 = 0.05;

    /// <returns>Null where there are too few groups, or nobody or everybody voted low.</returns>
    public static FunnelLimits? Of(IReadOnlyList<(int Low, int Base)> groups) =>
        ComparisonSet.Of(groups) is { Officials: >= FewestGroups, P0: > 0 and < 1 } set ? new(set.P0, set.Overdispersed ? Math.Sqrt(set.Phi) : 1) : null;

    /// <summary>Half the distance of the limits at so many ballots, a share.</summary>
    public double HalfWidth(double ballots, double z) => z * Widening * Math.Sqrt(Mean * (1 - Mean) / ballots);

    public FunnelPlace PlaceOf(long low, long ballots)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ballots);
        var distance = Math.Abs((double)low / ballots - Mean);
        return distance > HalfWidth(ballots, Z998) ? FunnelPlace.Outside998 : distance > HalfWidth(ballots, Z95) ? FunnelPlace.Outside95 : FunnelPlace.Inside;
    }
}
