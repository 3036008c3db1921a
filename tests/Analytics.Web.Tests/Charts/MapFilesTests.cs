using System.Globalization;
using System.Xml.Linq;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Charts;

/// <summary>Maps a user lays into the data folder, seen through the chart's address.</summary>
public class MapFilesTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Outlines_of_all_areas_turn_the_tiles_into_a_map_with_the_same_words()
    {
        var tiles = await Texts(null);
        var map = await Texts(Areas(Enumerable.Range(901, 30)));
        Assert.NotEqual(tiles.Shapes, map.Shapes);
        Assert.Equal(tiles.Finding, map.Finding);
        Assert.Equal(tiles.Legend, map.Legend);
    }

    [Theory]
    [InlineData("{\"features\":[")]
    [InlineData("{\"features\":[{\"properties\":{\"ma\":\"0901\"}}]}")]
    public async Task A_file_with_a_mistake_leaves_the_tiles_as_they_were(string text) => Assert.Equal((await Texts(null)).Shapes, (await Texts(text)).Shapes);

    [Fact]
    public async Task Outlines_of_some_areas_only_leave_the_tiles_as_they_were() =>
        Assert.Equal((await Texts(null)).Shapes, (await Texts(Areas([901, 902]))).Shapes);

    static async Task<(string Finding, List<string> Legend, string Shapes)> Texts(string? file)
    {
        await using var host = new TestHost { LoadSample = true, Replace = ResultPages.OnTheDay };
        if (file is not null)
        {
            var folder = Directory.CreateDirectory(Path.Combine(host.Folder, "maps"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "areas.geojson"), file, TestContext.Current.CancellationToken);
        }
        var svg = XElement.Parse(await (await host.SignedIn(Roles.Board)).GetStringAsync("/charts/tiles.svg?round=GD-2026", TestContext.Current.CancellationToken));
        return (svg.Element(Svg + "desc")!.Value, svg.Descendants(Svg + "text").Select(t => t.Value).Where(t => t.Contains("mức chung", StringComparison.Ordinal) || t.Contains("ít đơn vị", StringComparison.Ordinal)).ToList(),
            string.Join('|', svg.Descendants(Svg + "rect").Concat(svg.Descendants(Svg + "path")).Select(e => e.Attribute("d")?.Value ?? e.Attribute("x")?.Value)));
    }

    static string Areas(IEnumerable<int> codes) => "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', codes.Select(code =>
    {
        string At(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"[{105 + (code - 901) % 6 * 0.1 + x},{21 - (code - 901) / 6 * 0.1 + y}]");
        return $"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"0{code}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{At(0, 0)},{At(0.1, 0)},{At(0.1, 0.1)},{At(0, 0.1)},{At(0, 0)}]]}}}}";
    })) + "]}";
}
