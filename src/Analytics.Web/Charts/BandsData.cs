namespace Analytics.Web.Charts;

/// <summary>Officials of one post by band of the favourable share.</summary>
/// <param name="Label">The post.</param>
/// <param name="Detail">Said beneath the label, such as how many officials have a share; left out where there is no room.</param>
/// <param name="Counts">Officials in each band, from the lowest.</param>
public sealed record BandRow(string Label, string? Detail, IReadOnlyList<int> Counts)
{
    internal int Total => Counts.Sum();
}

/// <summary>Officials by post and band of the favourable share.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Rows">From top to bottom.</param>
/// <param name="BandNames">From the lowest band to the highest, five at most.</param>
/// <param name="Footnote">Who is in no band, and why; null for nobody.</param>
public sealed record BandsData(ChartText Text, IReadOnlyList<BandRow> Rows, IReadOnlyList<string> BandNames, string? Footnote = null);
