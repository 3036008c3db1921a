using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>Places of a picture inside a page that say their number.</summary>
public class ChartSpotTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    static XElement Draw(string name, bool inPage)
    {
        var (chart, size) = (ChartCase.Named(name), new ChartSize(900, 500));
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(ChartImage.Svg(chart.Build(size, new(Standalone: !inPage)), size, chart.Text, embedFont: !inPage)));
    }

    static List<string> Said(string name) => Draw(name, inPage: true).Elements(Svg + "g").Where(g => (string?)g.Attribute("class") == "spots").Descendants(Svg + "title").Select(t => t.Value).ToList();

    [Fact]
    public void Each_round_of_a_trend_says_its_share_and_interval_in_the_pictures_language()
    {
        Assert.Equal("2026*: 4,1% (3,5–4,7)", Said("trend-vi")[^1]);
        Assert.Equal("2026*: 4.1% (3.5–4.7)", Said("trend-en")[^1]);
    }

    [Fact]
    public void Each_piece_of_a_bar_cell_and_tile_says_what_it_is()
    {
        Assert.Contains("Chủ tịch Ủy ban nhân dân – tín nhiệm thấp: 5,1%", Said("stacked-vi"));
        Assert.Equal(120, Said("heatmap-vi").Count);
        Assert.Contains("Diên Hà: 7,9% – tỷ lệ thấp cao hơn mức chung", Said("tiles-vi"));
        Assert.Equal(30, Said("tiles-vi").Count);
    }

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void Every_place_lies_inside_the_picture_and_says_something(string name)
    {
        foreach (var path in Draw(name, inPage: true).Elements(Svg + "g").Where(g => (string?)g.Attribute("class") == "spots").Elements(Svg + "path"))
        {
            var start = Regex.Match(path.Attribute("d")!.Value, @"^M([\d.]+) ([\d.]+)");
            Assert.InRange(double.Parse(start.Groups[1].Value, CultureInfo.InvariantCulture), 0, 900);
            Assert.InRange(double.Parse(start.Groups[2].Value, CultureInfo.InvariantCulture), 0, 500);
            Assert.True(path.Value.Length > 0 || (string?)path.Attribute("class") == "line", path.ToString());
        }
    }

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void A_file_that_leaves_the_page_has_none(string name) => Assert.DoesNotContain(Draw(name, inPage: false).Descendants(), e => (string?)e.Attribute("class") == "spots");
}
