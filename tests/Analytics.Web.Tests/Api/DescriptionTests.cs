using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Domain.Annotations;
using Analytics.Domain.Briefings;
using Analytics.Web.Api;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.OpenApi;

namespace Analytics.Web.Tests.Api;

/// <summary>What <c>/openapi.json</c> says is what the program answers.</summary>
[Collection(DescribedCityCollection.Name)]
public partial class DescriptionTests(DescribedCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>In the sample nobody waits for a vote, and nobody has noted or reported anything yet.</summary>
    static readonly string[] Empty = ["/calendar", "/briefings", "/admin/annotations"];

    async Task<JsonElement> Document(string language = "en")
    {
        using var json = JsonDocument.Parse(await (await city.As(Roles.Auditor)).GetStringAsync("/openapi.json?lang=" + language, Ct));
        return json.RootElement.Clone();
    }

    [Theory]
    [InlineData("vi"), InlineData("en")]
    public async Task The_description_is_read_without_a_complaint(string language)
    {
        var read = OpenApiDocument.Parse((await Document(language)).GetRawText(), "json");
        Assert.Empty(read.Diagnostic?.Errors ?? []);
        Assert.Empty(read.Diagnostic?.Warnings ?? []);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic?.SpecificationVersion);
    }

    public static TheoryData<string> Tables => DescribedTables.All;

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_has_the_columns_and_values_it_is_described_with(string named)
    {
        var (page, table) = DescribedTables.Find(named);
        var schema = (await Document()).GetProperty("components").GetProperty("schemas").GetProperty(ApiSchemas.NameOf(page, table));
        var (client, address) = (await city.As(DescribedTables.RoleFor(page)), DescribedTables.AddressOf(city, page, table));

        var header = (await client.Csv(DescribedTables.With(address, "format=csv")))[0].Split(',');
        var required = schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ToHashSet();
        var described = schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(described.Where(c => required.Contains(c) || header.Contains(c)), header);

        var rows = await client.Rows(address);
        Assert.Equal(Empty.Contains(named), rows.Count == 0);
        Assert.Empty(Mistakes(schema, rows));
    }

    [Fact]
    public async Task Tables_that_are_empty_in_the_sample_are_described_right_as_well()
    {
        using var later = new TestHost { LoadSample = true, Replace = services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2029, 11, 24, 5, 40, 0, TimeSpan.Zero))) };
        later.Seed(db =>
        {
            db.Annotations.Add(new Annotation { On = new DateOnly(2026, 11, 20), Place = "0904", TextVi = "Mưa bão", By = "board@example.org", At = DateTime.UnixEpoch });
            db.Briefings.Add(new Briefing
            {
                RoundId = db.Rounds.First().Id,
                Title = "Xu hướng",
                Folder = "1",
                Language = "vi",
                By = "board@example.org",
                CreatedAt = DateTime.UnixEpoch,
                Sha256 = "0",
                ZipSha256 = "0",
            });
        });
        var schemas = (await Document()).GetProperty("components").GetProperty("schemas");
        foreach (var address in Empty)
        {
            var rows = await (await later.As(Roles.Board)).Rows(address);
            Assert.NotEmpty(rows);
            Assert.Empty(Mistakes(schemas.GetProperty(ApiSchemas.NameOf(ApiPages.At(address)!, ApiPages.At(address)!.Tables[0])), rows));
        }
    }

    static IEnumerable<(string, string)> Mistakes(JsonElement schema, IEnumerable<JsonElement> rows) => rows.SelectMany(r => r.EnumerateObject())
        .Select(c => (c.Name, Mistake: DescribedTables.Mistake(schema.GetProperty("properties").GetProperty(c.Name), c.Value))).Where(m => m.Mistake.Length > 0).Distinct().Take(10);

    [Fact]
    public void Every_page_that_answers_with_a_table_is_described()
    {
        var pages = Path.Combine(ArchitectureTests.SolutionFolder(), "src", "Analytics.Web", "Pages");
        var routes = Directory.EnumerateFiles(pages, "*.cshtml.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("this.Export(", StringComparison.Ordinal))
            .Select(f => Route().Match(File.ReadAllText(f[..^3])).Groups[1].Value);
        Assert.Equal(ApiPages.All.Where(p => p.Tables.Count > 0).Select(p => p.Route).Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_described_page_is_a_route_of_the_program()
    {
        var routes = city.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(routes, ApiPages.All.Select(p => p.Route).Append(ApiCharts.Path).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_charts_and_their_filters_are_described()
    {
        var parameters = (await Document()).GetProperty("paths").GetProperty(ApiCharts.Path).GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();
        var names = parameters.Single(p => p.GetProperty("name").GetString() == "name").GetProperty("schema").GetProperty("enum").EnumerateArray().Select(n => n.GetString()).ToList();
        using var scope = city.Services.CreateScope();
        Assert.Equal(scope.ServiceProvider.GetServices<IChartSource>().Select(s => s.Name).Order(StringComparer.Ordinal), names);
        Assert.Equal(["name", "extension", "round", "city", "district", "position", "unit", "at", "before", "top", "part", "from", "size", "width", "height", "scale", "grey", "anonymous", "inline", "download", "as-of", "lang", "If-None-Match"],
            parameters.Select(p => p.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_filter_of_closed_words_names_them_all()
    {
        var parameters = (await Document()).GetProperty("paths").GetProperty("/coverage").GetProperty("get").GetProperty("parameters").EnumerateArray();
        var state = parameters.Single(p => p.GetProperty("name").GetString() == "state").GetProperty("schema").GetProperty("enum").EnumerateArray().Select(w => w.GetString());
        Assert.Equal(["overdue", "missing", "silent", "partial", "none", "planned", "self-review", "conference", "minutes", "loaded", "verified", "not-due"], state);
    }

    [Fact]
    public void No_text_of_the_description_is_left_over()
    {
        var columns = ApiPages.All.SelectMany(p => p.Tables, (p, t) => (Row: ApiSchemas.NameOf(p, t), t.Columns)).SelectMany(t => t.Columns, (t, c) => (t.Row, c.Name)).ToList();
        var used = columns.Select(c => "api.column." + c.Name).Concat(columns.Select(c => $"api.column.{c.Row}.{c.Name}")).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(used, new TextFiles().In("vi").Keys.Where(k => k.StartsWith("api.column.", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex("@page \"([^\"]+)\"")]
    private static partial Regex Route();
}
