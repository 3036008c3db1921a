using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Forms;
using Analytics.Web.Queries;
using Analytics.Web.Tests.Admin;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Queries;

/// <summary>Pages whose finished bytes are shown again: only to whom they belong, only while nothing has changed, and never unseen by the audit.</summary>
[Collection(SampleCityCollection.Name)]
public partial class KeptPageTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The framework marks what it kept with its age.</summary>
    static async Task<(bool Kept, string Html)> Get(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Headers.Age is not null, await answer.Content.ReadAsStringAsync(Ct));
    }

    [GeneratedRegex("(__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+")]
    private static partial Regex Token();

    [Theory]
    [InlineData("/admin/annotations"), InlineData("/analysis?round=GD-2026"), InlineData("/calendar"), InlineData("/compare"), InlineData("/coverage?round=GD-2026"), InlineData("/districts?round=GD-2026"), InlineData("/districts/0904?round=GD-2026")]
    [InlineData("/entry"), InlineData("/forms?round=GD-2026&form=4"), InlineData("/methods"), InlineData("/officials?round=GD-2026"), InlineData("/officials/1"), InlineData("/positions?round=GD-2026"), InlineData("/positions/PPC-CHAIR?round=GD-2026")]
    [InlineData("/reports"), InlineData("/rounds"), InlineData("/rounds/GD-2026"), InlineData("/rounds/GD-2026/roster"), InlineData("/rounds/GD-2026/what-if?regime=NA-85"), InlineData("/rules"), InlineData("/rules/VFF-2007")]
    [InlineData("/units?round=GD-2026"), InlineData("/units/091602"), InlineData("/coverage/urging?round=GD-2026")]
    public async Task A_page_seen_before_is_shown_again_as_it_was_made(string address)
    {
        var (client, other) = (await city.SignedIn(Roles.Board), await city.SignedIn(Roles.Board));
        var first = await Get(client, address);
        var second = await Get(client, address);
        // Another browser of the same account has tokens of its own, so for it the page is made anew: the same but for them.
        var anew = await Get(other, address);
        Assert.Equal((false, true, false), (first.Kept, second.Kept, anew.Kept));
        Assert.Equal(first.Html, second.Html);
        Assert.Equal(Token().Replace(first.Html, "$1"), Token().Replace(anew.Html, "$1"));
    }

    [Fact]
    public void The_list_above_has_every_kept_page()
    {
        var listed = typeof(KeptPageTests).GetMethod(nameof(A_page_seen_before_is_shown_again_as_it_was_made))!.GetCustomAttributes<InlineDataAttribute>();
        Assert.Equal(Pages().Count, listed.Count());
    }

    static List<Type> Pages() => [.. typeof(KeptPageAttribute).Assembly.GetTypes().Where(t => t.GetCustomAttribute<KeptPageAttribute>() is not null)];

    [Theory]
    [InlineData("/"), InlineData("/account"), InlineData("/imports"), InlineData("/briefings"), InlineData("/districts?round=GD-2026&as-of=2026-11-01"), InlineData("/districts?round=GD-2026&format=json")]
    public async Task What_shows_more_than_answers_to_queries_is_made_each_time(string address)
    {
        var client = await city.SignedIn(Roles.Board);
        await client.GetAsync(address, Ct);
        Assert.Null((await client.GetAsync(address, Ct)).Headers.Age);
    }

    /// <summary>A service that answers otherwise from one request to the next would stand still on a kept page.</summary>
    [Fact]
    public void A_kept_page_is_made_of_queries_and_words_alone()
    {
        string[] words = ["Texts", "Formats", "RoundWords", "RuleWords", "Language", "ComparabilityMarks", "RuleDifferences"];
        // These make files, at other addresses of the page.
        string[] files = [nameof(FormFiles), nameof(FormPaper), "PaperForm", "UrgingLetters", nameof(TimeProvider)];
        string[] allowed = ["IMediator", nameof(QueryContext), nameof(CurrentViewer), "WorkingCalendar", .. words, .. files];
        var pages = Pages();
        Assert.All(pages, p => Assert.True(p.IsSubclassOf(typeof(PageModel)), p.FullName));
        Assert.All(pages.SelectMany(p => p.GetConstructors().Single().GetParameters().Select(a => (Page: p.Name, Needs: a.ParameterType.Name))), n => Assert.True(allowed.Contains(n.Needs), $"{n.Page}: {n.Needs}"));
    }

    [Fact]
    public async Task A_look_at_named_officials_is_written_down_each_time()
    {
        var client = await city.SignedIn(Roles.Board);
        const string Address = "/officials?round=GD-2026&standing=undetermined&mark=kept";
        await Get(client, Address);
        Assert.True((await Get(client, Address)).Kept);
        city.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = city.Store.Open();
        var looks = db.Audit.Where(a => a.Target.EndsWith("mark=kept")).OrderBy(a => a.Id).Select(a => new { a.User, a.Action, a.Target, a.Rows }).ToList();
        Assert.Equal(2, looks.Count);
        Assert.Equal(looks[0], looks[1]);
        Assert.Equal(("board@example.org", "view", 25), (looks[0].User, looks[0].Action, looks[0].Rows));
    }

    [Fact]
    public async Task Nobody_is_shown_the_page_of_somebody_else()
    {
        var board = await city.SignedIn(Roles.Board);
        await Get(board, "/districts?round=GD-2026");
        Assert.True((await Get(board, "/districts?round=GD-2026")).Kept);
        var local = await Get(await city.SignedIn(Roles.Local), "/districts?round=GD-2026");
        Assert.False(local.Kept);
        Assert.Contains("local@example.org", local.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("board@example.org", local.Html, StringComparison.Ordinal);
        // The same browser, signed in as somebody without the right.
        await TestHost.Post(board, "/sign-out");
        Assert.Equal(HttpStatusCode.Found, (await board.GetAsync("/districts?round=GD-2026", Ct)).StatusCode);
        await TestHost.SignIn(board, "admin@example.org", TestHost.Password);
        Assert.NotEqual(HttpStatusCode.OK, (await board.GetAsync("/districts?round=GD-2026", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("/rounds/GD-2026/what-if?regime=NA-85&line=1/2&line=2/3", "/rounds/GD-2026/what-if?regime=NA-85&line=2/3&line=1/2"), InlineData("/districts?round=GD-2026", "/Districts?round=GD-2026"), InlineData("/rounds", "/rounds?x=1")]
    public async Task Another_address_is_another_page(string address, string other)
    {
        var client = await city.SignedIn(Roles.Board);
        await Get(client, address);
        Assert.True((await Get(client, address)).Kept);
        Assert.False((await Get(client, other)).Kept);
    }

    [Theory]
    [InlineData("/rounds/GD-2026"), InlineData("/rounds/GD-2026?as-of=2020-01-01"), InlineData("/")]
    public async Task A_browser_is_sent_the_page_compressed_and_whole(string address)
    {
        var client = await city.SignedIn(Roles.Board);
        var plain = await Get(client, address);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var answer = await client.SendAsync(request, Ct);
            Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
            await using var body = new System.IO.Compression.BrotliStream(await answer.Content.ReadAsStreamAsync(Ct), System.IO.Compression.CompressionMode.Decompress);
            using var reader = new StreamReader(body);
            Assert.Equal(Token().Replace(plain.Html, "$1"), Token().Replace(await reader.ReadToEndAsync(Ct), "$1"));
        }
    }

    [Fact]
    public async Task Each_language_is_kept_for_itself()
    {
        var client = await city.SignedIn(Roles.Board);
        foreach (var (language, word) in new[] { ("vi", "Các đợt lấy phiếu"), ("en", "Rounds"), ("vi", "Các đợt lấy phiếu") })
        {
            await client.GetAsync("/calendar?lang=" + language, Ct);
            await Get(client, "/rounds");
            var again = await Get(client, "/rounds");
            Assert.True(again.Kept);
            Assert.Contains(word, WebUtility.HtmlDecode(again.Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_form_of_a_kept_page_can_be_sent()
    {
        var client = await city.SignedIn(Roles.Board);
        await Get(client, "/officials?round=GD-2026");
        await Get(client, "/officials?round=GD-2026");
        var answer = await TestHost.Post(client, "/officials?round=GD-2026&handler=Search", ("name", "phan minh tam"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

/// <summary>Kept pages in a store that changes.</summary>
public sealed class KeptPageChangeTests : IDisposable
{
    readonly AdminHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task What_somebody_changes_is_seen_by_the_next_request_of_everybody()
    {
        var (admin, board, auditor) = (await host.Admin(), await host.SignedIn(Roles.Board), await host.SignedIn(Roles.Auditor));
        foreach (var client in new[] { board, auditor, board, auditor }) await client.Read("/rounds/GD-2026");
        Assert.NotNull((await board.GetAsync("/rounds/GD-2026", TestContext.Current.CancellationToken)).Headers.Age);
        await TestHost.Post(admin, "/admin/settings", SettingsTests.As(("body-namevi", "Ban Dân vận Quận ủy"), ("bands-edges", "60; 75")));
        foreach (var client in new[] { board, auditor })
        {
            var page = await client.Read("/rounds/GD-2026");
            Assert.Contains("Ban Dân vận Quận ủy", page, StringComparison.Ordinal);
            Assert.Contains("60 – dưới 75%", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_right_taken_away_holds_for_a_page_already_kept()
    {
        var board = await host.SignedIn(Roles.Board);
        for (var i = 0; i < 2; i++) await board.Read("/rounds/GD-2026");
        host.Seed(db =>
        {
            var user = db.Users.Single(u => u.UserName == "board@example.org");
            db.UserRoles.RemoveRange(db.UserRoles.Where(r => r.UserId == user.Id));
        });
        Assert.NotEqual(HttpStatusCode.OK, (await board.GetAsync("/rounds/GD-2026", TestContext.Current.CancellationToken)).StatusCode);
    }
}
