using Analytics.Domain.Access;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>What becomes of cases when the account that has them is changed: none stays with somebody who cannot open it.</summary>
public sealed class AccountTests : IDisposable
{
    readonly CaseOffice office = new();

    public void Dispose() => office.Dispose();

    int IdOf(string user)
    {
        using var db = office.Store.Open();
        return db.Users.Single(u => u.UserName == user).Id;
    }

    /// <summary>The first case is that of the local account, the third that of the Board.</summary>
    async Task<HttpClient> AdminWithCasesGiven()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB1"), "assign", ("User", "local@example.org"));
        await CaseOffice.Change(board, office.CaseOf("CB3"), "assign", ("User", "board@example.org"));
        return await office.SignedIn(Roles.Admin);
    }

    Task<HttpResponseMessage> Save(HttpClient admin, string role, string areas, string email = "local@example.org") =>
        TestHost.Post(admin, "/admin/users?id=" + CaseOffice.Text(IdOf("local@example.org")), ("Email", email), ("Roles", role), ("Areas", areas), ("Language", "vi"));

    (string First, string Third) Hands => (office.CaseOf("CB1").Assignee, office.CaseOf("CB3").Assignee);

    [Fact]
    public async Task Cases_and_views_go_with_an_account_that_has_another_name()
    {
        var admin = await AdminWithCasesGiven();
        await TestHost.Post(await office.SignedIn(Roles.Local), "/follow-up?state=mine&handler=Save", ("name", "Của tôi"));
        await Save(admin, Roles.Local, "0901", "an.khue@example.org");
        Assert.Equal(("an.khue@example.org", "board@example.org"), Hands);
        Assert.Equal("assignee local@example.org>an.khue@example.org", office.Timeline(office.CaseOf("CB1").Id)[^1]);
        using var db = office.Store.Open();
        Assert.Equal("an.khue@example.org", db.SavedViews.Single().User);
    }

    [Theory]
    [InlineData(Roles.Local, "0902"), InlineData(Roles.Auditor, "")]
    public async Task A_case_is_nobodys_again_when_its_unit_or_the_right_is_taken_away(string role, string areas)
    {
        var admin = await AdminWithCasesGiven();
        await Save(admin, role, areas);
        Assert.Equal(("", "board@example.org"), Hands);
        Assert.Equal("assignee local@example.org>", office.Timeline(office.CaseOf("CB1").Id)[^1]);
        Assert.Equal(["Nguyễn Thị Giang"], (await (await office.SignedIn(Roles.Board)).Rows("/follow-up?state=unassigned")).Select(r => r.Text("official")));
    }

    [Fact]
    public async Task A_locked_account_keeps_no_open_case_and_is_not_offered_any_more()
    {
        var admin = await AdminWithCasesGiven();
        await TestHost.Post(admin, $"/admin/users?id={CaseOffice.Text(IdOf("local@example.org"))}&handler=Lock", ("locked", "true"));
        Assert.Equal(("", "board@example.org"), Hands);
        Assert.DoesNotContain("local@example.org", await (await office.SignedIn(Roles.Board)).Read("/follow-up/" + CaseOffice.Text(office.CaseOf("CB3").Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_still_may_keeps_its_cases()
    {
        var admin = await AdminWithCasesGiven();
        await Save(admin, Roles.Local, "0901,0902");
        Assert.Equal(("local@example.org", "board@example.org"), Hands);
    }
}
