using System.Net;
using System.Text.Json;
using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Shared.Rounds;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Api;

/// <summary>What a program is told where there are no data: a problem document in the language asked for, with an id.</summary>
[Collection(SampleCityCollection.Name)]
public class ProblemTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<JsonElement> Problem(HttpClient client, string address, HttpStatusCode status)
    {
        var answer = await client.GetAsync(address, Ct);
        Assert.Equal((address, status), (address, answer.StatusCode));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal((int)status, json.RootElement.GetProperty("status").GetInt32());
        Assert.Matches("^[0-9A-F]{8}$", json.RootElement.GetProperty("id").GetString());
        return json.RootElement.Clone();
    }

    static string? Detail(JsonElement problem) => problem.GetProperty("detail").GetString();

    [Theory]
    [InlineData("/districts?format=json"), InlineData("/officials?format=csv"), InlineData("/charts/trend.png"), InlineData("/openapi.json")]
    public async Task Nobody_signed_in_is_401_in_both_languages(string address)
    {
        var client = city.Anonymous();
        Assert.Equal("Chưa đăng nhập hoặc phiên đã hết hạn", (await Problem(client, address, HttpStatusCode.Unauthorized)).GetProperty("title").GetString());
        Assert.Equal("Not signed in, or the session has ended", (await Problem(client, DescribedTables.With(address, "lang=en"), HttpStatusCode.Unauthorized)).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/districts/9999?format=json"), InlineData("/rounds/GD-1999?format=csv"), InlineData("/nowhere?format=json"), InlineData("/charts/nothing.png"), InlineData("/charts/trend.gif"), InlineData("/admin/reference?table=units&format=csv")]
    public async Task What_is_not_there_or_out_of_scope_is_404(string address) =>
        Assert.Equal("Not found, or outside your scope", (await Problem(await city.As(Roles.Board), DescribedTables.With(address, "lang=en"), HttpStatusCode.NotFound)).GetProperty("title").GetString());

    [Fact]
    public async Task An_unknown_format_is_404_with_those_there_are() =>
        Assert.Equal("format=pdf: this address has the formats csv, xlsx, json only.", Detail(await Problem(await city.As(Roles.Board), "/districts?format=pdf&lang=en", HttpStatusCode.NotFound)));

    [Fact]
    public async Task A_number_is_no_format() => await Problem(await city.As(Roles.Board), "/districts?format=1", HttpStatusCode.NotFound);

    [Fact]
    public async Task An_unknown_table_is_404_with_those_there_are() =>
        Assert.Equal("table=people: this address has trend, posts, post-rounds, units, lineage only.", Detail(await Problem(await city.As(Roles.Board), "/districts/0904?table=people&format=csv&lang=en", HttpStatusCode.NotFound)));

    [Fact]
    public async Task Where_a_table_has_to_be_chosen_those_there_are_are_told() =>
        Assert.Contains("table=units|changes|positions|rounds", Detail(await Problem(await city.As(Roles.Admin), "/admin/reference?format=csv", HttpStatusCode.NotFound)), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_without_a_table_says_so() =>
        Assert.Equal("This address has no table. /openapi.json lists the addresses that have.", Detail(await Problem(await city.As(Roles.Board), "/methods?format=json&lang=en", HttpStatusCode.NotFound)));

    [Theory]
    [InlineData("/charts/trend.png?width=10"), InlineData("/charts/trend.png?size=poster"), InlineData("/charts/trend.png?scale=9"), InlineData("/charts/holders.png?anonymous=1"), InlineData("/districts?format=json&as-of=yesterday")]
    public async Task A_value_that_is_not_allowed_is_400(string address) => await Problem(await city.As(Roles.Board), address, HttpStatusCode.BadRequest);

    [Fact]
    public async Task Accept_does_not_make_a_page_data()
    {
        var client = await city.SignedIn(Roles.Board);
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        Assert.Equal("text/html", (await client.GetAsync("/districts", Ct)).Content.Headers.ContentType?.MediaType);
        client.DefaultRequestHeaders.Remove("Accept");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Equal("application/json", (await client.GetAsync("/districts?format=json", Ct)).Content.Headers.ContentType?.MediaType);
    }

    sealed class Failing : IRequestHandler<RoundQuery, RoundView?>
    {
        public Task<RoundView?> Handle(RoundQuery request, CancellationToken cancellationToken) => throw new StoreException("secret detail");
    }

    [Fact]
    public async Task A_busy_store_is_503_in_the_language_asked_for()
    {
        using var host = new TestHost { Replace = services => services.AddTransient<IRequestHandler<RoundQuery, RoundView?>>(_ => new Failing()) };
        var problem = await Problem(await host.SignedIn(Roles.Board), "/districts?format=json&lang=en", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("The store is busy", problem.GetProperty("title").GetString());
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
    }
}
