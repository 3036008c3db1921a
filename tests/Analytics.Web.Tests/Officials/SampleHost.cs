using System.Net;

namespace Analytics.Web.Tests.Officials;

/// <summary>Tests that look at the sample and change nothing share one host.</summary>
[CollectionDefinition(nameof(OnTheSample))]
public sealed class OnTheSample : ICollectionFixture<SampleHost>;

/// <summary>The web program on the sample, loaded once for all tests that only look.</summary>
public sealed class SampleHost : TestHost
{
    public SampleHost() => LoadSample = true;

    readonly Dictionary<string, HttpClient> clients = [];

    /// <summary>A client of a role, signed in once: checking a password takes its time on purpose.</summary>
    /// <remarks>Vietnamese: a language once asked for is remembered, so English pages are asked for by a client of their own.</remarks>
    public async Task<HttpClient> As(string role) => clients.TryGetValue(role, out var known) ? known : clients[role] = await SignedIn(role);

    /// <summary>The person who holds a post in a round; the one with the most low ballots where several do.</summary>
    public (int Id, string Name) Holder(string round, string unit, string position)
    {
        using var reader = Store.Read();
        var db = reader.Db;
        var found = db.Results
            .Join(db.Rounds, r => r.RoundId, x => x.Id, (r, x) => new { Result = r, Round = x.Code })
            .Join(db.Units, r => r.Result.UnitId, x => x.Id, (r, x) => new { r.Result, r.Round, Unit = x.Code })
            .Join(db.Positions, r => r.Result.PositionId, x => x.Id, (r, x) => new { r.Result, r.Round, r.Unit, Position = x.Code })
            .Where(r => r.Round == round && r.Unit == unit && r.Position == position)
            .OrderByDescending(r => r.Result.Low).First();
        return (found.Result.PersonId, found.Result.OfficialName);
    }

    /// <summary>A page as text: tags gone, entities decoded, spaces single.</summary>
    public static async Task<string> Read(HttpClient client, string address) => Plain(await client.GetStringAsync(address, TestContext.Current.CancellationToken));

    public static string Plain(string html)
    {
        var text = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", " "));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What is told of one person in the first section of a list.</summary>
    public static string Told(string page, string name)
    {
        var start = page.IndexOf(name + " ,", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{name} is not in the first section.");
        return page[start..(page.IndexOf(". ", start + name.Length, StringComparison.Ordinal) + 1)];
    }
}
