using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Urging;

namespace Analytics.Web.Tests.Calendar;

/// <summary>The plan of a round, set on its page.</summary>
public sealed class PlanTests : IDisposable
{
    const string Plan = "/rounds/T-2026/plan";

    readonly UrgingCity city = new();

    public void Dispose() => city.Dispose();

    static Task<HttpResponseMessage> Save(HttpClient client, params (string, string)[] fields) => UrgingCity.Post(client, Plan, "", fields);

    List<string> Kept() => Forms.Sql.Ask(city, "SELECT document, document_date, planned_due, self_review_due, conference_due, minutes_due, verified_due, council_session, updated_by FROM round_plan");

    [Fact]
    public async Task A_plan_is_saved_with_its_document_and_days()
    {
        var board = await city.Board();
        var answer = await Save(board, ("Document", " 12-KH/TU "), ("DocumentDate", "2026-01-05"), ("PlannedDue", "2026-09-15"), ("SelfReviewDue", "2026-09-25"), ("ConferenceDue", "2026-10-31"), ("MinutesDue", "2026-11-20"), ("VerifiedDue", "2026-11-27"), ("CouncilSession", "2026-12-08"));
        Assert.Equal(Plan + "?saved=true", answer.Headers.Location?.OriginalString);
        Assert.Equal(["12-KH/TU|2026-01-05|2026-09-15|2026-09-25|2026-10-31|2026-11-20|2026-11-27|2026-12-08|board@example.org"], Kept());
    }

    [Fact]
    public async Task The_same_plan_again_changes_nothing_and_leaves_no_trace()
    {
        var board = await city.Board();
        await Save(board, ("Document", "12-KH/TU"), ("MinutesDue", "2026-11-20"));
        var answer = await Save(board, ("Document", "12-KH/TU"), ("MinutesDue", "2026-11-20"));
        Assert.Equal(Plan + "?saved=false", answer.Headers.Location?.OriginalString);
        Assert.Single(city.Audited());
    }

    [Fact]
    public async Task The_trace_of_a_change_holds_the_day_before_and_after()
    {
        var board = await city.Board();
        await Save(board, ("Document", "12-KH/TU"), ("MinutesDue", "2026-11-20"));
        await Save(board, ("Document", "12-KH/TU"), ("MinutesDue", "2026-11-25"), ("CouncilSession", "2026-12-08"));
        Assert.Equal(
            ["board@example.org plan round T-2026: minutes - > 2026-11-20, document", "board@example.org plan round T-2026: minutes 2026-11-20 > 2026-11-25, session - > 2026-12-08"],
            city.Audited());
    }

    [Theory]
    [InlineData("ConferenceDue", "2026-09-10", "conference", "Ngày này trước hạn của bước trước đó.")]
    [InlineData("MinutesDue", "2027-10-03", "minutes", "Ngày này cách đợt lấy phiếu quá xa.")]
    [InlineData("CouncilSession", "2025-09-29", "session", "Ngày này cách đợt lấy phiếu quá xa.")]
    [InlineData("DocumentDate", "2024-09-28", "document-date", "Ngày này cách đợt lấy phiếu quá xa.")]
    [InlineData("MinutesDue", "31/02/2026", "minutes", "Không đọc được ngày")]
    [InlineData("VerifiedDue", "cuối năm", "verified", "Không đọc được ngày")]
    [InlineData("Document", "0123456789012345678901234567890123456789012345678901234567890", "document", "Số, ký hiệu dài quá 60 ký tự.")]
    public async Task A_mistake_is_told_beside_its_field_and_nothing_saved(string field, string value, string id, string message)
    {
        var board = await city.Board();
        var html = await UrgingCity.Html(await Save(board, ("PlannedDue", "2026-09-15"), (field, value)));
        Assert.Matches($"id=\"{id}\"[^>]*aria-invalid=\"true\"", html);
        Assert.Equal(message, System.Text.RegularExpressions.Regex.Match(html, $"id=\"{id}\".*?<span class=\"field-error\" role=\"alert\">(.*?)</span>", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value[..message.Length]);
        Assert.Contains("value=\"2026-09-15\"", html, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("2027-10-02"), InlineData("2025-09-30")]
    public async Task A_day_within_a_year_and_a_day_of_the_round_is_taken(string day)
    {
        var board = await city.Board();
        Assert.Equal(HttpStatusCode.SeeOther, (await Save(board, ("MinutesDue", day))).StatusCode);
    }

    [Fact]
    public async Task Last_days_take_effect_on_the_page_of_progress()
    {
        var board = await city.Board();
        static string Late(IEnumerable<System.Text.Json.JsonElement> rows) => rows.Where(r => r.Text("unit") == "110201").Select(r => $"{r.Text("overdue_step")} {r.Int("overdue_days")}").Single();
        // The round ended on 31 October, 24 days ago.
        Assert.Equal("conference 24", Late(await board.Rows("/coverage?round=T-2026")));
        await Save(board, ("ConferenceDue", "2026-11-22"), ("MinutesDue", "2026-11-30"));
        Assert.Equal("conference 2", Late(await board.Rows("/coverage?round=T-2026")));
    }

    [Fact]
    public async Task The_calendar_shows_the_plan_and_the_working_days_left()
    {
        var board = await city.Board();
        await Save(board, ("Document", "12-KH/TU"), ("DocumentDate", "2026-01-05"), ("MinutesDue", "2026-11-30"));
        var page = await board.Read("/calendar");
        Assert.Contains("12-KH/TU 05/01/2026", page, StringComparison.Ordinal);
        // 25, 26, 27 and 30 November.
        Assert.Contains("30/11/2026 còn 4 ngày làm việc", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Local), InlineData(Roles.Auditor)]
    public async Task Who_is_not_of_the_office_sees_the_calendar_and_cannot_open_a_plan(string role)
    {
        await city.Board();
        var client = await city.SignedIn(role);
        Assert.DoesNotContain("/plan\"", await client.GetStringAsync("/calendar", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await client.Status(Plan));
    }

    [Fact]
    public async Task Of_two_plans_saved_at_once_both_are_in_the_trace_and_the_later_stands()
    {
        var boards = new[] { await city.Board(), await city.Board() };
        var answers = await Task.WhenAll(boards.Select((b, i) => Save(b, ("MinutesDue", $"2026-11-2{i + 5}"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(2, city.Audited().Count);
        Assert.EndsWith("> " + Kept()[0].Split('|')[5], city.Audited()[^1], StringComparison.Ordinal);
    }
}
