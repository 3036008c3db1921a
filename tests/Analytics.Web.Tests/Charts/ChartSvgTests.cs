using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public class ChartSvgTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void An_svg_scales_names_itself_and_tells_its_finding(string name)
    {
        var (root, text) = (Draw(name), ChartCase.Named(name).Text);
        Assert.Equal("0 0 900 500", root.Attribute("viewBox")?.Value);
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal(text.Lang, root.Attribute("lang")?.Value);
        Assert.Equal(text.Title, root.Element(Svg + "title")?.Value);
        Assert.Equal(text.Alt, root.Element(Svg + "desc")?.Value);
        Assert.Empty(root.Descendants(Svg + "image"));
    }

    [Fact]
    public void Ids_are_unique_across_all_charts_of_a_page_and_every_reference_is_kept()
    {
        var roots = ChartCase.Names.Select(Draw).ToList();
        var ids = roots.SelectMany(r => r.Descendants()).Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var used = roots.SelectMany(r => r.Descendants()).Attributes("clip-path").Select(a => a.Value["url(#".Length..^1]);
        Assert.All(used, id => Assert.Contains(id, ids));
    }

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void Text_stays_text_in_one_piece_inside_the_picture(string name)
    {
        var texts = Draw(name).Descendants(Svg + "text").ToList();
        Assert.NotEmpty(texts);
        foreach (var text in texts)
        {
            var (x, y, width) = (Number(text, "x"), Number(text, "y"), Number(text, "textLength"));
            Assert.True(x >= 0 && x + width <= 900 && y > 0 && y <= 500, text.ToString());
            Assert.Contains(ChartFonts.Family, text.Attribute("font-family")!.Value, StringComparison.Ordinal);
            // As wide as the vendored font draws it, within the digits written.
            var bold = text.Attribute("font-weight") is not null;
            Assert.Equal(ChartFonts.Measure(text.Value, (float)Number(text, "font-size"), bold), width, 0.02);
        }
    }

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void Nothing_is_drawn_twice(string name)
    {
        var lettering = ChartCase.Named(name).Build(new(900, 500), ChartOptions.Picture).GetPlottables<Lettering>().Single();
        var runs = lettering.Texts.SelectMany(t => DrawnMarks.Split(t.Text)).Count(r => !r.IsMark && r.Run.Trim().Length > 0);
        Assert.Equal(runs, Draw(name).Descendants(Svg + "text").Count());
    }

    [Fact]
    public void Numbers_keep_their_points_in_a_Vietnamese_process()
    {
        var before = CultureInfo.CurrentCulture;
        var invariant = Draw("trend-vi").ToString();
        try
        {
            CultureInfo.CurrentCulture = new("vi-VN");
            Assert.Equal(invariant, Draw("trend-vi").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_that_leaves_the_product_carries_its_font_and_one_in_a_page_does_not()
    {
        var (size, data) = (new ChartSize(900, 500), Samples.Trend());
        var plot = TrendChart.Build(data, size);
        Assert.Contains("@font-face", Encoding.UTF8.GetString(ChartImage.Svg(plot, size, data.Text, embedFont: true)), StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", Encoding.UTF8.GetString(ChartImage.Svg(plot, size, data.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_typeface_is_missing_a_family_of_office_computers_takes_the_measured_place()
    {
        foreach (var text in Draw("trend-vi").Descendants(Svg + "text"))
        {
            Assert.StartsWith("'Be Vietnam Pro', 'Segoe UI', ", text.Attribute("font-family")!.Value, StringComparison.Ordinal);
            Assert.EndsWith(", sans-serif", text.Attribute("font-family")!.Value, StringComparison.Ordinal);
            Assert.Equal("spacingAndGlyphs", text.Attribute("lengthAdjust")?.Value);
        }
    }

    static XElement Draw(string name)
    {
        var (chart, size) = (ChartCase.Named(name), new ChartSize(900, 500));
        using var stream = new MemoryStream(ChartImage.Svg(chart.Build(size, ChartOptions.Picture), size, chart.Text));
        return XDocument.Load(stream).Root!;
    }

    static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
