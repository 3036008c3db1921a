namespace Analytics.Domain.Rounds;

/// <summary>A share as a fraction of whole numbers, for edges that are compared exactly.</summary>
public readonly record struct Fraction(int Numerator, int Denominator)
{
    /// <summary>Whether <paramref name="count"/> of <paramref name="ballots"/> is this share or more. Exact.</summary>
    public bool IsReachedBy(long count, long ballots) => count * Denominator >= Numerator * ballots;
}

/// <summary>
/// Bands of the favourable share in which a summing-up counts officials: under 50%, 50% to under two thirds, two thirds to
/// under 80%, 80% to under 90%, 90% and more. An edge belongs to the band above it.
/// </summary>
public static class FavourableBands
{
    /// <summary>Lower edges of all bands but the first, rising.</summary>
    public static IReadOnlyList<Fraction> Edges { get; } = [new(1, 2), new(2, 3), new(4, 5), new(9, 10)];

    public static int Count => Edges.Count + 1;

    /// <summary>Index of the band, from 0 for the lowest: integers are compared, never rounded percentages.</summary>
    /// <param name="favourable">Favourable ballots, 0 or more.</param>
    /// <param name="ballots">The base, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no base.</exception>
    public static int Of(long favourable, long ballots)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ballots);
        var band = 0;
        while (band < Edges.Count && Edges[band].IsReachedBy(favourable, ballots)) band++;
        return band;
    }
}
