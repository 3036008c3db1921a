using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Analytics.Domain.FollowUp;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>The way of one case on its page: from the opinions to a document, with mistakes and two reviewers at once.</summary>
public sealed partial class CaseTests : IDisposable
{
    readonly CaseOffice office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_case_is_walked_from_the_opinions_to_a_document_and_every_step_is_told()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB1"), "assign", ("User", "board@example.org"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "on", ("Text", "Đã xác minh các ý kiến"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "on");
        await CaseOffice.Change(board, office.CaseOf("CB1"), "conclude", ("Outcome", "reminded"), ("Document", "12-TB/ĐU"), ("DocumentDate", "2025-01-15"), ("DecidedBy", "Đảng ủy xã"));
        var answer = await CaseOffice.Change(board, office.CaseOf("CB1"), "close", ("Text", "đã thông báo"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var closed = office.CaseOf("CB1");
        Assert.Equal(["opened >threshold", "assignee >board@example.org", "stage opinions>review Đã xác minh các ý kiến", "stage review>outcome", "outcome >reminded", "document >12-TB/ĐU",
            "document-date >2025-01-15", "decided-by >Đảng ủy xã", "stage outcome>closed đã thông báo"], office.Timeline(closed.Id));
        var page = await board.Read("/follow-up/" + CaseOffice.Text(closed.Id));
        Assert.Contains("Văn bản 12-TB/ĐU, ngày 15/01/2025, Đảng ủy xã.", page, StringComparison.Ordinal);
        Assert.Contains("Bước: Xác minh ý kiến góp ý → Xem xét, đánh giá cán bộ", page, StringComparison.Ordinal);
        Assert.Equal(["Vũ Bá Thành"], (await board.Rows("/follow-up")).Select(r => r.Text("official")));
        Assert.Equal(["Nguyễn Thị Giang|reminded"], (await board.Rows("/follow-up?stage=closed")).Select(r => $"{r.Text("official")}|{r.Text("outcome")}"));
        using var db = office.Store.Open();
        Assert.Equal(5, db.Audit.Count(a => a.Target == "case " + CaseOffice.Text(closed.Id)));
    }

    [Fact]
    public async Task Who_comes_second_sees_what_changed_loses_nothing_and_chooses()
    {
        var board = await office.Compared();
        var both = office.CaseOf("CB1");
        await CaseOffice.Change(board, both, "due", ("Day", "2025-02-01"), ("Text", "theo đề nghị của xã"));
        var answer = await CaseOffice.Change(board, both, "on", ("Text", "chữ của người đến sau"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await CaseOffice.Html(answer);
        Assert.Contains("người khác đã thay đổi việc này", page, StringComparison.Ordinal);
        Assert.Contains("Hạn riêng: (trống) → 01/02/2025 – theo đề nghị của xã", page, StringComparison.Ordinal);
        Assert.Contains("chữ của người đến sau", page, StringComparison.Ordinal);
        Assert.Equal(CaseStage.Opinions, office.CaseOf("CB1").Stage);
        // The form stands there with the case as it is now: sent again it is done.
        var seen = SeenField().Matches(page).Select(m => m.Groups[1].Value).Distinct();
        Assert.Equal([CaseOffice.Text(office.CaseOf("CB1").Revision)], seen);
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(board, office.CaseOf("CB1"), "on", ("Text", "chữ của người đến sau"))).StatusCode);
        Assert.Equal(CaseStage.Review, office.CaseOf("CB1").Stage);
    }

    [Fact]
    public async Task A_note_is_added_whatever_happened_meanwhile()
    {
        var board = await office.Compared();
        var before = office.CaseOf("CB1");
        await CaseOffice.Change(board, before, "on");
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(board, before, "note", ("Text", "đã gọi điện"))).StatusCode);
        Assert.Equal("note > đã gọi điện", office.Timeline(before.Id)[^1]);
    }

    [Theory]
    [InlineData("pause", "Ghi lý do rồi gửi lại.")]
    [InlineData("note", "Chưa ghi gì.")]
    [InlineData("close", "Việc chưa đến bước kết quả xem xét.")]
    [InlineData("drop", "Ghi lý do rồi gửi lại.")]
    [InlineData("back", "Quy định của đợt không có bước đó.")]
    [InlineData("due|Day=31/02/2025", "Ngày ghi chưa đúng")]
    [InlineData("due|Day=2019-01-01|Text=x", "Ngày phải từ ngày lấy phiếu trở đi")]
    [InlineData("assign|User=khach@example.org", "Chưa chọn người phụ trách")]
    [InlineData("drop|Text=mở nhầm", "Kết quả còn đến ngưỡng")]
    public async Task A_mistake_is_told_and_nothing_changes(string typed, string message)
    {
        var board = await office.Compared();
        var parts = typed.Split('|');
        var answer = await CaseOffice.Change(board, office.CaseOf("CB1"), parts[0], [.. parts.Skip(1).Select(p => (p.Split('=')[0], p.Split('=')[1]))]);
        Assert.Contains(message, await CaseOffice.Html(answer), StringComparison.Ordinal);
        Assert.Equal(1, office.CaseOf("CB1").Revision);
    }

    [Fact]
    public async Task A_case_is_opened_by_hand_with_a_reason_and_only_once()
    {
        var board = await office.Compared();
        int result;
        using (var db = office.Store.Open()) result = db.Results.Single(r => r.OfficialKey == "c:CB2").Id;
        var address = "/follow-up/new?result=" + CaseOffice.Text(result);
        Assert.Contains("Ghi lý do mở việc.", await CaseOffice.Html(await TestHost.Post(board, address, ("reason", " "))), StringComparison.Ordinal);
        var answer = await TestHost.Post(board, address, ("reason", "đơn thư phản ánh"));
        var opened = office.CaseOf("CB2");
        Assert.Equal("/follow-up/" + CaseOffice.Text(opened.Id), answer.Headers.Location?.OriginalString);
        Assert.Equal((CaseReason.ByHand, "đơn thư phản ánh", "board@example.org"), (opened.Reason, opened.ReasonText, opened.OpenedBy));
        Assert.Contains("Mở theo đề nghị: đơn thư phản ánh.", await board.Read("/follow-up/" + CaseOffice.Text(opened.Id)), StringComparison.Ordinal);
        Assert.Equal(answer.Headers.Location, (await board.GetAsync(address, Ct)).Headers.Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(board, opened, "drop", ("Text", "đã làm rõ"))).StatusCode);
    }

    [Fact]
    public async Task The_officials_explanation_and_request_are_kept_and_the_request_answered()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB1"), "add", ("Kind", "explanation"), ("Text", "Tôi mới nhận nhiệm vụ"), ("Day", "2025-01-05"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "add", ("Kind", "request"), ("Text", "ghi sai một phiếu"), ("Day", "2025-01-06"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "add", ("Kind", "task"), ("Text", "gọi cho xã"), ("Day", "2025-01-07"), ("User", "board@example.org"));
        var page = await board.Read("/follow-up/" + CaseOffice.Text(office.CaseOf("CB1").Id));
        Assert.Contains("Ý kiến giải trình của người được lấy phiếu", page, StringComparison.Ordinal);
        Assert.Contains("■ Quá hạn", page, StringComparison.Ordinal);
        await CaseOffice.Change(board, office.CaseOf("CB1"), "on");
        await CaseOffice.Change(board, office.CaseOf("CB1"), "on");
        await CaseOffice.Change(board, office.CaseOf("CB1"), "conclude", ("Outcome", "kept"), ("Document", "12-TB/ĐU"), ("DocumentDate", "2025-01-15"), ("DecidedBy", "Đảng ủy xã"));
        Assert.Contains("Còn đề nghị đính chính chưa trả lời", await CaseOffice.Html(await CaseOffice.Change(board, office.CaseOf("CB1"), "close")), StringComparison.Ordinal);
        int request;
        using (var db = office.Store.Open()) request = db.CaseItems.Single(i => i.Kind == CaseItemKind.Request).Id;
        Assert.Contains("Ghi nội dung trả lời.", await CaseOffice.Html(await CaseOffice.Change(board, office.CaseOf("CB1"), "finish", ("Item", CaseOffice.Text(request)))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(board, office.CaseOf("CB1"), "finish", ("Item", CaseOffice.Text(request)), ("Text", "đúng như biên bản"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(board, office.CaseOf("CB1"), "close")).StatusCode);
        Assert.Contains("finished request> đúng như biên bản", office.Timeline(office.CaseOf("CB1").Id));
        Assert.Equal(HttpStatusCode.NotFound, (await CaseOffice.Change(board, office.CaseOf("CB3"), "finish", ("Item", CaseOffice.Text(request)), ("Text", "x"))).StatusCode);
    }

    [Fact]
    public async Task The_timeline_is_had_as_data_and_an_earlier_day_shows_no_cases()
    {
        var board = await office.Compared();
        var id = CaseOffice.Text(office.CaseOf("CB1").Id);
        Assert.Equal(["opened|threshold"], (await board.Rows("/follow-up/" + id)).Select(r => $"{r.Text("kind")}|{r.Text("new")}"));
        Assert.Contains("chỉ xem được ở hiện tại", await board.Read("/follow-up?as-of=" + DateTime.UtcNow.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"Seen\" value=\"([0-9]+)\"")]
    private static partial Regex SeenField();
}
