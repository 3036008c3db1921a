namespace Analytics.Domain.Statistics;

/// <summary>Keeps the share of false finds among all finds down where many groups are tested at once.</summary>
/// <remarks>
/// Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995) 289–300; the same as
/// <c>p.adjust(method = "BH")</c> in R. All groups of one kind and one round are one family of tests; leaving some out,
/// because of a filter or of what a reader may see, would change everybody's answer.
/// </remarks>
public static class FalseDiscovery
{
    /// <summary>The smallest false discovery rate at which each test still counts as a find.</summary>
    /// <param name="p">p-values, 0–1; null for a group that has none: it is left out of the count of tests.</param>
    /// <returns>q-values, 0–1, in the order given; null where p is null. Never below the p beside it.</returns>
    public static double?[] BenjaminiHochberg(IReadOnlyList<double?> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var tests = new List<(double P, int At)>(p.Count);
        for (int i = 0; i < p.Count; i++)
            if (p[i] is { } value) tests.Add((value, i));
        tests.Sort((a, b) => a.P != b.P ? a.P.CompareTo(b.P) : a.At.CompareTo(b.At));

        var q = new double?[p.Count];
        double smallest = 1;
        for (int rank = tests.Count; rank > 0; rank--)
        {
            smallest = Math.Min(smallest, (double)tests.Count / rank * tests[rank - 1].P);
            q[tests[rank - 1].At] = smallest;
        }
        return q;
    }
}
