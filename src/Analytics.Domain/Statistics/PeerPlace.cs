namespace Analytics.Domain.Statistics;

/// <summary>
/// Where one official's low share lies among those of the others, as numbers that point at nobody: how many have a higher,
/// an equal and a lower share, and the percentiles of theirs, 0–1. It has no rank in it.
/// </summary>
public sealed record PeerPlace(int Higher, int Equal, int Lower, double P10, double P25, double P50, double P75, double P90)
{
    /// <summary>Fewer others than this are not compared: percentiles of a handful would show single people.</summary>
    public const int FewestOthers = ComparisonSet.MinimumForPosition - 1;

    public int Others => Higher + Equal + Lower;

    /// <param name="others">Low ballots and base of each, bases above 0; the official is not among them.</param>
    /// <returns>Null where there are too few.</returns>
    public static PeerPlace? Of(IReadOnlyCollection<(int Low, int Base)> others, int low, int @base)
    {
        ArgumentNullException.ThrowIfNull(others);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(@base);
        if (others.Count < FewestOthers) return null;
        int higher = 0, equal = 0;
        foreach (var other in others)
        {
            // Fractions are compared crosswise, so that equal shares of other bases count as equal.
            var sign = ((long)other.Low * @base).CompareTo((long)low * other.Base);
            if (sign > 0) higher++;
            else if (sign == 0) equal++;
        }
        var shares = others.Select(o => (double)o.Low / o.Base).Order().ToArray();
        return new PeerPlace(higher, equal, others.Count - higher - equal,
            Quantile.Type7(shares, 0.1), Quantile.Type7(shares, 0.25), Quantile.Type7(shares, 0.5), Quantile.Type7(shares, 0.75), Quantile.Type7(shares, 0.9));
    }
}
