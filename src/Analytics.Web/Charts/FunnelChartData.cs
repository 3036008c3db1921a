namespace Analytics.Web.Charts;

/// <summary>Where a group lies.</summary>
public enum FunnelMark
{
    /// <summary>Within the 95% limits.</summary>
    Inside,

    /// <summary>Outside 95%, within 99.8%.</summary>
    Outside95,

    /// <summary>Outside 99.8%.</summary>
    Outside998,

    /// <summary>Too few units to compare: drawn hollow, never said to lie outside.</summary>
    TooFew,
}

/// <summary>The limits around the mean: at so many ballots they lie a width divided by the root of the ballots away from it.</summary>
/// <param name="Mean">0–1.</param>
/// <param name="Width95">Distance of the 95% limits at one ballot, a share.</param>
/// <param name="Width998">The same of the 99.8% limits.</param>
public sealed record FunnelCurves(double Mean, double Width95, double Width998);

/// <summary>One group in a funnel.</summary>
/// <param name="Name">Written beside it only where it lies outside the limits.</param>
/// <param name="Share">Its low share, 0–1.</param>
public sealed record FunnelPoint(string Name, long Ballots, double Share, FunnelMark Mark);

/// <summary>Low shares of groups against the ballots they are made of, between the limits that chance and the usual spread give.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Limits">Their mean and width; null: there are too few groups for a funnel.</param>
/// <param name="Legend">What the marks mean: inside, outside 95%, outside 99.8%, too few.</param>
/// <param name="MeanName">The line of the mean in the legend, with its figure.</param>
/// <param name="Name95">The limits in the legend.</param>
/// <param name="Name998">The outer limits in the legend.</param>
/// <param name="Axis">What the horizontal axis counts.</param>
/// <param name="Footnote">How the limits come about; null for nothing.</param>
public sealed record FunnelChartData(
    ChartText Text, IReadOnlyList<FunnelPoint> Points, FunnelCurves? Limits, IReadOnlyList<string> Legend, string MeanName, string Name95, string Name998, string Axis, string? Footnote);
