namespace Analytics.Domain.Statistics;

/// <summary>The sums over a comparison set from which φ and ρ follow.</summary>
internal sealed class ComparisonMoments
{
    readonly IReadOnlyList<(int Low, int Base, int Officials)> _pairs;
    readonly long _base;

    public ComparisonMoments(OfficialTally tally)
    {
        _pairs = tally.Pairs();
        Officials = tally.Officials;
        long low = 0;
        foreach (var pair in _pairs)
        {
            low += (long)pair.Low * pair.Officials;
            _base += (long)pair.Base * pair.Officials;
        }
        P0 = _base == 0 ? 0 : (double)low / _base;
    }

    public int Officials { get; }

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
        var z = new double[_pairs.Count];
        var times = new int[z.Length];
        for (int i = 0; i < z.Length; i++) (z[i], times[i]) = (Z(_pairs[i].Low, _pairs[i].Base, P0), _pairs[i].Officials);
        Array.Sort(z, times);
        double lowest = Quantile.Type7(z, times, 0.1), highest = Quantile.Type7(z, times, 0.9);
        double squares = 0;
        for (int i = 0; i < z.Length; i++)
        {
            double kept = Math.Clamp(z[i], lowest, highest);
            squares += times[i] * (kept * kept);
        }
        return squares / Officials;
    }

    /// <summary>Pearson's X² over its degrees of freedom: the mean square of z with nothing pulled in, for two or more.</summary>
    public double PearsonPhi()
    {
        if (P0 is not (> 0 and < 1)) return 0;
        double squares = 0;
        foreach (var (low, @base, officials) in _pairs)
        {
            double z = Z(low, @base, P0);
            squares += officials * (z * z);
        }
        return squares / (Officials - 1);
    }

    /// <summary>ρ by moments with the bases as weights (Kleinman 1973), 0–1; 0 where it has no denominator.</summary>
    public double Rho()
    {
        double binomial = P0 * (1 - P0), between = 0, baseSquares = 0;
        foreach (var (low, @base, officials) in _pairs)
        {
            double distance = (double)low / @base - P0;
            between += officials * (@base * distance * distance);
            baseSquares += officials * ((double)@base * @base);
        }
        double denominator = binomial * (_base - baseSquares / _base - (Officials - 1));
        return denominator <= 0 ? 0 : Math.Clamp((between - (Officials - 1) * binomial) / denominator, 0, 1);
    }
}
