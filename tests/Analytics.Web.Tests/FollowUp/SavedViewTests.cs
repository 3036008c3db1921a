using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>Filters of the queue kept under a name, each reviewer's own.</summary>
public sealed class SavedViewTests : IDisposable
{
    readonly CaseOffice office = new();

    public void Dispose() => office.Dispose();

    static Task<HttpResponseMessage> Save(HttpClient client, string query, string name) => TestHost.Post(client, "/follow-up" + query + (query.Length == 0 ? "?" : "&") + "handler=Save", ("name", name));

    List<string> Kept()
    {
        using var db = office.Store.Open();
        return db.SavedViews.OrderBy(v => v.Id).AsEnumerable().Select(v => $"{v.User} {v.Name} {v.Query}").ToList();
    }

    [Fact]
    public async Task A_view_keeps_filters_and_order_without_the_page_and_is_replaced_under_its_name()
    {
        var board = await office.Compared();
        Assert.Equal("/follow-up?state=unassigned&sort=due", (await Save(board, "?state=unassigned&sort=due&page=1", " Chưa giao ")).Headers.Location?.OriginalString);
        Assert.Equal(["board@example.org Chưa giao ?state=unassigned&sort=due"], Kept());
        Assert.Contains("<a href=\"/follow-up?state=unassigned&amp;sort=due\" aria-current=\"page\">", await board.GetStringAsync("/follow-up?state=unassigned&sort=due", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Save(board, "?reason=threshold", "Chưa giao");
        Assert.Equal(["board@example.org Chưa giao ?reason=threshold"], Kept());
    }

    [Fact]
    public async Task Nobody_sees_or_forgets_the_views_of_somebody_else()
    {
        var board = await office.Compared();
        await Save(board, "?state=overdue", "Của Ban");
        var local = await office.SignedIn(Roles.Local);
        Assert.DoesNotContain("Của Ban", await local.Read("/follow-up"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(local, "/follow-up?handler=Forget", ("view", "1"))).StatusCode);
        Assert.Single(Kept());
        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(board, "/follow-up?handler=Forget", ("view", "1"))).StatusCode);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task Two_accounts_with_the_same_rights_have_their_own_views_and_mails()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB1"), "assign", ("User", "board@example.org"));
        office.Seed(db => db.UserRoles.Add(new() { UserId = db.Users.Single(u => u.UserName == "local@example.org").Id, RoleId = db.Roles.Single(r => r.Name == Roles.Board).Id }));
        await Save(board, "?state=overdue", "Của Ban");
        Assert.Contains("Của Ban", await board.Read("/follow-up"), StringComparison.Ordinal);
        Assert.Contains("anh, chị phụ trách", await board.Read("/follow-up/mail?lang=en"), StringComparison.Ordinal);
        var other = await office.SignedIn(Roles.Local);
        Assert.DoesNotContain("Của Ban", await other.Read("/follow-up"), StringComparison.Ordinal);
        Assert.DoesNotContain("anh, chị phụ trách", await other.Read("/follow-up/mail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_with_a_long_one_and_beyond_thirty_nothing_is_kept()
    {
        var board = await office.Compared();
        Assert.Contains("Đặt tên cho cách xem.", await CaseOffice.Html(await Save(board, "", "  ")), StringComparison.Ordinal);
        Assert.Contains("Tên dài quá 60 chữ.", await CaseOffice.Html(await Save(board, "", new string('a', 61))), StringComparison.Ordinal);
        for (var i = 1; i <= 30; i++) await Save(board, "", CaseOffice.Text(i));
        Assert.Contains("Đã có 30 cách xem", await CaseOffice.Html(await Save(board, "", "31")), StringComparison.Ordinal);
        Assert.Equal(30, Kept().Count);
    }
}
