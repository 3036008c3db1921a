namespace Analytics.Domain.Statistics;

/// <summary>
/// Those of a group whose low share in an earlier vote was most like somebody's: what they did next is what comes by itself. The earlier vote alone
/// chooses them, so that nothing that happened afterwards decides who is set beside whom.
/// </summary>
/// <remarks>
/// Nearest neighbours within a caliper, one of them beside as many as it is near to, ties all taken: D. B. Rubin, "Matching to remove bias in
/// observational studies", Biometrics 29 (1973) 159–183. The share as counted is matched, not the shrunken one: whoever had the same share of about as
/// many ballots is led back towards the others by chance just as far.
/// </remarks>
public sealed class SimilarShares
{
    /// <summary>So many of the nearest are taken, and whoever is as near as the last of them.</summary>
    public const int Nearest = 5;

    /// <summary>Fewer within the caliper are nobody: their mean would be chance, and the figure of single people.</summary>
    public const int Fewest = 3;

    /// <summary>Shares further apart than this are not alike: three points, two ballots of seventy. Whoever starts higher comes back further.</summary>
    public const double Caliper = 0.03;

    /// <summary>Distances this near to each other are equal but for rounding.</summary>
    const double Equal = 1e-12;

    readonly IReadOnlyList<PairedCounts> group;
    readonly double[] shares;
    readonly int[] order;

    /// <param name="group">Everybody who may be set beside others.</param>
    public SimilarShares(IReadOnlyList<PairedCounts> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        this.group = group;
        order = [.. Enumerable.Range(0, group.Count)];
        shares = [.. group.Select(p => p.ShareBefore)];
        Array.Sort(shares, order);
    }

    /// <summary>Who was similar to somebody with so many low ballots of a base in the earlier vote.</summary>
    /// <returns>Places in the group, rising; empty where fewer than <see cref="Fewest"/> are near enough.</returns>
    public IReadOnlyList<int> Of(int low, int @base)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(@base);
        double share = (double)low / @base, reach = Caliper;
        var found = new List<int>();
        int right = FirstFrom(share), left = right - 1;
        while (true)
        {
            double below = left >= 0 ? share - shares[left] : double.PositiveInfinity;
            double above = right < shares.Length ? shares[right] - share : double.PositiveInfinity;
            double distance = Math.Min(below, above);
            if (!(distance <= reach + Equal)) break;
            int next = order[below <= above ? left-- : right++];
            if (!IsOfLikeSize(group[next].BaseBefore, @base)) continue;
            found.Add(next);
            if (found.Count == Nearest) reach = distance;
        }
        if (found.Count < Fewest) return [];
        found.Sort();
        return found;
    }

    /// <summary>Half as many ballots to twice as many: of far fewer a share is led back further.</summary>
    static bool IsOfLikeSize(int ballots, int others) => ballots * 2 >= others && ballots <= others * 2;

    int FirstFrom(double share)
    {
        int at = Array.BinarySearch(shares, share);
        if (at < 0) return ~at;
        while (at > 0 && shares[at - 1] == share) at--;
        return at;
    }
}
