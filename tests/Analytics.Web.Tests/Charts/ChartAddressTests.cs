using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Charts;

/// <summary>Charts by their address, as the dialog under each asks for them.</summary>
[Collection(SampleCityCollection.Name)]
public class ChartAddressTests(SampleCity host)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static (int Width, int Height, double Dpi) Read(byte[] png)
    {
        var density = png.AsSpan().IndexOf("pHYs"u8) + 4;
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), Math.Round(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(density)) * 0.0254));
    }

    [Theory]
    [InlineData("size=slide", 1920, 1080, 96)]
    [InlineData("size=square&scale=2", 2160, 2160, 192)]
    [InlineData("size=half&scale=4", 3600, 2000, 384)]
    [InlineData("", 1600, 900, 96)]
    [InlineData("width=1200&height=700&scale=1.5", 1800, 1050, 144)]
    public async Task A_picture_has_the_pixels_and_the_resolution_asked_for(string asked, int width, int height, double dpi)
    {
        var board = await host.SignedIn(Roles.Board);
        Assert.Equal((width, height, dpi), Read(await board.GetByteArrayAsync("/charts/ballots.png?round=GD-2026&" + asked, Ct)));
    }

    [Theory]
    [InlineData("/charts/trend.png?size=poster", "size=poster")]
    [InlineData("/charts/trend.png?size=wall&scale=4", "132.7 million pixels; at most 34 million")]
    [InlineData("/charts/trend.png?width=40", "width=40")]
    public async Task A_size_that_cannot_be_drawn_is_told_as_a_problem(string address, string said)
    {
        var answer = await (await host.SignedIn(Roles.Board)).GetAsync(address, Ct);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        if (!said.StartsWith("width", StringComparison.Ordinal)) Assert.Contains(said, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "Hình cỡ 160×160 quá nhỏ")]
    [InlineData("en", "A picture of 160×160 is too small")]
    public async Task A_picture_with_room_for_no_row_is_told_in_the_language_asked_for_and_in_no_programs_words(string language, string said)
    {
        var answer = await (await host.SignedIn(Roles.Board)).GetAsync($"/charts/multiples.png?round=GD-2026&width=160&height=160&lang={language}", Ct);
        var text = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("detail").GetString()!;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multiples", "width=480&height=320"), InlineData("multiples", "width=480&height=320&position=PPC-CHAIR"), InlineData("dots", "width=320&height=240"), InlineData("change", "width=320&height=240")]
    public async Task A_small_picture_says_which_rows_it_holds_and_the_next_hold_the_others(string chart, string asked)
    {
        var (board, shown) = (await host.SignedIn(Roles.Board), 0);
        var address = $"/charts/{chart}.svg?round=GD-2026&{asked}";
        for (var pictures = 0; shown < 30 && pictures < 10; pictures++)
        {
            var words = Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(await board.GetStringAsync(address + (shown == 0 ? "" : $"&from={shown + 1}"), Ct), "<[^>]*>", " ")), @"\s+", " ");
            var rows = Regex.Match(words, @"dòng (\d+)–(\d+) trong 30(, vừa cỡ hình này)?");
            Assert.True(rows.Success, words[..Math.Min(words.Length, 2000)]);
            Assert.Equal(shown + 1, int.Parse(rows.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
            shown = int.Parse(rows.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(shown < 30, rows.Groups[3].Success);
        }
        Assert.Equal(30, shown);
    }

    [Fact]
    public async Task The_dialog_carries_the_filters_of_its_chart_and_offers_each_format_size_and_language()
    {
        var page = await (await host.SignedIn(Roles.Board)).GetStringAsync("/districts/0904?round=GD-2026", Ct);
        var dialog = Regex.Match(page, "<details class=\"download\">.*?</details>", RegexOptions.Singleline).Value;
        Assert.Contains("name=\"district\" value=\"0904\"", dialog, StringComparison.Ordinal);
        Assert.Equal(["/charts/trend.svg", "/charts/trend.pdf"], Regex.Matches(dialog, "formaction=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.Equal(["slide", "page", "square", "half", "wall", "1", "2", "3", "4", "vi", "en"], Regex.Matches(dialog, "<option value=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.Contains("name=\"anonymous\"", dialog, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_that_cannot_be_anonymised_says_so()
    {
        var board = await host.SignedIn(Roles.Board);
        Assert.Equal(HttpStatusCode.OK, await board.Status("/charts/heatmap.png?round=GD-2026&anonymous=1"));
        var answer = await board.GetAsync("/charts/holders.png?unit=090401&position=PC-CHAIR&anonymous=1", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("không có bản ẩn danh", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymised_picture_leaves_out_groups_of_fewer_than_three()
    {
        var board = await host.SignedIn(Roles.Board);
        var (open, outward) = (await board.GetStringAsync("/charts/heatmap.svg?round=GD-2026", Ct), await board.GetStringAsync("/charts/heatmap.svg?round=GD-2026&anonymous=1", Ct));
        Assert.DoesNotContain("không nêu", open, StringComparison.Ordinal);
        Assert.Contains(">không nêu<", outward, StringComparison.Ordinal);
        Assert.True(Regex.Count(outward, "ít đv") < Regex.Count(open, "ít đv"));
    }
}
