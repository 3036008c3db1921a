using System.Globalization;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// Part of the rows of a chart that has very many: a picture of seven hundred rows can be read by nobody, and a page of such pictures loads for minutes.
/// Rows stay in their order; scales and findings are those of all rows.
/// </summary>
/// <param name="Number">From 1 to <paramref name="Count"/>.</param>
/// <param name="All">Rows of all parts.</param>
sealed record ChartPart(int Number, int Count, int All)
{
    /// <summary>Rows of a part: twice the areas of Hanoi, so that a city is never parted.</summary>
    public const int Most = 60;

    public bool Parted => Count > 1;

    int First => (Number - 1) * Most;

    /// <param name="asked">As in the address; null or nothing that is a number: all rows in one picture.</param>
    public static ChartPart Of(string? asked, int rows)
    {
        var count = (rows + Most - 1) / Most;
        return count > 1 && int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(Math.Clamp(number, 1, count), count, rows) : new(1, 1, rows);
    }

    public List<T> In<T>(IEnumerable<T> rows) => Count == 1 ? rows.ToList() : rows.Skip(First).Take(Most).ToList();

    /// <summary>Which rows are shown, behind a subtitle; empty where all are.</summary>
    public string Words(Texts texts, Formats formats) => Count == 1 ? ""
        : texts["chart.part", formats.Count(First + 1), formats.Count(Math.Min(First + Most, All)), formats.Count(All)];
}
