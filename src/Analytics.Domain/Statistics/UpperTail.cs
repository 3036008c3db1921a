namespace Analytics.Domain.Statistics;

/// <summary>Probabilities of at least this much, with their digits kept far out, where 1 − P would have none.</summary>
internal static class UpperTail
{
    /// <summary>P(Z ≥ z) of the standard normal distribution, 0–1.</summary>
    /// <remarks>
    /// Near the middle the series of G. Marsaglia, "Evaluating the normal distribution", J. Statist. Software 11 (2004) no. 4;
    /// from 2.5 on Laplace's continued fraction for the ratio of tail to density.
    /// </remarks>
    public static double Normal(double z)
    {
        if (z < 0) return 1 - Normal(-z);
        double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        if (z >= 2.5)
        {
            double rest = z;
            for (int k = 80; k > 0; k--) rest = z + k / rest;
            return density / rest;
        }

        double term = z, sum = z;
        for (int k = 3; term > sum * 1e-17; k += 2) sum += term *= z * z / k;
        return 0.5 - density * sum;
    }

    /// <summary>P(X ≥ k) of X ~ Bin(n, p), 0–1; 0 where it is below about 1e-308.</summary>
    /// <remarks>
    /// All terms are taken relative to the largest, at the mode, and divided by their own sum at the end: exact but for
    /// rounding, and free of factorials.
    /// </remarks>
    public static double Binomial(int k, int n, double p)
    {
        if (k <= 0) return 1;
        if (k > n || p <= 0) return 0;
        if (p >= 1) return 1;

        int mode = (int)Math.Min(n, Math.Floor((n + 1) * p));
        double odds = p / (1 - p);
        double all = 1, tail = mode >= k ? 1 : 0;

        double term = 1;
        for (int j = mode + 1; j <= n; j++)
        {
            term *= (n - j + 1.0) / j * odds;
            all += term;
            if (j < k) continue;
            tail += term;
            if (term <= tail * 1e-18) break;
        }

        term = 1;
        for (int j = mode - 1; j >= 0; j--)
        {
            term *= (j + 1.0) / (n - j) / odds;
            all += term;
            if (j >= k) tail += term;
            if (term <= all * 1e-18) break;
        }
        return Math.Min(1, tail / all);
    }
}
