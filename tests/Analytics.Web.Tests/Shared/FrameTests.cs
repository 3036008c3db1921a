using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Web.Hosting;

namespace Analytics.Web.Tests.Shared;

public class FrameTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_Vietnamese_until_English_is_asked_for_and_then_stay_so()
    {
        var client = host.Anonymous();
        Assert.Contains("<html lang=\"vi\">", await client.GetStringAsync("/sign-in", Ct), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", await client.GetStringAsync("/sign-in?lang=en", Ct), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", await client.GetStringAsync("/sign-in", Ct), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"vi\">", await client.GetStringAsync("/sign-in?lang=vi", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_switch_keeps_the_filters_of_the_address()
    {
        var client = await host.SignedIn(Roles.Board);
        Assert.Contains("href=\"/?sort=name&amp;district=001&amp;lang=en\"", await client.GetStringAsync("/?sort=name&district=001", Ct), StringComparison.Ordinal);
        var missing = await client.GetAsync("/nowhere?round=2026&lang=en", Ct);
        var page = await missing.Content.ReadAsStringAsync(Ct);
        Assert.Contains("href=\"/nowhere?round=2026&amp;lang=vi\"", page, StringComparison.Ordinal);
        Assert.Contains("Not found, or outside your scope", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in"), InlineData("/health"), InlineData("/nowhere"), InlineData("/site.css")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        var headers = (await host.Anonymous().GetAsync(address, Ct)).Headers;
        Assert.Equal(SecurityHeaders.Policy, headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("unsafe", SecurityHeaders.Policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task No_page_has_a_script_or_style_inside_it()
    {
        var client = await host.SignedIn(Roles.Board);
        foreach (var address in new[] { "/", "/sign-out", "/nowhere" })
        {
            var page = await (await client.GetAsync(address, Ct)).Content.ReadAsStringAsync(Ct);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_stylesheet_is_kept_by_its_version_and_pages_are_not_kept_at_all()
    {
        var client = host.Anonymous();
        var page = await client.GetAsync("/sign-in", Ct);
        Assert.Contains("no-store", page.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Ct);
        var address = html[html.IndexOf("/site.css?v=", StringComparison.Ordinal)..];
        var styles = await client.GetAsync(address[..address.IndexOf('"', StringComparison.Ordinal)], Ct);
        Assert.Equal(HttpStatusCode.OK, styles.StatusCode);
        Assert.Contains("immutable", styles.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invented_figures_are_marked_on_every_page()
    {
        using var own = new TestHost();
        var client = await own.SignedIn(Roles.Board);
        Assert.DoesNotContain("SỐ LIỆU GIẢ ĐỊNH", await client.GetStringAsync("/", Ct), StringComparison.Ordinal);
        own.Seed(db => db.Rounds.Add(new Round { Code = "2026", NameVi = "Đợt 2026", RegimeId = "CITY-2026", HeldFrom = new(2026, 11, 1), HeldTo = new(2026, 11, 30), Level = UnitLevel.Commune, Sample = true }));
        Assert.Contains("SỐ LIỆU GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ THẬT", await client.GetStringAsync("/", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admin_finds_a_notice_in_place_of_results()
    {
        var page = await (await host.SignedIn(Roles.Admin)).GetStringAsync("/", Ct);
        Assert.Contains("Tài khoản quản trị không xem kết quả", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Chưa có số liệu", page, StringComparison.Ordinal);
    }
}
