using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Ingest.Loading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests;

/// <summary>
/// The sample city as seen on 24 November 2026, two weeks after results were due. Shared by the classes that only look:
/// loading it takes seconds.
/// </summary>
public sealed class SampleCity : TestHost
{
    public SampleCity()
    {
        LoadSample = true;
        Replace = ResultPages.OnTheDay;
    }
}

/// <summary>The sample city for classes that look at every table of the program: a case is opened in it, which nothing else of the sample has.</summary>
public sealed class DescribedCity : TestHost
{
    public DescribedCity()
    {
        LoadSample = true;
        Replace = ResultPages.OnTheDay;
    }
}

/// <summary>The published results of the National Assembly and of provincial councils; tests are skipped where they are not there.</summary>
public sealed class PublishedCouncils : TestHost
{
    bool loaded;

    public PublishedCouncils() => Replace = ResultPages.OnTheDay;

    public async Task<HttpClient> Board()
    {
        var folder = SharedData.Require("published");
        if (!loaded)
        {
            var files = new[] { "units.csv", "positions.csv", "rounds.csv", "results.csv" }.Select(f => new InputFile(Path.Combine(folder, f), f)).ToList();
            var outcomes = new Importer(Store, new Archive(Folder), TimeProvider.System).Run(files, null, null, new LoadOptions("test"), ct: TestContext.Current.CancellationToken);
            Assert.DoesNotContain(outcomes, o => o.HasErrors);
            loaded = true;
        }
        return await SignedIn(Analytics.Domain.Access.Roles.Board);
    }
}

[CollectionDefinition(Name)]
public sealed class SampleCityCollection : ICollectionFixture<SampleCity>
{
    public const string Name = "Sample city";
}

[CollectionDefinition(Name)]
public sealed class DescribedCityCollection : ICollectionFixture<DescribedCity>
{
    public const string Name = "Described city";
}

[CollectionDefinition(Name)]
public sealed class PublishedCouncilsCollection : ICollectionFixture<PublishedCouncils>
{
    public const string Name = "Published councils";
}

static partial class ResultPages
{
    public static void OnTheDay(IServiceCollection services) =>
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 5, 40, 0, TimeSpan.Zero)));

    /// <summary>What a person reads of a page: its text without markup, single spaces.</summary>
    public static async Task<string> Read(this HttpClient client, string address)
    {
        var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");
    }

    public static async Task<HttpStatusCode> Status(this HttpClient client, string address) =>
        (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode;

    /// <summary>A table as data: its rows by column.</summary>
    public static async Task<List<JsonElement>> Rows(this HttpClient client, string address)
    {
        var text = await client.GetStringAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "format=json", TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateArray().Select(r => r.Clone()).ToList();
    }

    /// <summary>The lines of a CSV answer, without the byte order mark.</summary>
    public static async Task<List<string>> Csv(this HttpClient client, string address)
    {
        var bytes = await client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToList();
    }

    public static int Int(this JsonElement row, string column) => row.GetProperty(column).GetInt32();

    public static string? Text(this JsonElement row, string column) => row.GetProperty(column).GetString();

    [GeneratedRegex("<(script|style|svg)[^>]*>.*?</\\1>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
