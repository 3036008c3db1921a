using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Admin;

/// <summary>One's own account.</summary>
public sealed class AccountTests : IDisposable
{
    const string New = "Giấy-trắng-2026";

    readonly TestHost host = new();

    public void Dispose() => host.Dispose();

    static async Task<HttpResponseMessage> Change(HttpClient client, string old, string wanted, string again) =>
        await TestHost.Post(client, "/account?handler=password", ("old", old), ("wanted", wanted), ("again", again));

    [Fact]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others()
    {
        var (here, elsewhere) = (await host.SignedIn(Roles.Board), await host.SignedIn(Roles.Board));
        Assert.Equal("/account?done=password", (await Change(here, TestHost.Password, New, New)).Headers.Location?.OriginalString);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (await here.Status("/account"), await elsewhere.Status("/account")));
        Assert.Equal(HttpStatusCode.Found, (await TestHost.SignIn(host.Anonymous(), "board@example.org", New)).StatusCode);
    }

    [Theory]
    [InlineData("sai-mật-khẩu-1A", New, New, "old", "Mật khẩu hiện tại không đúng.")]
    [InlineData(TestHost.Password, New, "khác-2026-Ab", "again", "Hai lần nhập mật khẩu mới không giống nhau.")]
    [InlineData(TestHost.Password, "ngắn", "ngắn", "wanted", "Mật khẩu mới chưa đủ mạnh: ít nhất 10 ký tự, có chữ hoa, chữ thường, chữ số và một ký tự khác.")]
    public async Task A_mistake_is_told_beside_its_field_and_the_password_stays(string old, string wanted, string again, string field, string message)
    {
        var client = await host.SignedIn(Roles.Auditor);
        Assert.Equal(message, AdminHost.Beside(await AdminHost.Html(await Change(client, old, wanted, again)), field));
        Assert.Equal(HttpStatusCode.Found, (await TestHost.SignIn(host.Anonymous(), "auditor@example.org", TestHost.Password)).StatusCode);
    }

    [Fact]
    public async Task The_language_of_the_account_is_that_of_a_new_browser()
    {
        await TestHost.Post(await host.SignedIn(Roles.Auditor), "/account?handler=language", ("language", "en"));
        Assert.Contains("Present password", await (await host.SignedIn(Roles.Auditor)).Read("/account"), StringComparison.Ordinal);
    }
}
