namespace Analytics.Web.Charts;

/// <summary>Every word around a chart, ready-made in the reader's language.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Subtitle">What, which rounds, which base.</param>
/// <param name="Source">Source, date of the figures and data version, in one line.</param>
/// <param name="Marking">Secrecy marking such as <c>LƯU HÀNH NỘI BỘ</c>; null when there is none.</param>
/// <param name="SampleMark">Says that the figures are invented; drawn inside the plot area of every picture. Null for real figures.</param>
/// <param name="Alt">The finding, for those who cannot see the picture.</param>
/// <param name="Lang"><c>vi</c> or <c>en</c>: decimal mark of the axis and language of the SVG.</param>
/// <param name="Empty">What is drawn when there is nothing to plot; null for the plain words of the language.</param>
public sealed record ChartText(
    string Title, string Subtitle, string Source, string? Marking, string? SampleMark, string Alt, string Lang, string? Empty = null)
{
    internal bool IsVietnamese => Lang.StartsWith("vi", StringComparison.OrdinalIgnoreCase);

    internal string EmptyOrDefault => Empty ?? (IsVietnamese ? "Chưa có số liệu" : "No data");
}
