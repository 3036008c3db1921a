namespace Analytics.Web.Charts;

/// <summary>How what was expected came in: a share that only rises, day by day.</summary>
/// <param name="Name">How the line is called at its end: <c>2024</c>, <c>2026: 118/126 đơn vị</c>.</param>
/// <param name="Steps">Day on the axis, and share (0–1) from that day on; in order of days.</param>
public sealed record ProgressLine(string Name, IReadOnlyList<(double Day, double Share)> Steps);

/// <summary>What had come in by each day before and after the last day for it, in this round and in earlier ones.</summary>
/// <param name="Text">The words around it.</param>
/// <param name="Current">The round spoken of: a strong line.</param>
/// <param name="End">Day its line ends: today. Beyond <paramref name="To"/> the line runs to the edge.</param>
/// <param name="Earlier">Up to four earlier rounds, each in a pattern of dashes of its own.</param>
/// <param name="From">First day of the axis; what came before it is in the line's first share.</param>
/// <param name="To">Last day of the axis.</param>
/// <param name="Zero">What stands beside day 0: <c>hạn cuối</c>.</param>
/// <param name="Axis">What the axis counts: <c>ngày so với hạn cuối</c>.</param>
/// <param name="Footnote">What is left out and why; null for nothing.</param>
public sealed record ProgressChartData(
    ChartText Text, ProgressLine Current, double End, IReadOnlyList<ProgressLine> Earlier, double From, double To, string Zero, string Axis, string? Footnote);
