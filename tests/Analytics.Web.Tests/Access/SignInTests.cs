using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Access;

public class SignInTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Admin"), InlineData("Board"), InlineData("Local"), InlineData("Auditor")]
    public async Task Each_sample_account_signs_in_and_sees_who_it_is(string role)
    {
        var client = await host.SignedIn(role);
        Assert.Contains(role.ToLowerInvariant() + "@example.org", await client.GetStringAsync("/", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asked_for_without_signing_in_is_reached_after_signing_in()
    {
        var client = host.Anonymous();
        var refused = await client.GetAsync("/?round=2026", Ct);
        Assert.Equal("/sign-in?returnUrl=%2F%3Fround%3D2026", refused.Headers.Location?.PathAndQuery);
        var answer = await TestHost.SignIn(client, "board@example.org", TestHost.Password, "/sign-in?returnUrl=%2F%3Fround%3D2026");
        Assert.Equal("/?round=2026", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/?format=csv"), InlineData("/?format=json"), InlineData("/charts/city.png?round=2026")]
    public async Task Data_and_pictures_asked_for_without_signing_in_get_401_and_an_id(string address)
    {
        var answer = await host.Anonymous().GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"id\":", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("board@example.org", "wrong-password-1"), InlineData("nobody@example.org", TestHost.Password)]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_message(string email, string password)
    {
        using var own = new TestHost();
        var answer = await TestHost.SignIn(own.Anonymous(), email, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Thư điện tử hoặc mật khẩu không đúng", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        using var own = new TestHost();
        var client = own.Anonymous();
        for (var i = 0; i < 5; i++) await TestHost.SignIn(client, "board@example.org", "wrong-password-1");
        var answer = await TestHost.SignIn(client, "board@example.org", TestHost.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("tạm khóa", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var fields = new FormUrlEncodedContent([KeyValuePair.Create("Email", "board@example.org"), KeyValuePair.Create("Password", TestHost.Password)]);
        var answer = await host.Anonymous().PostAsync("/sign-in", fields, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("analytics=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://example.com/"), InlineData("//example.com"), InlineData("/\\example.com"), InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var answer = await TestHost.SignIn(host.Anonymous(), "board@example.org", TestHost.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_takes_a_form_and_ends_the_session()
    {
        var client = await host.SignedIn(Roles.Board);
        Assert.Contains("Kết thúc phiên làm việc", await client.GetStringAsync("/sign-out", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", Ct)).StatusCode);
        Assert.Equal("/sign-in", (await TestHost.Post(client, "/sign-out")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, (await client.GetAsync("/", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_button_to_sign_out_on_every_page_carries_the_forms_token()
    {
        var page = await (await host.SignedIn(Roles.Board)).GetStringAsync("/", Ct);
        var form = page[page.IndexOf("action=\"/sign-out\"", StringComparison.Ordinal)..];
        Assert.Contains("__RequestVerificationToken", form[..form.IndexOf("</form>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_makes_no_sample_account_and_names_none()
    {
        using var own = new TestHost { EnvironmentName = "Production" };
        var client = own.Anonymous();
        Assert.DoesNotContain("example.org", await client.GetStringAsync("/sign-in", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await TestHost.SignIn(client, "board@example.org", TestHost.Password)).StatusCode);
        using var db = own.Store.Open();
        Assert.Empty(db.Users);
    }

    [Fact]
    public async Task The_cookie_works_over_http_and_scripts_cannot_read_it()
    {
        var answer = await TestHost.SignIn(host.Anonymous(), "board@example.org", TestHost.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("analytics=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
