using Analytics.Domain.Access;
using Analytics.Domain.Units;
using Analytics.Web.Pages.Units;

namespace Analytics.Web.Tests.Units;

[Collection(SampleCityCollection.Name)]
public class LineageDiagramTests(SampleCity city)
{
    static Unit Unit(string name) => new() { Code = "1", Name = name, NameFolded = "", SortKey = "" };

    static LineageStep Step(bool whole, string name) =>
        new(new UnitChange { EffectiveDate = new(2025, 7, 1), Kind = UnitChangeKind.Merge, FromCode = "1", ToCode = "2", Whole = whole }, Unit(name));

    [Theory]
    [InlineData(0, 0), InlineData(1, 0), InlineData(0, 1), InlineData(2, 3), InlineData(15, 1), InlineData(40, 6)]
    public void Boxes_lie_inside_the_picture_beside_and_below_each_other(int before, int after)
    {
        var diagram = LineageDiagram.Of(Unit("Thị trấn Nông trường Việt Trung mở rộng về phía tây và phía bắc"),
            Enumerable.Range(0, before).Select(i => Step(i % 2 == 0, $"Xã {i} {new string('x', i)}")).ToList(), Enumerable.Range(0, after).Select(i => Step(true, "Phường " + i)).ToList(), s => s.Other!.Name);
        Assert.Equal(before + 1 + after, diagram.Boxes.Count);
        Assert.All(diagram.Boxes, b => Assert.True(b.X >= 0 && b.Y >= 0 && b.X + LineageDiagram.BoxWidth <= diagram.Width && b.Y + b.Height <= diagram.Height));
        Assert.All(diagram.Boxes, b => Assert.True(b.Height >= (b.Name.Count + 1) * LineageDiagram.LineHeight));
        foreach (var a in diagram.Boxes)
            foreach (var b in diagram.Boxes.Where(b => b != a && b.X == a.X))
                Assert.True(a.Y + a.Height < b.Y || b.Y + b.Height < a.Y, "two boxes overlap");
        Assert.Equal(before + after, diagram.Lines.Count);
        Assert.Equal(before / 2, diagram.Lines.Count(l => !l.Whole));
        Assert.All(diagram.Lines, l => Assert.True(l.FromX < l.ToX));
    }

    [Fact]
    public void A_long_name_goes_on_in_further_lines() =>
        Assert.Equal(["Thị trấn Nông trường Việt", "Trung mở rộng về phía tây"], LineageDiagram.Of(Unit("Thị trấn Nông trường Việt Trung mở rộng về phía tây"), [], [], _ => "").Boxes.Single().Name);

    [Fact]
    public async Task A_divided_unit_is_drawn_with_dashed_lines_to_both_its_parts()
    {
        var html = await (await city.SignedIn(Roles.Board)).GetStringAsync("/units/090102?at=2024-12-01", TestContext.Current.CancellationToken);
        var diagram = html[html.IndexOf("<figure class=\"lineage\"", StringComparison.Ordinal)..];
        var svg = System.Net.WebUtility.HtmlDecode(diagram[..diagram.IndexOf("</figure>", StringComparison.Ordinal)]);
        Assert.Equal(2, svg.Split("class=\"part\"").Length - 1);
        Assert.DoesNotContain("class=\"whole\"", svg, StringComparison.Ordinal);
        foreach (var text in new[] { "Xã Nam Châu", "Xã Nam Lạc", "Xã Phúc Khê", "090105 · 01/07/2025 · một phần" }) Assert.Contains(text, svg, StringComparison.Ordinal);
    }
}
