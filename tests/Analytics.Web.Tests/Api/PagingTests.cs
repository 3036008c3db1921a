using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Web.Shared.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Api;

/// <summary>A table is whole unless pages are asked for, and its pages are the whole.</summary>
[Collection(DescribedCityCollection.Name)]
public partial class PagingTests(DescribedCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);

    public static TheoryData<string> Tables => DescribedTables.All;

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_pages_of_a_table_joined_are_the_table(string named)
    {
        var (page, table) = DescribedTables.Find(named);
        var (client, address) = (await city.As(DescribedTables.RoleFor(page)), DescribedTables.AddressOf(city, page, table));
        var whole = await client.Rows(address);
        // Three pages or so, the last of them not full.
        var size = Math.Min(RowRange.MostSize, whole.Count / 3 + 1);
        var (joined, next) = (new List<string>(), (string?)DescribedTables.With(address, string.Create(CultureInfo.InvariantCulture, $"format=json&size={size}&page=1")));
        while (next is not null)
        {
            var answer = await client.GetAsync(next, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(whole.Count.ToString(CultureInfo.InvariantCulture), Header(answer, "X-Total-Count"));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
            joined.AddRange(json.RootElement.EnumerateArray().Select(r => r.GetRawText()));
            next = Next().Match(Header(answer, "Link")) is { Success: true } link ? link.Groups[1].Value : null;
        }
        Assert.Equal(whole.Select(r => r.GetRawText()), joined);
    }

    [Fact]
    public async Task A_page_in_the_middle_names_the_first_the_last_and_those_beside_it()
    {
        var answer = await (await city.As(Roles.Board)).GetAsync("/districts?round=GD-2026&format=csv&page=2&size=10", Ct);
        Assert.Equal("30", Header(answer, "X-Total-Count"));
        const string Address = "</districts?round=GD-2026&format=csv&size=10&page=";
        Assert.Equal($"{Address}1>; rel=\"first\", {Address}1>; rel=\"prev\", {Address}3>; rel=\"next\", {Address}3>; rel=\"last\"", Header(answer, "Link"));
    }

    [Fact]
    public async Task A_whole_table_tells_how_many_rows_it_has_and_links_nowhere()
    {
        var answer = await (await city.As(Roles.Board)).GetAsync("/districts?format=json", Ct);
        Assert.Equal("30", Header(answer, "X-Total-Count"));
        Assert.Equal("", Header(answer, "Link"));
    }

    [Theory]
    [InlineData("/coverage"), InlineData("/units"), InlineData("/entry"), InlineData("/imports"), InlineData("/forms?form=1"), InlineData("/rounds/GD-2026/roster"), InlineData("/officials")]
    public async Task A_page_on_screen_says_nothing_about_the_data(string address)
    {
        var client = await city.As(Roles.Board);
        Assert.Equal((await client.Csv(DescribedTables.With(address, "format=csv"))).Count, (await client.Csv(DescribedTables.With(address, "page=2&p=2&format=csv"))).Count);
    }

    [Theory]
    [InlineData("size=0"), InlineData("size=10001"), InlineData("size=-5"), InlineData("size=ten"), InlineData("size="), InlineData("size=1.5"), InlineData("size=10&page=0"), InlineData("size=10&page=x"), InlineData("page=-1"),
        InlineData("size=10&page=99999999999")]
    public async Task A_page_or_size_that_is_not_allowed_is_told_with_what_is(string query)
    {
        var answer = await (await city.As(Roles.Board)).GetAsync("/districts?lang=en&format=json&" + query, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("size a whole number from 1 to 10000", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/districts", "3", "30"), InlineData("/imports", null, null), InlineData("/officials?round=GD-2026&district=0904", null, null)]
    public async Task A_page_past_the_end_is_told_how_many_there_are(string address, string? pages, string? rows)
    {
        var answer = await (await city.As(Roles.Board)).GetAsync(DescribedTables.With(address, "lang=en&format=json&size=10&page=4000"), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("page=4000", said, StringComparison.Ordinal);
        if (pages is not null) Assert.Contains($"pages: {pages} (rows: {rows})", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_whole_or_not_at_all()
    {
        var client = await city.As(Roles.Board);
        Assert.Equal(HttpStatusCode.BadRequest, await client.Status("/districts?format=xlsx&size=10"));
        Assert.Equal(HttpStatusCode.OK, await client.Status("/districts?format=xlsx&page=2"));
    }

    [Fact]
    public async Task A_table_too_long_for_one_answer_is_never_cut()
    {
        using var host = new TestHost
        {
            LoadSample = true,
            Replace = services =>
            {
                ResultPages.OnTheDay(services);
                services.AddSingleton(new DataLimits(WholeRows: 3));
            },
        };
        var client = await host.SignedIn(Roles.Board);
        var (page, rows) = DescribedTables.Find("/imports/{id:int} rows");
        foreach (var address in new[] { "/imports", DescribedTables.AddressOf(host, page, rows), "/entry", "/officials" })
        {
            var answer = await client.GetAsync(DescribedTables.With(address, "lang=en&format=json"), Ct);
            Assert.Equal((address, HttpStatusCode.RequestEntityTooLarge), (address, answer.StatusCode));
            Assert.Matches("The table has [0-9]+ rows; one answer holds 3 at most", await answer.Content.ReadAsStringAsync(Ct));
            Assert.Equal((address, HttpStatusCode.OK), (address, await client.Status(DescribedTables.With(address, "format=json&size=2&page=2"))));
        }
    }

    [GeneratedRegex("<([^>]+)>; rel=\"next\"")]
    private static partial Regex Next();
}
