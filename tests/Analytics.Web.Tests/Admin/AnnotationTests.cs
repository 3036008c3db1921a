using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Rounds;
using Analytics.Web.Shared.Annotations;

namespace Analytics.Web.Tests.Admin;

/// <summary>Notes on the time axis: written on their page, printed on the charts of their place.</summary>
public sealed class AnnotationTests : IDisposable
{
    readonly AdminHost host = new();

    public void Dispose() => host.Dispose();

    static (string, string)[] Note(string on, string place, string vi, string en = "") => [("On", on), ("Place", place), ("TextVi", vi), ("TextEn", en)];

    static async Task<string> Svg(HttpClient client, string address) => await client.GetStringAsync(address, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_citys_note_stands_on_the_charts_of_the_city_its_areas_and_units_and_an_areas_note_on_its_own()
    {
        var board = await host.SignedIn(Roles.Board);
        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(board, "/admin/annotations", Note("2021-05-23", "GD", "Bầu cử HĐND các cấp", "Council elections"))).StatusCode);
        await TestHost.Post(board, "/admin/annotations", Note("2019-03-02", "0904", "Thay toàn bộ lãnh đạo"));
        var charts = new Dictionary<string, string>();
        foreach (var address in new[] { "/charts/trend.svg?city=GD", "/charts/trend.svg?district=0904", "/charts/trend.svg?district=0901", "/charts/trend.svg?position=PC-CHAIR", "/charts/holders.svg?unit=090401&at=2024-12-01&position=PC-CHAIR" })
            charts[address] = await Svg(board, address);
        Assert.All(charts.Values, svg => Assert.Contains("23/05/2021: Bầu cử HĐND các cấp", svg, StringComparison.Ordinal));
        Assert.Equal(["/charts/trend.svg?district=0904", "/charts/holders.svg?unit=090401&at=2024-12-01&position=PC-CHAIR"], charts.Where(c => c.Value.Contains("Thay toàn bộ lãnh đạo", StringComparison.Ordinal)).Select(c => c.Key));
        Assert.Contains("Council elections", await Svg(board, "/charts/trend.svg?city=GD&lang=en"), StringComparison.Ordinal);
        Assert.Equal(["board@example.org GD 2021-05-23", "board@example.org 0904 2019-03-02"], host.Audited("annotation"));
    }

    [Fact]
    public async Task The_page_around_a_chart_says_who_wrote_a_note_and_the_picture_does_not()
    {
        var board = await host.SignedIn(Roles.Board);
        await TestHost.Post(board, "/admin/annotations", Note("2021-05-23", "GD", "Bầu cử HĐND các cấp"));
        Assert.Contains("23/05/2021: Bầu cử HĐND các cấp (board@example.org)", await board.Read("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("board@example.org", await Svg(board, "/charts/trend.svg?city=GD"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_taken_back_is_gone_from_charts_and_stays_in_an_earlier_look()
    {
        var admin = await host.Admin();
        await TestHost.Post(admin, "/admin/annotations", Note("2021-05-23", "GD", "Bầu cử HĐND các cấp"));
        int id;
        using (var db = host.Store.Open()) id = db.Annotations.Single().Id;
        Assert.Equal("/admin/annotations?done=removed", (await TestHost.Post(admin, "/admin/annotations?handler=remove", ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)))).Headers.Location?.OriginalString);
        Assert.DoesNotContain("Bầu cử", await Svg(await host.SignedIn(Roles.Board), "/charts/trend.svg?city=GD"), StringComparison.Ordinal);
        using (var db = host.Store.Open()) Assert.Equal("admin@example.org", db.Annotations.Single().RemovedBy);
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(admin, "/admin/annotations?handler=remove", ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)))).StatusCode);
    }

    [Theory]
    [InlineData("", "GD", "Bầu cử", "on", "Hãy chọn một ngày.")]
    [InlineData("31/02/2021", "GD", "Bầu cử", "on", "Hãy chọn một ngày.")]
    [InlineData("2027-11-25", "GD", "Bầu cử", "on", "Ngày phải từ 01/01/1990 đến một năm kể từ hôm nay.")]
    [InlineData("2021-05-23", "9999", "Bầu cử", "place", "Không có thành phố, địa bàn hay đơn vị nào có mã này.")]
    [InlineData("2021-05-23", "GD", " ", "text-vi", "Hãy ghi nội dung.")]
    public async Task A_mistake_is_told_beside_its_field_and_no_note_kept(string on, string place, string text, string field, string message)
    {
        var html = await AdminHost.Html(await TestHost.Post(await host.Admin(), "/admin/annotations", Note(on, place, text)));
        Assert.Equal(message, AdminHost.Beside(html, field));
        Assert.Empty(host.Audited("annotation"));
    }

    static Round Held(int year, int month) => new() { Code = "R" + year, NameVi = "", RegimeId = "CITY-2026", HeldFrom = new(year, month, 1), HeldTo = new(year, month, 28) };

    [Theory]
    [InlineData("2020-11-30", null)]
    [InlineData("2020-12-01", 2020.0)]
    [InlineData("2024-11-30", 2023.997)]
    [InlineData("2024-12-01", 2024.0)]
    [InlineData("2025-11-01", 2025.001)]
    [InlineData("2027-01-01", 2026.252)]
    [InlineData("2030-01-01", 2026.5)]
    public void A_day_before_a_round_never_lies_behind_it(string day, double? place)
    {
        var axis = new RoundAxis([Held(2020, 12), Held(2024, 12), Held(2026, 10)]);
        Assert.Equal(place, axis.Place(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is { } found ? Math.Round(found, 3) : null);
    }
}
