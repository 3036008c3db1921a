namespace Analytics.Web.Charts;

/// <summary>One round of a trend.</summary>
/// <param name="Year">Place on the axis, in decimal years.</param>
/// <param name="Label">What stands under it: <c>2008</c>, <c>2026*</c>.</param>
/// <param name="Share">0–1; null is a gap, never zero.</param>
/// <param name="Lower">Lower end of the 95% interval, 0–1.</param>
/// <param name="Upper">Upper end of the 95% interval, 0–1.</param>
/// <param name="Unfinished">Not all units have reported: the line to it is dashed.</param>
public sealed record TrendPoint(double Year, string Label, double? Share, double? Lower, double? Upper, bool Unfinished);

/// <summary>Rounds of one family: one electorate, one set of options, one base. A line never leaves its segment.</summary>
/// <param name="Name">In the legend; empty: it has none there.</param>
public sealed record TrendSegment(string Name, IReadOnlyList<TrendPoint> Points);

/// <summary>Where figures before and after must not be compared; a dashed vertical line with its text at the top.</summary>
public sealed record TrendBreak(double Year, string Text);

/// <summary>Something that happened inside a family: a triangle on the axis, its text under the plot.</summary>
public sealed record TrendMark(double Year, string Text);

/// <summary>A trend through the rounds with its 95% band, breaks and marks.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Segments">In order of time.</param>
/// <param name="Breaks">Where lines end.</param>
/// <param name="Marks">What happened inside a family.</param>
/// <param name="Footnote">What the band and the asterisk mean.</param>
/// <param name="LastLabel">The last share in words, beside the last point; empty for none.</param>
public sealed record TrendChartData(
    ChartText Text, IReadOnlyList<TrendSegment> Segments, IReadOnlyList<TrendBreak> Breaks, IReadOnlyList<TrendMark> Marks,
    string? Footnote, string LastLabel)
{
    /// <summary>A share the axis reaches at least, 0–1: charts beside each other get one scale. Null: as high as the figures need.</summary>
    public double? Top { get; init; }
}
