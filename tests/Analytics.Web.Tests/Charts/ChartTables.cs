using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Analytics.Web.Tests.Charts;

/// <summary>The table under a chart of a page, as printed, and figures of the page's data as they should be printed in Vietnamese.</summary>
static partial class ChartTables
{
    public static async Task<List<List<string>>> Of(HttpClient client, string page, string chart)
    {
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        var figure = Assert.Single(Figure().Matches(html), m => m.Groups[1].Value == chart).Value;
        return [.. Row().Matches(Body().Match(figure).Value).Select(r => Cell().Matches(r.Value).Select(c => WebUtility.HtmlDecode(c.Groups[1].Value).Trim()).ToList())];
    }

    public static string Count(JsonElement row, string column) => Number(row, column) is { } n ? n.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")) : "–";

    public static string Share(JsonElement row, string column) => Number(row, column) is { } n ? Percent(n) + "%" : "–";

    public static string Interval(JsonElement row, string lower, string upper) => Number(row, lower) is { } l && Number(row, upper) is { } u ? $"({Percent(l)}–{Percent(u)})" : "";

    static double? Number(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.Number } n ? n.GetDouble() : null;

    static string Percent(double share) => Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');

    [GeneratedRegex("<figure class=\"chart ([a-z-]+)\">.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("<tbody>.*</tbody>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
