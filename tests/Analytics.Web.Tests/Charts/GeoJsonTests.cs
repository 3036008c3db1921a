using Analytics.Tests;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Charts;
using ScottPlot;

namespace Analytics.Web.Tests.Charts;

public sealed class GeoJsonTests : IDisposable
{
    readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.geojson");

    [Fact]
    public void Polygons_and_multipolygons_with_codes_of_words_or_digits_are_read_with_their_holes()
    {
        var (shapes, problem) = Read("""
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"code":"0901"},"geometry":{"type":"Polygon","coordinates":[[[105,21],[105.3,21],[105.3,21.3],[105,21]],[[105.1,21.05],[105.2,21.05],[105.2,21.1],[105.1,21.05]]]}},
             {"type":"Feature","properties":{"code":902},"geometry":{"type":"MultiPolygon","coordinates":[[[[106,21,7],[106.1,21,7],[106.1,21.1,7],[106,21,7]]],[[[107,21],[107.1,21],[107.1,21.1],[107,21]]]]}}]}
            """);
        Assert.Null(problem);
        Assert.Equal(["0901", "902"], shapes.Select(s => s.Code));
        Assert.Equal([2, 2], shapes.Select(s => s.Rings.Count));
        Assert.Equal((105.3, 21.3), shapes[0].Rings[0][2]);
    }

    [Theory]
    [InlineData("{\"type\":", "not JSON at line 1")]
    [InlineData("[]", "a FeatureCollection with a list \"features\" is expected")]
    [InlineData("{\"features\":[]}", "the list \"features\" is empty")]
    [InlineData("{\"features\":[{\"properties\":{\"name\":\"Ba Đình\"}}]}", "feature 1 has no property \"code\"")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"001\"}}]}", "feature 1 (001) has no geometry")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"001\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[105,21]}}]}", "feature 1 (001) is a Point; Polygon or MultiPolygon is expected")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"001\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[105,21],[106,21],[105,21]]]}}]}", "feature 1 (001): a ring has 3 points")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"001\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[586000,2325000],[586001,2325000],[586001,2325001],[586000,2325000]]]}}]}", "degrees of longitude and latitude (WGS 84) are expected, not [586000,2325000]")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"001\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\"105\",21],[106,21],[106,22],[105,21]]]}}]}", "degrees of longitude and latitude")]
    public void A_mistake_is_told_with_its_place_and_nothing_of_the_file_is_used(string text, string said)
    {
        var (shapes, problem) = Read(text);
        Assert.Empty(shapes);
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_at_two_features_is_told()
    {
        const string feature = "{\"properties\":{\"code\":\"001\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[105,21],[106,21],[106,22],[105,21]]]}}";
        Assert.Contains("the code 001 stands at 2 features", Read($"{{\"features\":[{feature},{feature}]}}").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_20_megabytes_is_not_opened()
    {
        using (var stream = File.Create(file)) stream.SetLength(GeoJson.MaxBytes + 1);
        Assert.Equal("the file has 20.0 MB, at most 20 are read", GeoJson.Read(file).Problem);
    }

    [Fact]
    public void The_126_communes_of_Hanoi_are_drawn_each_within_the_picture()
    {
        var (shapes, problem) = GeoJson.Read(SharedData.Require("geo/hanoi_communes_2025.geojson"));
        Assert.Null(problem);
        Assert.Equal(126, shapes.Count);
        var size = new ChartSize(900, 500);
        var plot = MapChart.Build(new(SamplesOfMaps.Tiles(126), [.. shapes.Select((s, i) => (s, i))]), size);
        var drawn = plot.GetPlottables<MapPolygon>().ToList();
        Assert.Equal(shapes.Select(s => s.Code), drawn.Select(d => d.Code));
        Assert.All(drawn.SelectMany(d => d.Rings).SelectMany(r => r), p => Assert.True(p.X >= 0 && p.X <= size.Width && p.Y <= 0 && p.Y >= -size.Height));
        Assert.All(drawn, d => Assert.NotEmpty(d.Rings[0]));
    }

    (IReadOnlyList<MapShape> Shapes, string? Problem) Read(string text)
    {
        File.WriteAllText(file, text);
        return GeoJson.Read(file);
    }

    public void Dispose() => File.Delete(file);
}
