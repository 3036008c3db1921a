using Analytics.Web.Charts;
using Analytics.Web.Tests.Charts.Inspection;

namespace Analytics.Web.Tests.Charts;

public class MapChartTests
{
    static readonly ChartSize Size = new(900, 500);

    [Fact]
    public void A_degree_of_longitude_is_drawn_shorter_than_one_of_latitude_by_the_cosine_of_the_latitude()
    {
        var square = new MapShape("001", [[(105, 60), (106, 60), (106, 61), (105, 61), (105, 60)]]);
        var ring = Build(new(SamplesOfMaps.Tiles(1), [(square, 0)])).Rings[0];
        var (across, down) = (ring.Max(p => p.X) - ring.Min(p => p.X), ring.Max(p => p.Y) - ring.Min(p => p.Y));
        // cos 60.5° = 0.49242
        Assert.Equal(0.49242, across / down, 4);
    }

    [Fact]
    public void North_is_up()
    {
        var shapes = SamplesOfMaps.Grid(1, 2);
        var polygons = MapChart.Build(new(SamplesOfMaps.Tiles(2), [(shapes[0], 0), (shapes[1], 1)]), Size).GetPlottables<MapPolygon>().ToList();
        Assert.True(shapes[1].Rings[0].Max(p => p.Latitude) < shapes[0].Rings[0].Max(p => p.Latitude));
        Assert.True(polygons[1].Rings[0].Max(p => p.Y) < polygons[0].Rings[0].Max(p => p.Y));
    }

    [Fact]
    public void Only_what_differs_is_shaded_and_its_mark_stands_in_words()
    {
        var plot = MapChart.Build(SamplesOfMaps.Large(), Size);
        Assert.Equal([ChartStyle.Colour.Higher, ChartStyle.Colour.Lower, ChartStyle.Colour.Neutral, ChartStyle.Colour.Neutral], plot.GetPlottables<MapPolygon>().Select(p => p.Fill));
        var words = plot.GetPlottables<Lettering>().Single().Texts.Select(t => t.Text).ToList();
        Assert.Contains("7,9% ▲", words);
        Assert.Contains("1,6% ▼", words);
    }

    [Fact]
    public void An_area_too_small_for_its_name_has_a_number_and_a_line_of_the_key()
    {
        var words = MapChart.Build(SamplesOfMaps.Small(), Size).GetPlottables<Lettering>().Single().Texts.Select(t => t.Text.Replace('\u00a0', ' ')).ToList();
        var line = words.First(w => w.EndsWith(". Phường Văn Miếu – Quốc Tử Giám 4,1%", StringComparison.Ordinal));
        Assert.Contains(line[..line.IndexOf('.', StringComparison.Ordinal)], words);
    }

    [Fact]
    public void An_area_made_of_units_is_named_once()
    {
        var shapes = SamplesOfMaps.Grid(2, 2);
        var plot = MapChart.Build(new(SamplesOfMaps.Tiles(1), [.. shapes.Select(s => (s, 0))]), Size);
        Assert.Equal(4, plot.GetPlottables<MapPolygon>().Count());
        Assert.Single(plot.GetPlottables<Lettering>().Single().Texts, t => t.Text == "7,9% ▲");
    }

    [Fact]
    public void No_line_between_its_units_runs_through_the_words_of_an_area()
    {
        using var drawing = Drawing.Of("map-divided", Size, ChartOptions.Picture);
        var words = drawing.Texts.Single(t => t.Text == "7,9% ▲").Bounds;
        var under = from x in Enumerable.Range((int)words.Left + 1, (int)words.Width - 2) from y in Enumerable.Range((int)words.Top + 1, (int)words.Height - 2) select drawing.Ground.GetPixel(x, y);
        Assert.Equal([ChartStyle.Colour.Higher], under.Distinct());
    }

    [Fact]
    public void An_outline_of_no_area_is_refused() =>
        Assert.Throws<ArgumentException>(() => MapChart.Build(new(SamplesOfMaps.Tiles(1), [(SamplesOfMaps.Grid(1, 1)[0], 1)]), Size));

    static MapPolygon Build(MapData data) => MapChart.Build(data, Size).GetPlottables<MapPolygon>().Single();
}
