using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Admin;

/// <summary>Accounts, made and changed on their page.</summary>
public sealed class UsersTests : IDisposable
{
    readonly AdminHost host = new();

    public void Dispose() => host.Dispose();

    static (string, string)[] Form(string email, string role, string areas = "") => [("Email", email), ("Roles", role), ("Areas", areas), ("Language", "vi")];

    async Task<HttpResponseMessage> SignIn(string email, string password) => await TestHost.SignIn(host.Anonymous(), email, password);

    [Fact]
    public async Task A_new_account_signs_in_with_the_password_told_once_and_sees_only_its_area()
    {
        var admin = await host.Admin();
        var made = await TestHost.Post(admin, "/admin/users", Form("dien.ha@example.org", Roles.Local, "0904"));
        var password = AdminHost.Told().Match(await AdminHost.Html(made)).Groups[1].Value;
        Assert.Matches("^([A-Za-z0-9]{5}-){3}[A-Za-z0-9]{5}$", password);
        Assert.True(made.Headers.CacheControl?.NoStore);
        var client = host.Anonymous();
        Assert.Equal(HttpStatusCode.Found, (await TestHost.SignIn(client, "dien.ha@example.org", password)).StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await client.Status("/districts/0904"), await client.Status("/districts/0901")));
        Assert.DoesNotContain(password, await admin.GetStringAsync("/admin/users", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([$"admin@example.org user {host.IdOf("dien.ha@example.org")} Local"], host.Audited("user-made"));
    }

    [Fact]
    public async Task A_role_taken_away_holds_from_the_next_request_on()
    {
        var (admin, board) = (await host.Admin(), await host.SignedIn(Roles.Board));
        Assert.Equal(HttpStatusCode.OK, await board.Status("/officials"));
        await TestHost.Post(admin, $"/admin/users?id={host.IdOf("board@example.org")}", Form("board@example.org", Roles.Auditor));
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/officials"));
    }

    [Fact]
    public async Task A_new_password_ends_the_session_and_the_old_password()
    {
        var (admin, local) = (await host.Admin(), await host.SignedIn(Roles.Local));
        var answer = await PostTo(admin, $"/admin/users?id={host.IdOf("local@example.org")}", "password");
        var password = AdminHost.Told().Match(await AdminHost.Html(answer)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Found, await local.Status("/"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), ((await SignIn("local@example.org", TestHost.Password)).StatusCode, (await SignIn("local@example.org", password)).StatusCode));
    }

    [Fact]
    public async Task A_locked_account_is_out_at_once_and_comes_back_when_opened()
    {
        var (admin, local, id) = (await host.Admin(), await host.SignedIn(Roles.Local), host.IdOf("local@example.org"));
        await PostTo(admin, $"/admin/users?id={id}", "lock", ("locked", "true"));
        Assert.Equal(HttpStatusCode.Found, await local.Status("/"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn("local@example.org", TestHost.Password)).StatusCode);
        await PostTo(admin, $"/admin/users?id={id}", "lock", ("locked", "false"));
        Assert.Equal(HttpStatusCode.Found, (await SignIn("local@example.org", TestHost.Password)).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_can_sign_in()
    {
        var (admin, id) = (await host.Admin(), host.IdOf("admin@example.org"));
        var demoted = await AdminHost.Html(await TestHost.Post(admin, $"/admin/users?id={id}", Form("admin@example.org", Roles.Board)));
        var locked = await AdminHost.Html(await PostTo(admin, $"/admin/users?id={id}", "lock", ("locked", "true")));
        Assert.All([demoted, locked], html => Assert.Contains("phải còn ít nhất một tài khoản quản trị", html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await admin.Status("/admin"));
    }

    [Theory]
    [InlineData("không phải thư", Roles.Board, "", "email", "Cần một địa chỉ thư điện tử, thí dụ ten@coquan.vn.")]
    [InlineData("board@example.org", Roles.Board, "", "email", "Đã có tài khoản dùng địa chỉ này.")]
    [InlineData("a@example.org", Roles.Local, "", "areas", "Vai trò địa bàn cần ít nhất một mã.")]
    [InlineData("a@example.org", Roles.Local, "0904, 9999", "areas", "Có mã không thuộc danh mục đơn vị hành chính.")]
    public async Task A_mistake_is_told_beside_its_field_and_no_account_made(string email, string role, string areas, string field, string message)
    {
        var html = await AdminHost.Html(await TestHost.Post(await host.Admin(), "/admin/users", Form(email, role, areas)));
        Assert.Equal(message, AdminHost.Beside(html, field));
        Assert.Empty(host.Audited("user-made"));
    }

    /// <summary>Posts to a handler of the page at the address, with the page's token.</summary>
    static async Task<HttpResponseMessage> PostTo(HttpClient client, string address, string handler, params (string, string)[] fields) =>
        await TestHost.Post(client, address + "&handler=" + handler, fields);
}
