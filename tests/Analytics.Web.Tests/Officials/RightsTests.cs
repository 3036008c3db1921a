using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Officials;

/// <summary>Who sees names, what is written down of it, and where a name never stands.</summary>
[Collection(nameof(OnTheSample))]
public partial class RightsTests(SampleHost host)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Roles.Admin)]
    [InlineData(Roles.Auditor)]
    public async Task Without_the_right_to_names_there_is_no_list_no_person_and_no_download(string role)
    {
        var client = await host.As(role);
        var person = string.Create(CultureInfo.InvariantCulture, $"/officials/{host.Holder("GD-2026", "091602", "PPC-CHAIR").Id}");
        foreach (var address in new[] { "/officials", "/officials?format=csv", person, person + "?format=json" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_local_viewer_sees_the_own_area_only_and_everybody_else_is_not_found()
    {
        var client = await host.As(Roles.Local);
        var rows = await ListTests.Json(client, "/officials?round=GD-2026&format=json");
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal("0901", r.GetProperty("district").GetString()));
        Assert.Equal("[]", await client.GetStringAsync("/officials?round=GD-2026&district=0916&format=json", Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address(host.Holder("GD-2026", "091602", "PPC-CHAIR").Id), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Address(host.Holder("GD-2026", "090101", "PC-CHAIR").Id), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_local_search_finds_nobody_outside_the_area()
    {
        var (_, elsewhere) = host.Holder("GD-2026", "091602", "PPC-CHAIR");
        var found = await Search(await host.As(Roles.Local), elsewhere);
        Assert.DoesNotContain($">{elsewhere}</a>", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phan minh tam")]
    [InlineData("Phan Minh Tâm")]
    [InlineData("  TAM   phan ")]
    public async Task A_search_needs_no_accents_no_case_and_no_order(string asked) =>
        Assert.Contains(">Phan Minh Tâm</a>", await Search(await host.As(Roles.Board), asked), StringComparison.Ordinal);

    [Fact]
    public async Task Nguyen_finds_every_Nguyễn_up_to_a_hundred()
    {
        var found = await Search(await host.As(Roles.Board), "nguyen");
        Assert.Equal(100, Regex.Count(found, "<a href=\"/officials/\\d+\">Nguyễn "));
        Assert.Contains("Hiện 100 người đầu tiên", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%%")]
    [InlineData("zzzz")]
    public async Task A_search_that_finds_nobody_says_so(string asked) =>
        Assert.Contains("Không tìm thấy ai", await Search(await host.As(Roles.Board), asked), StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    public async Task Too_short_a_search_asks_for_more(string asked) =>
        Assert.Contains("Hãy gõ từ 2 đến 100 chữ cái", await Search(await host.As(Roles.Board), asked), StringComparison.Ordinal);

    [Fact]
    public async Task No_address_on_a_page_and_no_audit_entry_holds_a_name()
    {
        var client = await host.As(Roles.Board);
        var (id, name) = host.Holder("GD-2026", "091602", "PPC-CHAIR");
        var pages = new[]
        {
            await client.GetStringAsync("/officials?round=GD-2026", Ct), await client.GetStringAsync(Address(id), Ct), await Search(client, name),
        };
        using var reader = host.Store.Read();
        var names = reader.Db.Persons.Select(p => p.Name).Distinct().ToList();
        var addresses = pages.SelectMany(p => Addresses().Matches(p)).Select(m => WebUtility.UrlDecode(WebUtility.HtmlDecode(m.Groups[1].Value))).Distinct().ToList();
        Assert.Contains("/officials?handler=Search", addresses);
        Assert.DoesNotContain(addresses, a => names.Any(n => a.Contains(n, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(Entries(), e => names.Any(n => WebUtility.UrlDecode(e.Target).Contains(n, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Every_view_search_and_download_is_written_down_with_its_rows()
    {
        var before = Entries().Count;
        var client = await host.As(Roles.Board);
        var person = Address(host.Holder("GD-2026", "091602", "PPC-CHAIR").Id);
        // A mark in the address tells this test's entries from those of others.
        await client.GetAsync("/officials?round=GD-2026&standing=undetermined&mark=w1", Ct);
        await client.GetAsync("/officials?round=GD-2026&format=csv&mark=w1", Ct);
        await client.GetAsync(person + "?mark=w1", Ct);
        await client.GetAsync(person + "?format=xlsx&mark=w1", Ct);
        var entries = Entries().Skip(before).Where(e => e.Target.EndsWith("mark=w1", StringComparison.Ordinal)).ToList();
        Assert.Equal(["view", "export", "view", "export"], entries.Select(e => e.Action));
        Assert.Equal(538, entries[1].Rows);
        Assert.Equal(1, entries[2].Rows);
        Assert.Contains(person, entries[2].Target, StringComparison.Ordinal);

        await Search(client, "phan minh tam");
        Assert.Contains(Entries().Skip(before), e => e is { Action: "view", Target: "/officials?handler=Search", Rows: 1 });
    }

    [Fact]
    public async Task Nobody_signed_in_is_led_to_the_sign_in_page_or_refused_the_data()
    {
        var client = host.Anonymous();
        Assert.Equal(HttpStatusCode.Found, (await client.GetAsync("/officials", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/officials?format=csv", Ct)).StatusCode);
    }

    static string Address(int id) => string.Create(CultureInfo.InvariantCulture, $"/officials/{id}");

    static async Task<string> Search(HttpClient client, string name)
    {
        var answer = await TestHost.Post(client, "/officials?handler=Search", ("name", name));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    List<(string Action, string Target, int? Rows)> Entries()
    {
        host.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = host.Store.Open();
        return db.Audit.OrderBy(a => a.Id).Select(a => new { a.Action, a.Target, a.Rows }).AsEnumerable().Select(a => (a.Action, a.Target, a.Rows)).ToList();
    }

    [GeneratedRegex("(?:href|action|src)=\"([^\"]*)\"")]
    private static partial Regex Addresses();
}
