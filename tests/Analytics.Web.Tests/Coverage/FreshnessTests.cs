using System.Globalization;
using System.Net;
using System.Text.Json;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Coverage;

/// <summary>What changes shows in the very next answer of every page that was looked at just before, on 24 November 2026.</summary>
public sealed class FreshnessTests : IDisposable
{
    const string Page = "/coverage?round=T-2024", First = "/coverage/T-2024/090101", Entry = "/entry/T-2024/090101";

    const string Roster = """
        round,unit,position,official,official_code,born,status,reason
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,due,
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,due,
        T-2024,090201,PC-CHAIR,Vũ Bá Thành,CB3,1972,due,
        """;

    readonly Office office = new() { Replace = services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 5, 40, 0, TimeSpan.Zero))) };

    public void Dispose() => office.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Task<HttpResponseMessage> Write(HttpClient client, string step, string on) => TestHost.Post(client, First, ("step", step), ("on", on), ("note", ""));

    static async Task<JsonElement> Unit(HttpClient client, string unit = "090101") => (await client.Rows(Page)).Single(r => r.Text("unit") == unit);

    int[] Results()
    {
        using var reader = office.Store.Read();
        return [.. reader.Db.Results.OrderBy(r => r.Sequence).Select(r => r.Id)];
    }

    string StandingRecord()
    {
        using var reader = office.Store.Read();
        return reader.Db.StepRecords.Where(s => s.RemovedAt == null).OrderByDescending(s => s.Id).First().Id.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_step_shows_as_soon_as_it_is_written_down_replaced_or_taken_back()
    {
        var board = await office.BoardWithReferenceData();
        var seen = new List<string?>();
        async Task Look() => seen.Add($"{(await Unit(board)).Text("self_review_on")} {(await Unit(board)).Text("minutes_on")}");
        await Look();
        await Write(board, "self-review", "2024-12-05");
        await Look();
        await Write(board, "minutes", "2024-12-20");
        await Look();
        await Write(board, "self-review", "2024-12-06");
        await Look();
        await TestHost.Post(board, First + "?handler=Remove", ("record", StandingRecord()));
        await Look();
        await TestHost.Post(board, First + "?handler=Remove", ("record", StandingRecord()));
        await Look();
        await Write(board, "minutes", "2024-12-21");
        await Look();
        Assert.Equal([" ", "2024-12-05 ", "2024-12-05 2024-12-20", "2024-12-06 2024-12-20", " 2024-12-20", " ", " 2024-12-21"], seen);
    }

    [Fact]
    public async Task The_curve_is_drawn_anew_when_minutes_arrive_and_when_they_are_taken_back()
    {
        var board = await office.BoardWithReferenceData();
        Task<string> Chart() => board.GetStringAsync("/charts/progress.svg?round=T-2024", Ct);
        var before = await Chart();
        Assert.Contains("0/2 đơn vị", before, StringComparison.Ordinal);
        await Write(board, "planned", "2024-12-10");
        Assert.Equal(before, await Chart());
        await Write(board, "minutes", "2024-12-20");
        Assert.Contains("1/2 đơn vị", await Chart(), StringComparison.Ordinal);
        Assert.Contains("1/2 units", await board.GetStringAsync("/charts/progress.svg?round=T-2024&lang=en", Ct), StringComparison.Ordinal);
        await board.GetStringAsync("/charts/progress.svg?round=T-2024&lang=vi", Ct);
        await TestHost.Post(board, First + "?handler=Remove", ("record", StandingRecord()));
        Assert.Equal(before, await Chart());
    }

    [Fact]
    public async Task A_comparison_shows_as_soon_as_it_is_made_or_taken_back()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(await office.SignedIn(Roles.Local), ("results.csv", Office.Results));
        Assert.Equal((0, "loaded"), ((await Unit(board)).Int("verified"), (await Unit(board)).Text("reached")));
        var results = Results().Select(r => ("results", r.ToString(CultureInfo.InvariantCulture))).ToArray();
        await TestHost.Post(board, Entry + "?handler=Verify", [results[0], ("document", "01/BB-KP")]);
        Assert.Equal((1, "loaded"), ((await Unit(board)).Int("verified"), (await Unit(board)).Text("reached")));
        await TestHost.Post(board, Entry + "?handler=Verify", [results[1], ("document", "01/BB-KP")]);
        Assert.Equal((2, "verified"), ((await Unit(board)).Int("verified"), (await Unit(board)).Text("reached")));
        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(board, Entry + "?handler=Verify", [.. results, ("revoke", "true")])).StatusCode);
        Assert.Equal((0, "loaded"), ((await Unit(board)).Int("verified"), (await Unit(board)).Text("reached")));
    }

    [Fact]
    public async Task A_roster_and_its_correction_show_as_soon_as_they_are_published()
    {
        var board = await office.BoardWithReferenceData();
        Assert.False((await Unit(board)).GetProperty("due").ValueKind == JsonValueKind.Number);
        await board.Read("/calendar");
        await Office.Load(board, ("roster.csv", Roster));
        Assert.Equal((2, 1), ((await Unit(board)).Int("due"), (await Unit(board, "090201")).Int("due")));
        await Write(board, "minutes", "2024-12-20");
        await Office.Correct(board, "đính chính danh sách", ("roster.csv", Roster.Replace("1971,due,", "1971,exempt,nghỉ chữa bệnh", StringComparison.Ordinal)));
        Assert.Equal((1, 1), ((await Unit(board)).Int("due"), (await Unit(board)).Int("not_due")));
        Assert.Equal("2024-12-20", (await Unit(board)).Text("minutes_on"));
        Assert.Equal(1, (await board.Rows("/forms?form=1&round=T-2024")).Single(r => r.Text("unit_name") == "Xã Trung Lạc").Int("due"));
    }

    [Fact]
    public async Task Results_and_their_correction_show_as_soon_as_they_are_published()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("roster.csv", Roster), ("results.csv", Office.Results));
        const string Posts = "/forms?form=2&round=T-2024";
        async Task<string> Look() => string.Join(' ', (await Unit(board, "090201")).Int("results"), (await board.Rows(Posts)).Single(r => r.Text("position") == "Chủ tịch HĐND").Int("officials"),
            (await board.Rows(Posts)).Single(r => r.Text("position") == "Chủ tịch UBND").Int("low"), (await board.Rows("/calendar")).Count(r => r.Text("unit") == "090201" && r.Text("last_round") is null));
        Assert.Equal("0 1 10 1", await Look());
        await Write(board, "minutes", "2024-12-20");
        await Office.Load(board, ("second.csv", Office.ResultsOfSecondArea));
        Assert.Equal("1 2 10 0", await Look());
        await Office.Correct(board, "đọc nhầm biên bản", ("results.csv", Office.Results.Replace(",30,20,10", ",30,19,11", StringComparison.Ordinal)));
        Assert.Equal("1 2 11 0", await Look());
    }

    [Fact]
    public async Task A_renamed_unit_shows_under_its_new_name_at_once_and_an_area_still_sees_its_own_units_only()
    {
        var board = await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        await Write(board, "minutes", "2024-12-20");
        Assert.Equal(["Xã Trung Lạc"], (await local.Rows(Page)).Select(r => r.Text("unit_name")));
        Assert.Equal("Xã Trung Lạc", (await Unit(board)).Text("unit_name"));
        await Office.Correct(board, "đổi tên", ("units.csv", Office.Units.Replace("Xã Trung Lạc", "Xã Trung Hòa", StringComparison.Ordinal)));
        Assert.Equal(["Xã Trung Hòa"], (await local.Rows(Page)).Select(r => r.Text("unit_name")));
        Assert.Equal(("Xã Trung Hòa", "2024-12-20"), ((await Unit(board)).Text("unit_name"), (await Unit(board)).Text("minutes_on")));
        Assert.Contains(">Xã Trung Hòa (Huyện An Khuê)</option>", WebUtility.HtmlDecode(await board.GetStringAsync("/rounds/T-2024/text", Ct)), StringComparison.Ordinal);
    }
}
