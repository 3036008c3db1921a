using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.FollowUp;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>Who has a case, in what order and why, whom it is given to, and when it is due.</summary>
public sealed class QueueTests : IDisposable
{
    readonly CaseOffice office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Nothing_is_opened_before_a_result_is_compared_and_everybody_at_a_line_is_there_afterwards()
    {
        var board = await office.BoardWithReferenceData();
        office.Load("results.csv", CaseOffice.Counts);
        Assert.Contains("Chưa có việc nào", await board.Read("/follow-up"), StringComparison.Ordinal);
        await office.Compare(board);
        var rows = await board.Rows("/follow-up");
        // The stronger line first.
        Assert.Equal(["Vũ Bá Thành|dismissal|40|60|opinions", "Nguyễn Thị Giang|may-resign|31|60|opinions"],
            rows.Select(r => $"{r.Text("official")}|{r.Text("standing")}|{CaseOffice.Number(r, "count")}|{CaseOffice.Number(r, "base")}|{r.Text("stage")}"));
        var page = await board.Read("/follow-up");
        Assert.Contains("Có 02 việc đang theo dõi.", page, StringComparison.Ordinal);
        // CITY-2026 is an assumed rule: no consequence stands beside a name.
        Assert.Contains("chưa đủ căn cứ kết luận, chờ xác nhận quy định", page, StringComparison.Ordinal);
        Assert.DoesNotContain("miễn nhiệm", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("02 việc đang theo dõi", await board.Read("/"), StringComparison.Ordinal);
        Assert.Equal(["opinions", null, "opinions"], (await board.Rows("/officials?round=T-2024")).Select(r => r.Text("case")));
    }

    [Fact]
    public async Task Loading_the_same_file_again_opens_no_second_case()
    {
        var board = await office.Compared();
        office.Load("again.csv", CaseOffice.Counts);
        await office.Compare(board);
        Assert.Equal(2, (await board.Rows("/follow-up")).Count);
    }

    [Fact]
    public async Task Several_cases_are_given_to_somebody_and_one_that_changed_meanwhile_is_not()
    {
        var board = await office.Compared();
        var (first, second) = (office.CaseOf("CB1"), office.CaseOf("CB3"));
        await CaseOffice.Change(board, second, "on");
        var answer = await TestHost.Post(board, "/follow-up?handler=Assign", ("case", $"{first.Id}:{first.Revision}"), ("case", $"{second.Id}:{second.Revision}"), ("user", "board@example.org"));
        Assert.Equal("/follow-up?given=1&changed=1", answer.Headers.Location?.OriginalString);
        Assert.Equal(("board@example.org", ""), (office.CaseOf("CB1").Assignee, office.CaseOf("CB3").Assignee));
        Assert.Contains("Chưa chọn việc nào", await CaseOffice.Html(await TestHost.Post(board, "/follow-up?handler=Assign", ("user", "board@example.org"))), StringComparison.Ordinal);
        Assert.Equal(["Nguyễn Thị Giang"], (await board.Rows("/follow-up?state=mine")).Select(r => r.Text("official")));
        Assert.Equal(["Vũ Bá Thành"], (await board.Rows("/follow-up?state=unassigned")).Select(r => r.Text("official")));
    }

    [Fact]
    public async Task A_correction_that_takes_the_reason_away_asks_for_the_case_to_be_closed()
    {
        var board = await office.Compared();
        await Office.Correct(board, "sai số liệu", ("fixed.csv", CaseOffice.Counts.Replace("20,9,31", "22,9,29", StringComparison.Ordinal)));
        Assert.Contains("Số liệu đính chính làm 01 việc không còn lý do", await board.Read("/follow-up"), StringComparison.Ordinal);
        var row = Assert.Single(await board.Rows("/follow-up?state=lifted"));
        Assert.Equal(("Nguyễn Thị Giang", 29), (row.Text("official"), CaseOffice.Number(row, "count")));
        var page = await board.Read("/follow-up/" + CaseOffice.Text(office.CaseOf("CB1").Id));
        Assert.Contains("Số liệu: 31/60 → 29/60", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(board, office.CaseOf("CB1"), "drop", ("Text", "theo biên bản đính chính"))).StatusCode);
        Assert.Equal((true, CaseOutcome.Dropped), (office.CaseOf("CB1").IsClosed, office.CaseOf("CB1").Outcome));
    }

    [Fact]
    public async Task Days_come_from_the_rounds_plan_and_say_how_late_it_is()
    {
        var board = await office.Compared();
        await TestHost.Post(board, "/rounds/T-2024/plan", ("OpinionsDue", "2025-01-20"), ("ReviewDue", "2025-02-20"));
        Assert.All(await board.Rows("/follow-up?state=overdue"), r => Assert.Equal("2025-01-20", r.Text("due")));
        Assert.Matches(@"■ quá hạn \d+ ngày làm việc \(hạn 20/01/2025\)", await board.Read("/follow-up"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "pause", ("Text", "nghỉ ốm"));
        Assert.Equal(["Vũ Bá Thành"], (await board.Rows("/follow-up?state=overdue")).Select(r => r.Text("official")));
        await CaseOffice.Change(board, office.CaseOf("CB3"), "on");
        Assert.Equal(["2025-02-20"], (await board.Rows("/follow-up?state=overdue")).Select(r => r.Text("due")));
    }

    [Fact]
    public async Task An_area_sees_and_works_on_its_own_cases_but_does_not_end_them()
    {
        await office.Compared();
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(["Nguyễn Thị Giang"], (await local.Rows("/follow-up")).Select(r => r.Text("official")));
        Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync("/follow-up/" + CaseOffice.Text(office.CaseOf("CB3").Id), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(local, "/follow-up/" + CaseOffice.Text(office.CaseOf("CB1").Id), ("Change", "reopen"), ("Seen", "1"), ("Text", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(local, office.CaseOf("CB1"), "on")).StatusCode);
        Assert.Equal(CaseStage.Review, office.CaseOf("CB1").Stage);
        var auditor = await office.SignedIn(Roles.Auditor);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/follow-up", Ct)).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_given_a_case_of_a_unit_they_may_not_see()
    {
        var board = await office.Compared();
        var (own, other) = (office.CaseOf("CB1"), office.CaseOf("CB3"));
        var answer = await TestHost.Post(board, "/follow-up?handler=Assign", ("case", $"{own.Id}:{own.Revision}"), ("case", $"{other.Id}:{other.Revision}"), ("user", "local@example.org"));
        Assert.Equal("/follow-up?given=1&out-of-reach=1", answer.Headers.Location?.OriginalString);
        Assert.Equal(("local@example.org", ""), (office.CaseOf("CB1").Assignee, office.CaseOf("CB3").Assignee));
        Assert.Contains("ngoài phạm vi của tài khoản đó", await board.Read("/follow-up?given=1&out-of-reach=1"), StringComparison.Ordinal);
        foreach (var (change, fields) in new (string, (string, string)[])[] { ("assign", [("User", "local@example.org")]), ("add", [("Kind", "task"), ("Text", "x"), ("User", "local@example.org")]) })
            Assert.Contains("Tài khoản đó không được xem đơn vị này", await CaseOffice.Html(await CaseOffice.Change(board, office.CaseOf("CB3"), change, fields)), StringComparison.Ordinal);
    }
}
