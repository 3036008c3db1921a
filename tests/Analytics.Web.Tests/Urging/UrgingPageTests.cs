using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Coverage;

namespace Analytics.Web.Tests.Urging;

/// <summary>Letters, calls and contacts written down on the pages.</summary>
public sealed class UrgingPageTests : IDisposable
{
    const string List = "/coverage/urging?round=T-2026";
    const string Body = "/coverage/urging/T-2026/110201";

    readonly UrgingCity city = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => city.Dispose();

    static Task<HttpResponseMessage> Letter(HttpClient client, params (string, string)[] fields) => UrgingCity.Post(client, List, "", fields);

    static Task<HttpResponseMessage> Call(HttpClient client, params (string, string)[] fields) => UrgingCity.Post(client, Body, "Call", fields);

    List<string> Kept() => Forms.Sql.Ask(city, """
        SELECT u.code, g.kind, g."on", g.document, g.answered, g.promised, g.note, g."by", CASE WHEN g.removed_at IS NULL THEN 'stands' ELSE 'removed' END FROM urging g JOIN unit u ON u.id = g.body_id ORDER BY g.id
        """);

    [Fact]
    public async Task A_letter_is_recorded_once_for_each_chosen_body_and_for_no_other()
    {
        var board = await city.Board();
        var answer = await Letter(board, ("bodies", city.Key("110201")), ("bodies", city.Key("110401")), ("bodies", city.Key("110401")), ("document", " 45-CV/BTGDVTU "), ("on", "2026-11-23"), ("promised", "2026-11-30"));
        Assert.Equal("/coverage/urging?round=T-2026&recorded=2#bodies", answer.Headers.Location?.OriginalString);
        Assert.Equal(["110201|1|2026-11-23|45-CV/BTGDVTU||2026-11-30||board@example.org|stands", "110401|1|2026-11-23|45-CV/BTGDVTU||2026-11-30||board@example.org|stands"], Kept());
    }

