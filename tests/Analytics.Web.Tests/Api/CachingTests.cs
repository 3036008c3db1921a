using System.Net;
using System.Net.Http.Headers;
using Analytics.Domain.Access;
using Analytics.Domain.Annotations;
using Analytics.Domain.Storage;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Api;

/// <summary>Who has a table already is told that nothing has changed, and only then.</summary>
public class CachingTests(CachingTests.City host) : IClassFixture<CachingTests.City>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A sample city of its own: one of the tests changes it.</summary>
    public sealed class City : TestHost
    {
        public City() => (LoadSample, Replace) = (true, ResultPages.OnTheDay);
    }

    static async Task<HttpResponseMessage> Again(HttpClient client, string address, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag!);
        return await client.SendAsync(request, Ct);
    }

    [Fact]
    public async Task The_same_table_is_answered_with_304_and_no_rows()
    {
        var client = await host.As(Roles.Board);
        foreach (var (address, weak) in new[] { ("/districts?format=json", false), ("/districts?format=csv", false), ("/districts?format=json&size=5&page=2", false), ("/districts?format=xlsx", true), ("/forms?form=2&format=xlsx", true), ("/openapi.json", false), ("/charts/trend.png", false) })
        {
            var first = await client.GetAsync(address, Ct);
            Assert.Equal((address, weak), (address, first.Headers.ETag!.IsWeak));
            Assert.Equal((address, true, true), (address, first.Headers.CacheControl!.Private, first.Headers.CacheControl.NoCache));
            var again = await Again(client, address, first.Headers.ETag);
            Assert.Equal((address, HttpStatusCode.NotModified, 0), (address, again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Ct)).Length));
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        }
    }

    [Fact]
    public async Task Another_language_format_or_page_is_another_answer()
    {
        var client = await host.As(Roles.Board);
        async Task<string> Tag(string address) => (await client.GetAsync(address, Ct)).Headers.ETag!.Tag;
        string[] tags =
        [
            await Tag("/districts?format=json"), await Tag("/districts?format=csv"), await Tag("/districts?format=xlsx"), await Tag("/districts?format=xlsx&lang=en"), await Tag("/districts?format=json&size=5"),
            await Tag("/districts?format=json&size=5&page=2"), await Tag("/openapi.json?lang=vi"), await Tag("/openapi.json?lang=en"),
        ];
        Assert.Equal(tags.Length, tags.Distinct().Count());
    }

    [Fact]
    public async Task What_changed_is_answered_anew()
    {
        var client = await host.As(Roles.Board);
        var before = await client.GetAsync("/admin/annotations?format=json", Ct);
        host.Seed(db => db.Annotations.Add(new Annotation { On = new DateOnly(2026, 11, 20), Place = "0904", TextVi = "Mưa bão", TextEn = "Storm", By = "board@example.org", At = DateTime.UnixEpoch }));
        var after = await Again(client, "/admin/annotations?format=json", before.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Storm", await after.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_readers_of_different_scope_do_not_share_a_tag()
    {
        var board = await (await host.As(Roles.Board)).GetAsync("/officials?format=json", Ct);
        var local = await Again(await host.As(Roles.Local), "/officials?format=json", board.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, local.StatusCode);
    }

    [Fact]
    public async Task Names_somebody_already_has_are_recorded_as_a_look_again()
    {
        var client = await host.As(Roles.Board);
        const string Address = "/officials?round=GD-2026&district=0904&format=json&size=7&page=2";
        var first = await client.GetAsync(Address, Ct);
        Assert.Equal(HttpStatusCode.NotModified, (await Again(client, Address, first.Headers.ETag)).StatusCode);
        host.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = host.Store.Open();
        Assert.Equal([("export", Address, 7), ("export", Address, 7)],
            db.Audit.Where(a => a.Target == Address).OrderBy(a => a.Id).Select(a => new { a.Action, a.Target, a.Rows }).AsEnumerable().Select(a => (a.Action, a.Target, a.Rows ?? -1)));
    }

    [Fact]
    public async Task A_wrong_address_shows_nobody_and_records_nothing()
    {
        var client = await host.As(Roles.Board);
        Assert.Equal(HttpStatusCode.NotFound, await client.Status("/officials?sort=name&format=pdf"));
        Assert.Equal(HttpStatusCode.BadRequest, await client.Status("/officials?sort=name&format=json&size=0"));
        host.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = host.Store.Open();
        Assert.DoesNotContain(db.Audit.AsEnumerable(), a => a.Target.StartsWith("/officials?sort=name", StringComparison.Ordinal));
    }
}
