namespace Analytics.Domain.Statistics;

/// <summary>One person's change and those of the similar ones beside them, all −1 … 1.</summary>
/// <param name="Similar">At least one; an id stands for the same person wherever it comes.</param>
public readonly record struct MatchedPair(double Change, IReadOnlyList<(int Id, double Change)> Similar);

/// <summary>How the changes of some people differ from those of similar ones, on average. It shows a difference, never what it comes from.</summary>
/// <param name="Pairs">n, people with similar ones beside them.</param>
/// <param name="Others">Different people among the similar ones.</param>
/// <param name="Own">Mean change of the people.</param>
/// <param name="Similar">Mean of the mean changes of their similar ones.</param>
/// <param name="Interval">95 % interval of the difference; null where all differ by the same.</param>
/// <remarks>
/// The t-interval of paired differences (Student 1908), widened where one similar person stands beside several. With dᵢ the change of person i less the
/// mean change of their mᵢ similar ones and wⱼ the weight similar person j has in the mean of all: σ² = Σ(dᵢ − d̄)² ÷ (Σ(1 + 1/mᵢ) − 1 − n Σwⱼ²),
/// interval d̄ ± t(0.975, n − 1) · √(σ² (1/n + Σwⱼ²)). Where nobody stands twice and all mᵢ are equal it is the paired interval to the last digit.
/// </remarks>
public sealed record MatchedDifference(int Pairs, int Others, double Own, double Similar, Interval? Interval)
{
    /// <summary>Of fewer pairs no mean is told.</summary>
    public const int Fewest = 5;

    const double Negligible = 1e-24;

    public double Difference => Own - Similar;

    /// <summary>Whether chance alone rarely gives such a difference.</summary>
    public bool BeyondChance => Interval is { } range && (range.Lower > 0 || range.Upper < 0);

    /// <returns>Null with fewer than <see cref="Fewest"/> pairs.</returns>
    public static MatchedDifference? Of(IReadOnlyList<MatchedPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        int n = pairs.Count;
        if (n < Fewest) return null;
        var weights = new Dictionary<int, double>();
        double own = 0, similar = 0, room = -1;
        var differences = new double[n];
        for (int i = 0; i < n; i++)
        {
            var (change, others) = pairs[i];
            double sum = 0;
            foreach (var (id, other) in others)
            {
                sum += other;
                weights[id] = weights.GetValueOrDefault(id) + 1.0 / (n * others.Count);
            }
            double mean = sum / others.Count;
            (own, similar, room) = (own + change / n, similar + mean / n, room + 1 + 1.0 / others.Count);
            differences[i] = change - mean;
        }
        double shared = weights.Values.Sum(w => w * w), difference = own - similar;
        double variance = differences.Sum(d => (d - difference) * (d - difference)) / (room - n * shared) * (1.0 / n + shared);
        if (variance <= Negligible) return new(n, weights.Count, own, similar, null);
        double half = StudentT.Quantile975(n - 1) * Math.Sqrt(variance);
        return new(n, weights.Count, own, similar, new Interval(difference - half, difference + half));
    }
}
