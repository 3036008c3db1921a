using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>
/// What may be called "beyond chance" when many groups are looked at at once: Benjamini–Hochberg at 5 % over all groups
/// of one grouping and round that are large enough to compare.
/// </summary>
public static class ChanceTests
{
    /// <summary>Groups under this many units are said to be too few to compare.</summary>
    public const int FewUnits = 5;

    /// <summary>Of what is called beyond chance, the part that may be chance all the same.</summary>
    public const double FalseShare = 0.05;

    public static bool TooFew(Snapshot group) => group.Units < FewUnits;

    /// <summary>Groups whose change from their previous comparable round is beyond chance, by key and post.</summary>
    public static IReadOnlySet<(string Key, string Position)> Changed(IReadOnlyList<Snapshot> groups) =>
        BeyondChance(groups, s => TooFew(s) ? null : s.ChangeP);

    /// <summary>
    /// Groups whose low share differs from the whole's beyond chance. The difference d = p_g − p of a group with share w
    /// of the whole's base is compared with Student's t with one degree of freedom less than the group's units.
    /// </summary>
    /// <remarks>
    /// The group is part of the whole: with r the rest, d = (1 − w)(p_g − p_r) and V = w²V_g + (1 − w)²V_r, since units
    /// are independent clusters; hence Var d = (1 − w)²(V_g + V_r) = V + (1 − 2w)V_g.
    /// </remarks>
    public static IReadOnlySet<(string Key, string Position)> Different(IReadOnlyList<Snapshot> groups, Snapshot whole) => Different(groups, _ => whole);

    /// <summary>The same where each group has a whole of its own, as an area's post has that post in the city; null: none.</summary>
    public static IReadOnlySet<(string Key, string Position)> Different(IReadOnlyList<Snapshot> groups, Func<Snapshot, Snapshot?> whole) =>
        BeyondChance(groups, s => whole(s) is { } w ? DifferenceP(s, w) : null);

    internal static double? DifferenceP(Snapshot group, Snapshot whole)
    {
        if (TooFew(group) || Variance(group) is not { } own || Variance(whole) is not { } all) return null;
        var weight = (double)group.Base / whole.Base;
        var variance = all + (1 - 2 * weight) * own;
        if (variance <= 0) return null;
        var t = (group.LowShare!.Value - whole.LowShare!.Value) / Math.Sqrt(variance);
        return StudentT.TwoSidedP(t, group.Units - 1);
    }

    /// <summary>The variance behind a share's interval; the upper end is used because the lower may be cut off at 0.</summary>
    static double? Variance(Snapshot s)
    {
        if (s.LowShare is not { } share || s.LowUpper is not { } upper || s.Units < 2 || upper >= 1) return null;
        var error = (upper - share) / StudentT.Quantile975(s.Units - 1);
        return error > 0 ? error * error : null;
    }

    static HashSet<(string, string)> BeyondChance(IReadOnlyList<Snapshot> groups, Func<Snapshot, double?> p)
    {
        var q = FalseDiscovery.BenjaminiHochberg(groups.Select(p).ToList());
        return groups.Where((_, i) => q[i] <= FalseShare).Select(s => (s.Key, s.Position)).ToHashSet();
    }
}
