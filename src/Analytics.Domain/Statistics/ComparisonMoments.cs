namespace Analytics.Domain.Statistics;

/// <summary>The sums over a comparison set from which φ and ρ follow.</summary>
internal sealed class ComparisonMoments
{
    readonly List<(int Low, int Base)> _officials;
    readonly long _base;

    /// <summary>Takes the officials with a base; a base of 0 counts as missing.</summary>
    public ComparisonMoments(IReadOnlyList<(int Low, int Base)> officials)
    {
        _officials = new List<(int, int)>(officials.Count);
        long low = 0;
        foreach (var official in officials)
        {
            if (official.Base < 0 || official.Low < 0)
                throw new ArgumentException($"{official.Low} low ballots of a base of {official.Base}: expected no negative count.", nameof(officials));
            if (official.Base == 0) continue;
            _officials.Add(official);
            low += official.Low;
            _base += official.Base;
        }
        P0 = _base == 0 ? 0 : (double)low / _base;
    }

    public int Officials => _officials.Count;

    /// <summary>Ballots of all together.</summary>
    public long Base => _base;

    /// <summary>The pooled low share.</summary>
    public double P0 { get; }

    /// <summary>How far an official is from the pooled share, in binomial standard deviations.</summary>
    public static double Z(int low, int @base, double p0) => (low - @base * p0) / Math.Sqrt(@base * p0 * (1 - p0));

    /// <summary>
    /// The mean square of z after the lowest and highest tenth are pulled in to the 10th and 90th percentile, so that the
    /// few truly unusual do not widen the limits for all (Spiegelhalter 2005, appendix).
    /// </summary>
    public double Phi()
    {
        if (P0 is not (> 0 and < 1)) return 0;
        var z = new double[Officials];
        for (int i = 0; i < z.Length; i++) z[i] = Z(_officials[i].Low, _officials[i].Base, P0);
        Array.Sort(z);
        double lowest = Quantile.Type7(z, 0.1), highest = Quantile.Type7(z, 0.9);
        double squares = 0;
        foreach (double value in z)
        {
            double kept = Math.Clamp(value, lowest, highest);
            squares += kept * kept;
        }
        return squares / z.Length;
    }

    /// <summary>Pearson's X² over its degrees of freedom: the mean square of z with nothing pulled in, for two or more.</summary>
    public double PearsonPhi()
    {
        if (P0 is not (> 0 and < 1)) return 0;
        double squares = 0;
        foreach (var (low, @base) in _officials)
        {
            double z = Z(low, @base, P0);
            squares += z * z;
        }
        return squares / (Officials - 1);
    }

    /// <summary>ρ by moments with the bases as weights (Kleinman 1973), 0–1; 0 where it has no denominator.</summary>
    public double Rho()
    {
        double binomial = P0 * (1 - P0), between = 0, baseSquares = 0;
        foreach (var (low, @base) in _officials)
        {
            double distance = (double)low / @base - P0;
            between += @base * distance * distance;
            baseSquares += (double)@base * @base;
        }
        double denominator = binomial * (_base - baseSquares / _base - (Officials - 1));
        return denominator <= 0 ? 0 : Math.Clamp((between - (Officials - 1) * binomial) / denominator, 0, 1);
    }
}
