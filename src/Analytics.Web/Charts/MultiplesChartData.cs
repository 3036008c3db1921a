namespace Analytics.Web.Charts;

/// <summary>One small trend.</summary>
/// <param name="Name">Whose; above the panel.</param>
/// <param name="Segments">As in a trend of its own: a line never leaves its segment.</param>
/// <param name="Behind">The whole it is a part of, thin behind it.</param>
/// <param name="Last">The last share in words, and that it is of few units: <c>4,1% (ít đv)</c>.</param>
/// <param name="TooFew">Too few units to compare: drawn pale, and its band does not stretch the scale.</param>
public sealed record MultiplesPanel(string Name, IReadOnlyList<TrendSegment> Segments, IReadOnlyList<TrendSegment> Behind, string Last, bool TooFew);

/// <summary>Small trends of many groups on one scale.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Panels">In reading order.</param>
/// <param name="Breaks">Years across which nothing is joined, the same for all.</param>
/// <param name="OwnName">The strong line in the legend.</param>
/// <param name="BehindName">The thin line in the legend; empty: there is none.</param>
/// <param name="BreakName">The dashed vertical line in the legend.</param>
/// <param name="CutOff">Said below where a band runs out of its panel.</param>
/// <param name="Footnote">What bands and asterisks mean; null for nothing.</param>
public sealed record MultiplesChartData(
    ChartText Text, IReadOnlyList<MultiplesPanel> Panels, IReadOnlyList<double> Breaks, string OwnName, string BehindName, string BreakName, string CutOff, string? Footnote);
