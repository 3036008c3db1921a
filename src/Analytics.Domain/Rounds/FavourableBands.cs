using System.Globalization;

namespace Analytics.Domain.Rounds;

/// <summary>A share as a fraction of whole numbers, for edges that are compared exactly.</summary>
public readonly record struct Fraction(int Numerator, int Denominator)
{
    /// <summary>Whether <paramref name="count"/> of <paramref name="ballots"/> is this share or more. Exact.</summary>
    public bool IsReachedBy(long count, long ballots) => count * Denominator >= Numerator * ballots;

    /// <summary>The whole percentage it is; null for one that is none, such as two thirds.</summary>
    public int? Percent => 100 * Numerator % Denominator == 0 ? 100 * Numerator / Denominator : null;

    /// <summary><c>80</c> or <c>2/3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Percent is { } whole ? whole : $"{Numerator}/{Denominator}")}");
}

/// <summary>
/// Bands of the favourable share in which a summing-up counts officials; their edges are a setting. An edge belongs to the band above it.
/// </summary>
public sealed class FavourableBands
{
    /// <summary>More bands could not be told apart on a chart.</summary>
    public const int MostEdges = 4;

    FavourableBands(IReadOnlyList<Fraction> edges) => Edges = edges;

    /// <summary>Under 50%, to under two thirds, to under 80%, to under 90%, 90% and more.</summary>
    public static FavourableBands Usual { get; } = new([new(1, 2), new(2, 3), new(4, 5), new(9, 10)]);

    /// <summary>Lower edges of all bands but the first, rising.</summary>
    public IReadOnlyList<Fraction> Edges { get; }

    public int Count => Edges.Count + 1;

    /// <summary>Names of the bands in files, from the lowest: <c>under_50, from_50, from_two_thirds, from_80, from_90</c>.</summary>
    public IReadOnlyList<string> Keys => [$"under_{Key(Edges[0])}", .. Edges.Select(e => $"from_{Key(e)}")];

    /// <summary>Reads <c>50; 2/3; 80; 90</c>: whole percentages or fractions, rising, between 0 and 100%. Null: it is not that.</summary>
    public static FavourableBands? Parse(string? typed)
    {
        var parts = (typed ?? "").Split([';', ',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > MostEdges) return null;
        var edges = new List<Fraction>();
        foreach (var part in parts)
        {
            if (Edge(part) is not { } edge || edges.Count > 0 && !Rises(edges[^1], edge)) return null;
            edges.Add(edge);
        }
        return new(edges);
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join("; ", Edges);

    /// <summary>Index of the band, from 0 for the lowest: integers are compared, never rounded percentages.</summary>
    /// <param name="favourable">Favourable ballots, 0 or more.</param>
    /// <param name="ballots">The base, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no base.</exception>
    public int Of(long favourable, long ballots)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ballots);
        var band = 0;
        while (band < Edges.Count && Edges[band].IsReachedBy(favourable, ballots)) band++;
        return band;
    }

    static Fraction? Edge(string typed)
    {
        var sides = typed.TrimEnd('%').Split('/');
        static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 1000 ? n : null;
        var (n, d) = sides.Length == 2 ? (Whole(sides[0]), Whole(sides[1])) : (sides.Length == 1 ? Whole(sides[0]) : null, 100);
        if (n is not { } numerator || d is not { } denominator || numerator >= denominator) return null;
        var common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new(numerator / common, denominator / common);
    }

    static bool Rises(Fraction a, Fraction b) => a.Numerator * b.Denominator < b.Numerator * a.Denominator;

    static string Key(Fraction edge) => edge is { Numerator: 2, Denominator: 3 } ? "two_thirds" : edge.ToString().Replace('/', '_');
}
