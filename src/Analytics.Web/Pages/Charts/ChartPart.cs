using System.Globalization;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// Part of the rows of a chart that has very many: a picture of seven hundred rows can be read by nobody, and a page of such pictures loads for minutes.
/// Rows stay in their order; the shades of a heatmap and findings are those of all rows.
/// </summary>
/// <param name="First">Rows before it.</param>
/// <param name="Count">Its rows.</param>
/// <param name="All">Rows of all parts.</param>
sealed record ChartPart(int First, int Count, int All)
{
    /// <summary>Rows of a part: twice the areas of Hanoi, so that a city is never parted.</summary>
    public const int Most = 60;

    /// <summary>An address has to name the part.</summary>
    public bool Parted { get; private init; }

    /// <summary>The picture is too small for more.</summary>
    bool Small { get; init; }

    /// <summary>The part that the address asks for, all rows where it asks for none; no more of it than fit the picture.</summary>
    public static ChartPart Of(ChartFilters filters, int rows)
    {
        var (first, count, parted) = (0, rows, false);
        if (filters.FirstRow is { } from) (first, count) = (Math.Min(from, Math.Max(rows, 1)) - 1, Most);
        else if (rows > Most && int.TryParse(filters.Part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            (first, count, parted) = ((Math.Clamp(number, 1, (rows + Most - 1) / Most) - 1) * Most, Most, true);
        count = Math.Min(count, rows - first);
        return new(first, Math.Min(count, filters.Fit ?? count), rows) { Parted = parted, Small = filters.Fit < count };
    }

    public List<T> In<T>(IEnumerable<T> rows) => rows.Skip(First).Take(Count).ToList();

    /// <summary>Which rows are shown, behind a subtitle; empty where all are.</summary>
    public string Words(Texts texts, Formats formats) => Count == All ? ""
        : texts[Small ? "chart.part.small" : "chart.part", formats.Count(First + 1), formats.Count(First + Count), formats.Count(All)];
}