    [Theory]
    [InlineData("", "45-CV", "2026-11-23", "2026-11-30", "Hãy đánh dấu ít nhất một đơn vị")]
    [InlineData("110201", "", "2026-11-23", "2026-11-30", "Hãy ghi số, ký hiệu của công văn.")]
    [InlineData("110201", "45-CV", "", "2026-11-30", "Hãy ghi ngày.")]
    [InlineData("110201", "45-CV", "2026-11-25", "2026-11-30", "Ngày này chưa đến hoặc quá xa.")]
    [InlineData("110201", "45-CV", "1989-12-31", "", "Ngày này chưa đến hoặc quá xa.")]
    [InlineData("110201", "45-CV", "2026-11-23", "2026-11-22", "Ngày hẹn phải từ ngày đôn đốc trở đi")]
    [InlineData("110201", "45-CV", "2026-11-23", "2027-11-24", "Ngày hẹn phải từ ngày đôn đốc trở đi")]
    [InlineData("110201", "45-CV", "2026-11-23", "ngày mai", "Không đọc được ngày")]
    [InlineData("110201", "45-CV", "31/11/2026", "", "Không đọc được ngày")]
    public async Task A_letter_with_a_mistake_is_told_what_is_wrong_and_not_recorded(string body, string document, string on, string promised, string message)
    {
        var board = await city.Board();
        var answer = await Letter(board, [.. body.Length > 0 ? new[] { ("bodies", city.Key(body)) } : [], ("document", document), ("on", on), ("promised", promised)]);
        Assert.Contains(message, await UrgingCity.Html(answer), StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task After_a_mistake_the_number_the_days_and_the_chosen_bodies_are_still_there()
    {
        var board = await city.Board();
        var html = await UrgingCity.Html(await Letter(board, ("bodies", city.Key("110401")), ("document", "45-CV/BTGDVTU"), ("on", "2026-11-20"), ("promised", "2026-11-19")));
        Assert.Contains("name=\"document\" maxlength=\"120\" value=\"45-CV/BTGDVTU\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"on\" type=\"date\" value=\"2026-11-20\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"promised\" type=\"date\" value=\"2026-11-19\"", html, StringComparison.Ordinal);
        Assert.Equal([false, false, true], new[] { "110201", "110301", "110401" }.Select(c => System.Text.RegularExpressions.Regex.IsMatch(html, $"value=\"{city.Key(c)}\"[^>]*checked")));
    }

    [Fact]
    public async Task Bodies_of_another_round_are_not_urged()
    {
        var board = await city.Board();
        var html = await UrgingCity.Html(await Letter(board, ("bodies", city.Key("0901")), ("bodies", "999999"), ("document", "45-CV"), ("on", "2026-11-23")));
        Assert.Contains("Hãy đánh dấu ít nhất một đơn vị", html, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_call_is_recorded_with_who_answered_and_what_was_promised()
    {
        var board = await city.Board();
        var answer = await Call(board, ("On", "2026-11-24"), ("Answered", "Lê Văn Tám"), ("Promised", "2026-11-27"), ("Note", "chờ chữ ký"));
        Assert.Equal(Body + "?saved=call", answer.Headers.Location?.OriginalString);
        Assert.Equal(["110201|0|2026-11-24||Lê Văn Tám|2026-11-27|chờ chữ ký|board@example.org|stands"], Kept());
    }

    [Fact]
    public async Task A_call_with_a_mistake_keeps_what_was_typed()
    {
        var board = await city.Board();
        var html = await UrgingCity.Html(await Call(board, ("On", "2026-11-25"), ("Answered", "Lê Văn Tám"), ("Promised", "2026-11-27"), ("Note", "chờ chữ ký")));
        Assert.Contains("Ngày này chưa đến hoặc quá xa.", html, StringComparison.Ordinal);
        foreach (var typed in new[] { "value=\"2026-11-25\"", "value=\"Lê Văn Tám\"", "value=\"2026-11-27\"", "value=\"chờ chữ ký\"" }) Assert.Contains(typed, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_is_no_day_is_told_and_the_call_not_kept_without_it()
    {
        var board = await city.Board();
        Assert.Contains("Không đọc được ngày", await UrgingCity.Html(await Call(board, ("On", "2026-11-24"), ("Promised", "thứ sáu"))), StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("", "0912", "", "Hãy ghi họ và tên.")]
    [InlineData("Lê Văn Tám", "", "", "Hãy ghi điện thoại hoặc thư điện tử.")]
    public async Task A_contact_needs_a_name_and_a_way_to_be_reached_and_keeps_what_was_typed(string name, string phone, string email, string message)
    {
        var board = await city.Board();
        var html = await UrgingCity.Html(await UrgingCity.Post(board, Body, "Contact", ("Name", name), ("Post", "Văn phòng"), ("Phone", phone), ("Email", email)));
        Assert.Contains(message, html, StringComparison.Ordinal);
        Assert.Contains("value=\"Văn phòng\"", html, StringComparison.Ordinal);
        Assert.Empty(Forms.Sql.Ask(city, "SELECT id FROM contact"));
    }

    [Fact]
    public async Task A_contact_stands_in_the_list_until_it_is_removed_and_stays_in_the_store()
    {
        var board = await city.Board();
        await UrgingCity.Post(board, Body, "Contact", ("Name", "Lê Văn Tám"), ("Post", "Chánh Văn phòng"), ("Phone", "0912 345 678"), ("Email", ""));
        Assert.Contains("Lê Văn Tám 0912 345 678", await board.Read(List), StringComparison.Ordinal);
        var removed = await UrgingCity.Post(board, Body, "RemoveContact", ("id", Forms.Sql.Ask(city, "SELECT id FROM contact")[0]));
        Assert.Equal(Body + "?saved=removed", removed.Headers.Location?.OriginalString);
        Assert.DoesNotContain("Lê Văn Tám", await board.Read(List), StringComparison.Ordinal);
        Assert.Equal(["Lê Văn Tám|board@example.org"], Forms.Sql.Ask(city, "SELECT name, removed_by FROM contact"));
    }

    [Fact]
    public async Task An_urging_is_removed_on_the_page_of_its_own_body_only_and_once()
    {
        var board = await city.Board();
        await Call(board, ("On", "2026-11-24"));
        var id = Forms.Sql.Ask(city, "SELECT id FROM urging")[0];
        Assert.Equal(HttpStatusCode.NotFound, (await UrgingCity.Post(board, "/coverage/urging/T-2026/110401", "RemoveUrging", ("id", id))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await UrgingCity.Post(board, Body, "RemoveUrging", ("id", id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await UrgingCity.Post(board, Body, "RemoveUrging", ("id", id))).StatusCode);
    }

    [Fact]
    public async Task An_answer_took_the_days_from_the_urging_to_the_minutes()
    {
        var board = await city.Board();
        await Call(board, ("On", "2026-11-20"));
        city.Seed(db => db.StepRecords.Add(new StepRecord { RoundId = db.Rounds.Single(r => r.Code == "T-2026").Id, UnitId = city.Id("110201"), Step = CoverageStep.Minutes, On = new(2026, 11, 23), At = city.Clock.GetUtcNow().UtcDateTime, By = "test" }));
        Assert.Contains("20/11/2026 gọi điện không ai trả lời – sau 3 ngày", await board.Read(Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_has_answered_when_the_last_of_its_units_has()
    {
        var board = await city.Board();
        const string district = "/coverage/urging/T-2024/0901";
        await UrgingCity.Post(board, district, "Call", ("On", "2025-01-20"));
        void Minutes(string code, DateOnly day) => city.Seed(db => db.StepRecords.Add(new StepRecord { RoundId = db.Rounds.Single(r => r.Code == "T-2024").Id, UnitId = city.Id(code), Step = CoverageStep.Minutes, On = day, At = city.Clock.GetUtcNow().UtcDateTime, By = "test" }));
        Minutes("090101", new(2025, 1, 8));
        Minutes("090102", new(2025, 1, 22));
        Assert.Contains("– chưa đủ", await board.Read(district), StringComparison.Ordinal);
        Minutes("090103", new(2025, 1, 25));
        Assert.Contains("– sau 5 ngày", await board.Read(district), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_is_marked_as_broken_from_the_day_after_it()
    {
        var board = await city.Board();
        await Call(board, ("On", "2026-11-24"), ("Promised", "2026-11-25"));
        board = await city.DaysLater(1);
        Assert.DoesNotContain("đã quá ngày hẹn", await board.Read(List), StringComparison.Ordinal);
        board = await city.DaysLater(1);
        Assert.Contains("25/11/2026 ! đã quá ngày hẹn", await board.Read(List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_written_down_without_a_name_or_a_telephone()
    {
        var board = await city.Board();
        await Letter(board, ("bodies", city.Key("110201")), ("bodies", city.Key("110301")), ("document", "45-CV"), ("on", "2026-11-23"));
        await Call(board, ("On", "2026-11-24"), ("Answered", "Lê Văn Tám"));
        await UrgingCity.Post(board, Body, "Contact", ("Name", "Lê Văn Tám"), ("Phone", "0912"));
        await UrgingCity.Post(board, Body, "RemoveContact", ("id", Forms.Sql.Ask(city, "SELECT id FROM contact")[0]));
        var (unit, contact) = (city.Key("110201"), Forms.Sql.Ask(city, "SELECT id FROM contact")[0]);
        Assert.Equal(
            [
                "board@example.org urge-letter round T-2026 2026-11-23 2", "board@example.org urge-call round T-2026 2026-11-24 1",
                $"board@example.org contact unit {unit}", $"board@example.org contact-removed contact {contact}",
            ],
            city.Audited());
    }

    [Theory]
    [InlineData(Roles.Local), InlineData(Roles.Auditor), InlineData(Roles.Admin)]
    public async Task Who_is_not_of_the_office_finds_nothing_and_records_nothing(string role)
    {
        await city.Board();
        var client = await city.SignedIn(role);
        foreach (var address in new[] { List, Body, List + "&format=docx", List + "&format=csv" }) Assert.Equal(HttpStatusCode.NotFound, await client.Status(address));
        var answer = await TestHost.Post(client, "/sign-out");
        Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task An_earlier_day_shows_what_was_known_then()
    {
        var board = await city.Board();
        await Call(board, ("On", "2026-11-24"), ("Answered", "Lê Văn Tám"));
        board = await city.DaysLater(2);
        await Call(board, ("On", "2026-11-26"), ("Answered", "Hồ Thị Hai"));
        var then = await board.Read(Body + "?as-of=2026-11-25");
        Assert.Contains("Lê Văn Tám", then, StringComparison.Ordinal);
        Assert.DoesNotContain("Hồ Thị Hai", then, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(List + "&as-of=2026-11-25"), InlineData(Body + "?as-of=2026-11-25")]
    public async Task On_an_earlier_day_nothing_can_be_recorded(string address)
    {
        var board = await city.Board();
        await Call(board, ("On", "2026-11-24"));
        board = await city.DaysLater(2);
        var html = await board.GetStringAsync(address, Ct);
        Assert.DoesNotMatch("<form[^>]*method=\"post\"[^>]*action=\"/coverage", html);
        Assert.DoesNotContain("type=\"checkbox\"", html, StringComparison.Ordinal);
        var token = System.Text.RegularExpressions.Regex.Match(await board.GetStringAsync(Body, Ct), "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("On", "2026-11-25"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.NotFound, (await board.PostAsync(Body + "?handler=Call&as-of=2026-11-25", form, Ct)).StatusCode);
        Assert.Single(Kept());
    }

    [Fact]
    public async Task Markup_that_was_typed_is_shown_as_it_was_typed()
    {
        var board = await city.Board();
        await UrgingCity.Post(board, Body, "Contact", ("Name", "<script>alert(1)</script>"), ("Phone", "0912"));
        var html = await board.GetStringAsync(Body, Ct);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_that_cannot_be_seen_are_not_kept()
    {
        var board = await city.Board();
        await Call(board, ("On", "2026-11-24"), ("Answered", "Lê\u0001 Văn\u0007 Tám"), ("Note", "một\r\nhai"));
        Assert.Equal(["Lê Văn Tám|một hai"], Forms.Sql.Ask(city, "SELECT answered, note FROM urging"));
    }

    [Fact]
    public async Task A_text_longer_than_its_field_is_told_and_not_cut()
    {
        var board = await city.Board();
        Assert.Contains("Một ô quá dài.", await UrgingCity.Html(await Call(board, ("On", "2026-11-24"), ("Answered", new string('x', 121)))), StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_form_with_a_NUL_is_refused_as_a_bad_request()
    {
        var board = await city.Board();
        Assert.Equal(HttpStatusCode.BadRequest, (await Call(board, ("On", "2026-11-24"), ("Answered", "Lê\0 Văn Tám"))).StatusCode);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task Ten_thousand_check_boxes_are_refused_as_a_bad_request()
    {
        var board = await city.Board();
        var answer = await Letter(board, [.. Enumerable.Range(1, 10_000).Select(i => ("bodies", i.ToString(System.Globalization.CultureInfo.InvariantCulture))), ("document", "45-CV"), ("on", "2026-11-23")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Kept());
    }
}
