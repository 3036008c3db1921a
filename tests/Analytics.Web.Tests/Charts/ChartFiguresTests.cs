using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Charts;

/// <summary>The figures under a chart of the sample city are those of the page's own table and of its JSON.</summary>
[Collection(SampleCityCollection.Name)]
public partial class ChartFiguresTests(SampleCity city)
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bands_are_those_of_the_table_of_distribution()
    {
        var client = await city.SignedIn(Roles.Board);
        var json = await client.Rows("/rounds/GD-2026?table=distribution");
        string[] columns = ["under_50", "from_50", "from_two_thirds", "from_80", "from_90"];
        var table = json.Select(r => string.Join(' ', columns.Select(c => r.Int(c)).Append(columns.Sum(c => r.Int(c))))).ToList();
        Assert.Equal(5, table.Count);
        Assert.Equal(table, (await Table(client, "/rounds/GD-2026", "bands")).Select(r => string.Join(' ', r.Skip(1))));
    }

    [Fact]
    public async Task Areas_by_rounds_are_those_of_each_areas_own_trend()
    {
        var client = await city.SignedIn(Roles.Board);
        var rows = await Table(client, "/districts?round=GD-2026", "heatmap-rounds");
        Assert.Equal(30, rows.Count);
        var trend = await client.Rows("/districts/0904?round=GD-2026");
        Assert.Equal(10, trend.Count);
        Assert.Equal(["Huyện Diên Hà", .. trend.Select(r => Percent(r.GetProperty("low_share").GetDouble()))], rows[3]);
    }

    [Fact]
    public async Task Posts_by_rounds_are_those_of_the_table_beside_them()
    {
        var client = await city.SignedIn(Roles.Board);
        var json = await client.Rows("/districts/0904?round=GD-2026&table=post-rounds");
        var chart = await Table(client, "/districts/0904?round=GD-2026", "heatmap-rounds");
        Assert.Equal(4, chart.Count);
        Assert.Equal(json.Select(r => Percent(r.GetProperty("low_share").GetDouble())).Order(StringComparer.Ordinal), chart.SelectMany(r => r.Skip(1)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Units_on_the_overview_are_those_expected_and_lead_to_their_pages()
    {
        var client = await city.SignedIn(Roles.Board);
        var rows = await Table(client, "/?round=GD-2026", "matrix");
        var missing = await client.Rows("/rounds/GD-2026?table=missing");
        Assert.Equal(126, rows.Count);
        Assert.Equal(missing.Select(r => r.Text("unit_name")), rows.Where(r => r[2] == "quá hạn, chưa gửi").Select(r => r[0]));
        Assert.Contains("<a href=\"/units/090101?at=2026-10-01\">", await client.GetStringAsync("/?round=GD-2026", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_trends_end_with_the_share_of_their_row_and_are_light()
    {
        var client = await city.SignedIn(Roles.Board);
        foreach (var address in new[] { "/districts?round=GD-2026", "/positions?round=GD-2026" })
        {
            var compared = (await client.Rows(address)).Where(r => r.Int("units") >= 5).Select(r => Percent(r.GetProperty("low_share").GetDouble()));
            var sparks = Sparks().Matches(await client.GetStringAsync(address, Ct)).Select(m => m.Value).ToList();
            Assert.Equal(compared, sparks.Select(s => XElement.Parse(s).Elements("text").Last().Value));
            Assert.All(sparks, s => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(s), 300, 1500));
            Assert.All(sparks, s => Assert.Contains("2008: ", XElement.Parse(s).Attribute("aria-label")!.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_small_trend_of_an_earlier_round_knows_nothing_of_later_ones() =>
        Assert.DoesNotContain("2024: ", string.Concat(Sparks().Matches(await (await city.SignedIn(Roles.Board)).GetStringAsync("/positions?round=GD-2022", Ct)).Select(m => m.Value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("bands?round=GD-2026", "526 người có tỷ lệ tín nhiệm, theo mức: dưới 50%: 02 người; 50% – dưới 2/3: 01 người; 2/3 – dưới 80%: 02 người; 80 – dưới 90%: 60 người; từ 90%: 461 người.")]
    [InlineData("matrix?round=GD-2026", "118 trên 126 đơn vị đã gửi kết quả.")]
    [InlineData("heatmap-rounds?round=GD-2026", "2008–2022: ở các nhóm đủ đơn vị để so sánh, tỷ lệ không tín nhiệm từ ")]
    public async Task Each_tells_its_finding_and_comes_in_every_format(string chart, string said)
    {
        var (client, address) = (await city.SignedIn(Roles.Auditor), chart.Split('?'));
        var svg = XElement.Parse(await client.GetStringAsync($"/charts/{address[0]}.svg?{address[1]}", Ct));
        Assert.StartsWith(said, svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        foreach (var format in new[] { "png", "pdf" }) Assert.Equal(HttpStatusCode.OK, await client.Status($"/charts/{address[0]}.{format}?{address[1]}&lang=en&grey=1"));
    }

    [Fact]
    public async Task A_user_of_one_area_sees_only_its_units_and_its_row()
    {
        var client = await city.SignedIn(Roles.Local);
        Assert.All(await Table(client, "/?round=GD-2026", "matrix"), r => Assert.Equal("Huyện An Khuê", r[1]));
        var svg = await client.GetStringAsync("/charts/heatmap-rounds.svg?round=GD-2026", Ct);
        Assert.Contains("An Khuê", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Diên Hà", svg, StringComparison.Ordinal);
    }

    static async Task<List<List<string>>> Table(HttpClient client, string page, string chart)
    {
        var html = await client.GetStringAsync(page, Ct);
        var figure = html[html.IndexOf($"<figure class=\"chart chart-{chart}\"", StringComparison.Ordinal)..];
        var body = figure[figure.IndexOf("<tbody>", StringComparison.Ordinal)..figure.IndexOf("</tbody>", StringComparison.Ordinal)];
        return Lines().Matches(body).Select(row => Cells().Matches(row.Value).Select(c => WebUtility.HtmlDecode(Tags().Replace(c.Groups[1].Value, "")).Trim()).ToList()).ToList();
    }

    static string Percent(double share) => Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',') + "%";

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Lines();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cells();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("<svg class=\"spark\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Sparks();
}
