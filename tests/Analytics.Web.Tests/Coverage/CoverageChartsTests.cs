using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Coverage;

/// <summary>The two charts of coverage as addresses and on their page; the figures are those of <see cref="CoverageTests"/>.</summary>
[Collection(SampleCityCollection.Name)]
public partial class CoverageChartsTests(SampleCity city)
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<string> Finding(string address) => XElement.Parse(await (await city.SignedIn(Roles.Board)).GetStringAsync(address, Ct)).Element(Svg + "desc")!.Value;

    [Theory]
    [InlineData("progress.png", "image/png"), InlineData("progress.svg", "image/svg+xml"), InlineData("progress.pdf", "application/pdf")]
    [InlineData("coverage-tiles.png", "image/png"), InlineData("coverage-tiles.svg", "image/svg+xml"), InlineData("coverage-tiles.pdf", "application/pdf")]
    public async Task Each_is_a_picture_in_every_format_and_a_file_named_by_what_it_shows(string name, string type)
    {
        var answer = await (await city.SignedIn(Roles.Auditor)).GetAsync($"/charts/{name}?round=GD-2026&download=1", Ct);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith($"sample-{(name[0] == 'p' ? "progress" : "coverage")}-GD-2026-20261124-1240.", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_curve_tells_its_finding_with_the_rounds_before_at_the_same_time()
    {
        Assert.Equal(
            "Đến 24/11/2026 (sau hạn cuối 14 ngày), 118/126 đơn vị (93,7%) đã gửi biên bản. Cùng thời điểm ở các đợt trước: 2024 100,0%; 2022 100,0%; 2020 100,0%; 2018 100,0%.",
            await Finding("/charts/progress.svg?round=GD-2026"));
        Assert.Equal(
            "By 24 November 2026 (14 days after the last day), 118/126 units (93.7%) had sent their minutes. At the same time in earlier rounds: 2024 100.0%; 2022 100.0%; 2020 100.0%; 2018 100.0%.",
            await Finding("/charts/progress.svg?round=GD-2026&lang=en"));
    }

    [Fact]
    public async Task The_first_round_has_a_curve_without_others()
    {
        var said = await Finding("/charts/progress.svg?round=GD-2008");
        Assert.StartsWith("Cả 182/182 đơn vị đã gửi biên bản, đơn vị cuối", said, StringComparison.Ordinal);
        Assert.DoesNotContain("đợt trước", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_names_the_areas_with_overdue_units()
    {
        var said = await Finding("/charts/coverage-tiles.svg?round=GD-2026");
        // Areas 0907, 0910, 0914, 0915, 0917, 0922, 0926 and 0928, one unit each.
        Assert.Equal(8, said.Split("(quá hạn 1)").Length - 1);
        Assert.EndsWith("22/30 địa bàn đã gửi đủ.", said, StringComparison.Ordinal);
        Assert.Equal("30/30 địa bàn đã gửi đủ.", await Finding("/charts/coverage-tiles.svg?round=GD-2024"));
    }

    [Fact]
    public async Task The_page_has_both_with_their_numbers_as_tables()
    {
        var page = await (await city.SignedIn(Roles.Board)).GetStringAsync("/coverage?round=GD-2026", Ct);
        var figures = Figures().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["progress", "coverage-tiles"], figures);
        var read = await (await city.SignedIn(Roles.Board)).Read("/coverage?round=GD-2026");
        // A row a week; what stands at the end is the row of today.
        Assert.Contains("ngày so với hạn cuối 2026: đã gửi 2024: đã gửi 2022: đã gửi 2020: đã gửi 2018: đã gửi", read, StringComparison.Ordinal);
        Assert.Contains(" 14 118 (93,7%) 182 (100,0%) 182 (100,0%) 182 (100,0%) 182 (100,0%)", read, StringComparison.Ordinal);
        Assert.Contains("Huyện Kim Thạch 6 5 1 1 có đơn vị quá hạn", read, StringComparison.Ordinal);
        Assert.Contains("Huyện An Khuê 5 5 0 0 đã gửi đủ", read, StringComparison.Ordinal);
    }

    [GeneratedRegex("<figure class=\"chart chart-([a-z-]+)\"")]
    private static partial Regex Figures();
}
