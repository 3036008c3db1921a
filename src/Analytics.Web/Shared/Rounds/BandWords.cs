using Analytics.Domain.Rounds;

namespace Analytics.Web.Shared.Rounds;

/// <summary>Bands of the favourable share in words, from the lowest.</summary>
static class BandWords
{
    /// <summary>For tables and charts.</summary>
    public const string Short = "round.band";

    /// <summary>As forms and papers write them.</summary>
    public const string Long = "form.band";

    /// <param name="text">A text by its key.</param>
    /// <param name="family"><see cref="Short"/> or <see cref="Long"/>.</param>
    public static IReadOnlyList<string> Of(FavourableBands bands, Func<string, object[], string> text, string family)
    {
        string Edge(Fraction edge) => edge.Percent is null ? edge.ToString() : edge + "%";
        // Short: the sign once, where both edges have it.
        string From(Fraction edge, Fraction next) => family == Short && edge.Percent is not null && next.Percent is not null ? edge.ToString() : Edge(edge);
        var edges = bands.Edges;
        return [text(family + ".under", [Edge(edges[0])]), .. edges.Zip(edges.Skip(1), (a, b) => text(family + ".between", [From(a, b), Edge(b)])), text(family + ".from", [Edge(edges[^1])])];
    }
}
