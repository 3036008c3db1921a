using System.Globalization;
using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Coverage;
using Analytics.Web.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Coverage;

/// <summary>Steps written down on the pages, on 24 November 2026, for a city of two units.</summary>
public sealed class RecordTests : IDisposable
{
    const string Round = "code,name_vi,name_en,regime,held_from,held_to,due,level,sample\nT-2026,Đợt năm 2026,Round 2026,CITY-2026,2026-10-01,2026-10-31,2026-11-10,commune,no\n";
    const string Page = "/coverage?round=T-2026", First = "/coverage/T-2026/090101", Second = "/coverage/T-2026/090201";

    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 5, 40, 0, TimeSpan.Zero));
    readonly Office office;

    public RecordTests() => office = new Office { Replace = services => services.AddSingleton<TimeProvider>(clock) };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    async Task<HttpClient> Board()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("rounds.csv", Round));
        return board;
    }

    string Id(string unit)
    {
        using var reader = office.Store.Read();
        return reader.Db.Units.Single(u => u.Code == unit).Id.ToString(CultureInfo.InvariantCulture);
    }

    List<StepRecord> Records()
    {
        using var reader = office.Store.Read();
        return [.. reader.Db.StepRecords.OrderBy(s => s.Id)];
    }

    List<string> Audited(string action)
    {
        using var reader = office.Store.Read();
        return [.. reader.Db.Audit.Where(a => a.Action == action).OrderBy(a => a.Id).AsEnumerable().Select(a => $"{a.User} {a.Target} {a.Rows}".TrimEnd())];
    }

    Task<HttpResponseMessage> Bulk(HttpClient client, string step, string on, params string[] units) =>
        TestHost.Post(client, Page, [.. units.Select(u => ("units", Id(u))), ("step", step), ("on", on)]);

    static Task<HttpResponseMessage> Write(HttpClient client, string address, string step, string on, string note = "") => TestHost.Post(client, address, ("step", step), ("on", on), ("note", note));

    static async Task<string> Said(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task One_day_is_written_down_for_several_units_at_once_and_audited()
    {
        var board = await Board();
        var answer = await Bulk(board, "conference", "2026-10-20", "090101", "090201");
        Assert.Equal((HttpStatusCode.SeeOther, Page + "&recorded=2#units"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains("Đã ghi nhận cho 02 đơn vị.", await board.Read(Page + "&recorded=2"), StringComparison.Ordinal);
        Assert.Equal(["2026-10-20", "2026-10-20"], (await board.Rows(Page)).Select(r => r.Text("conference_on")));
        Assert.Equal(["conference", "conference"], (await board.Rows(Page)).Select(r => r.Text("reached")));
        Assert.Equal(["board@example.org round T-2026 conference 2026-10-20 2"], Audited("step"));
    }

    [Fact]
    public async Task The_same_day_again_changes_nothing_and_says_so()
    {
        var board = await Board();
        await Bulk(board, "minutes", "2026-11-05", "090101");
        var again = await Bulk(board, "minutes", "2026-11-05", "090101");
        Assert.Equal(Page + "&recorded=0#units", again.Headers.Location?.OriginalString);
        Assert.Contains("Không có gì thay đổi", await board.Read(Page + "&recorded=0"), StringComparison.Ordinal);
        Assert.Single(Records());
        Assert.Single(Audited("step"));
    }

    [Theory]
    [InlineData("conference", "2026-10-20", false, "Hãy đánh dấu ít nhất một đơn vị")]
    [InlineData("", "2026-10-20", true, "Hãy chọn một bước.")]
    [InlineData("loaded", "2026-10-20", true, "Hãy chọn một bước.")]
    [InlineData("conference", "", true, "Hãy ghi ngày")]
    [InlineData("conference", "hôm qua", true, "Hãy ghi ngày")]
    [InlineData("conference", "1989-12-31", true, "Ngày phải từ năm 1990")]
    [InlineData("planned", "2031-11-25", true, "Ngày phải từ năm 1990")]
    [InlineData("minutes", "2026-11-25", true, "Ngày này chưa đến")]
    public async Task A_mistake_is_told_and_nothing_is_written_down(string step, string on, bool chosen, string said)
    {
        var board = await Board();
        Assert.Contains(said, await Said(await Bulk(board, step, on, chosen ? ["090101"] : [])), StringComparison.Ordinal);
        Assert.Empty(Records());
        Assert.Empty(Audited("step"));
    }

    [Fact]
    public async Task A_conference_may_be_planned_for_a_day_to_come()
    {
        var board = await Board();
        Assert.Equal(HttpStatusCode.SeeOther, (await Bulk(board, "planned", "2026-12-01", "090101")).StatusCode);
        Assert.Equal(new DateOnly(2026, 12, 1), Assert.Single(Records()).On);
    }

    [Fact]
    public async Task The_page_of_a_unit_writes_down_replaces_and_takes_back_and_keeps_the_history()
    {
        var board = await Board();
        var answer = await Write(board, First, "minutes", "2026-11-05", "gửi qua bưu điện");
        Assert.Equal((HttpStatusCode.SeeOther, First + "?saved=true"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains("Đã ghi nhận.", await board.Read(First + "?saved=true"), StringComparison.Ordinal);
        await Write(board, First, "minutes", "2026-11-06", "đính chính");
        var page = await board.Read(First);
        Assert.Contains("Nhận biên bản, báo cáo 10/11/2026 06/11/2026 đính chính ghi trên trang board@example.org, 12 giờ 40, ngày 24/11/2026", page, StringComparison.Ordinal);
        Assert.Contains("Nhận biên bản, báo cáo 05/11/2026 gửi qua bưu điện 12 giờ 40, ngày 24/11/2026 board@example.org đã bỏ hoặc thay board@example.org", page, StringComparison.Ordinal);

        var standing = Records().Single(r => r.RemovedAt is null);
        var remove = First + "?handler=Remove";
        var taken = await TestHost.Post(board, remove, ("record", standing.Id.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal((HttpStatusCode.SeeOther, First), (taken.StatusCode, taken.Headers.Location?.OriginalString));
        Assert.Null((await board.Rows(Page)).Single(r => r.Text("unit") == "090101").Text("minutes_on"));
        Assert.Equal(2, (await board.Rows(First)).Count);
        Assert.Equal([$"board@example.org step {standing.Id}"], Audited("step-removed"));
        // A second time there is none that stands; and it is none of the other unit.
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(board, remove, ("record", standing.Id.ToString(CultureInfo.InvariantCulture)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(board, Second + "?handler=Remove", ("record", Records()[0].Id.ToString(CultureInfo.InvariantCulture)))).StatusCode);
    }

    [Fact]
    public async Task A_mistake_on_the_page_of_a_unit_keeps_what_was_typed()
    {
        var board = await Board();
        var page = await Said(await Write(board, First, "conference", "2026-11-25", "sắp tới"));
        Assert.Contains("Ngày này chưa đến", page, StringComparison.Ordinal);
        Assert.Contains("value=\"sắp tới\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-11-25\"", page, StringComparison.Ordinal);
        Assert.Contains("dài quá 300", await Said(await Write(board, First, "conference", "2026-11-20", new string('x', 301))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Write(board, First, "verified", "2026-11-20")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/coverage/T-2026/099999"));
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/coverage/T-1999/090101"));
        Assert.Empty(Records());
    }

    [Fact]
    public async Task An_area_writes_down_for_its_own_units_and_never_for_another()
    {
        var board = await Board();
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(HttpStatusCode.SeeOther, (await Bulk(local, "minutes", "2026-11-05", "090101", "090201")).StatusCode);
        Assert.Equal([Id("090101")], Records().Select(r => r.UnitId.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(["local@example.org round T-2026 minutes 2026-11-05 1"], Audited("step"));
        Assert.Equal(Page + "&recorded=0#units", (await Bulk(local, "minutes", "2026-11-05", "090201")).Headers.Location?.OriginalString);
        await Bulk(board, "minutes", "2026-11-06", "090201");
        var other = Records().Single(r => r.By == "board@example.org").Id.ToString(CultureInfo.InvariantCulture);
        // The token is that of a page the area may see.
        Assert.Equal(HttpStatusCode.NotFound, (await PostWithTokenOf(local, First, Second, ("step", "minutes"), ("on", "2026-11-07"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostWithTokenOf(local, First, Second + "?handler=Remove", ("record", other))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostWithTokenOf(local, First, First + "?handler=Remove", ("record", other))).StatusCode);
        Assert.Equal(2, Records().Count(r => r.RemovedAt is null));
    }

    [Fact]
    public async Task An_auditor_and_a_look_at_an_earlier_day_write_nothing_down()
    {
        var board = await Board();
        var auditor = await office.SignedIn(Roles.Auditor);
        (string, string)[] form = [("units", Id("090101")), ("step", "minutes"), ("on", "2026-11-05")];
        Assert.NotEqual(HttpStatusCode.SeeOther, (await PostWithTokenOf(auditor, "/imports", Page, form)).StatusCode);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await PostWithTokenOf(auditor, "/imports", First, form)).StatusCode);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await PostWithTokenOf(board, First, Page + "&as-of=2026-11-20", form)).StatusCode);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await PostWithTokenOf(board, First, First + "?as-of=2026-11-20", form)).StatusCode);
        Assert.Empty(Records());
    }

    [Fact]
    public async Task An_earlier_day_shows_what_was_written_down_by_then()
    {
        var board = await Board();
        await Write(board, First, "minutes", "2026-11-05");
        clock.Advance(TimeSpan.FromDays(2));
        board = await office.SignedIn(Roles.Board);
        await Write(board, First, "minutes", "2026-11-07");
        await Write(board, Second, "minutes", "2026-11-08");
        clock.Advance(TimeSpan.FromDays(1));
        board = await office.SignedIn(Roles.Board);
        async Task<string> On(string day) => string.Join(' ', (await board.Rows($"{Page}&sort=unit&as-of={day}")).Select(r => r.Text("minutes_on") ?? "-"));
        Assert.Equal(["- -", "2026-11-05 -", "2026-11-05 -", "2026-11-07 2026-11-08"], [await On("2026-11-23"), await On("2026-11-24"), await On("2026-11-25"), await On("2026-11-26")]);
        // Both days look at one version of the results; the pictures are two.
        var chart = "/charts/progress.svg?round=T-2026&as-of=";
        Assert.Contains("1/2 đơn vị", await board.GetStringAsync(chart + "2026-11-25", Ct), StringComparison.Ordinal);
        Assert.Contains("2/2 đơn vị", await board.GetStringAsync(chart + "2026-11-26", Ct), StringComparison.Ordinal);
        Assert.Contains("0/2 đơn vị", await board.GetStringAsync(chart + "2026-11-23", Ct), StringComparison.Ordinal);
        Assert.Contains("05/11/2026", await board.Read(First + "?as-of=2026-11-25"), StringComparison.Ordinal);
        Assert.DoesNotContain("07/11/2026", await board.Read(First + "?as-of=2026-11-25"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_round_and_without_units_the_page_says_what_to_do()
    {
        var board = await office.SignedIn(Roles.Board);
        Assert.Contains("Nhập số liệu", await board.Read("/coverage"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/charts/progress.svg"));
        await Office.Load(board, ("rounds.csv", Round));
        Assert.Contains("Chưa biết đơn vị nào phải gửi kết quả", await board.Read(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/charts/progress.svg?round=T-2026"));
    }

    [Fact]
    public async Task A_round_without_a_last_day_is_counted_from_its_end_and_one_above_communes_has_no_map()
    {
        var board = await Board();
        var said = await board.GetStringAsync("/charts/progress.svg?round=T-2024", Ct);
        Assert.Contains("ngày cuối của đợt", said, StringComparison.Ordinal);
        Assert.Contains("Đến 24/11/2026 (sau ngày cuối của đợt 693 ngày), 0/2 đơn vị", said, StringComparison.Ordinal);
        await Office.Load(board, ("rounds.csv", Round.Replace("T-2026", "P-2026", StringComparison.Ordinal).Replace("commune", "province", StringComparison.Ordinal).Replace("CITY-2026", "NA-96", StringComparison.Ordinal)));
        var page = await board.GetStringAsync("/coverage?round=P-2026", Ct);
        Assert.Contains("chart-progress", page, StringComparison.Ordinal);
        Assert.DoesNotContain("chart-coverage-tiles", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/charts/coverage-tiles.png?round=P-2026"));
    }

    static async Task<HttpResponseMessage> PostWithTokenOf(HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, Ct);
        var token = html.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        return await client.PostAsync(address, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), Ct);
    }
}
