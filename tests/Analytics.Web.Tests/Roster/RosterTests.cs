using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Web.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Tests.Roster;

/// <summary>A roster edited on its page obeys the rules of files, keeps what stood before, and never drops anybody unasked.</summary>
public sealed class RosterTests : IDisposable
{
    const string List = "/rounds/T-2024/roster";
    const string First = List + "/090101";
    const string Second = List + "/090201";

    const string Roster = """
        round,unit,position,official,official_code,born,in_post_since,status,reason
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,,1970,2021-06-30,due,
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,,1971,2021-07-01,due,
        T-2024,090201,PC-CHAIR,,,,,vacant,chờ bầu
        """;

    readonly Office office = new();

    public void Dispose() => office.Dispose();

    static string Line(RosterEntry e) => $"{e.UnitId} {e.PositionId} {e.Official} {e.Born} {e.Status}";

    /// <summary>Looked for in the markup: a page read as text has no fields.</summary>
    static async Task<bool> HasForm(HttpClient client, string address) =>
        (await client.GetStringAsync(address, TestContext.Current.CancellationToken)).Contains("name=\"Lines[0].Official\"", StringComparison.Ordinal);

    List<RosterEntry> Standing()
    {
        using var reader = office.Store.Read();
        return reader.Db.Roster.OrderBy(r => r.UnitId).ThenBy(r => r.PositionId).ThenBy(r => r.Official).ToList();
    }

    List<RosterEntry> Closed()
    {
        using var reader = office.Store.Read();
        return reader.Db.Roster.IgnoreQueryFilters([AnalyticsDb.PublishedFilter]).Where(r => r.ToVersion != null).OrderBy(r => r.Id).ToList();
    }

    async Task<HttpClient> BoardWithRoster()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("roster.csv", Roster));
        return board;
    }

    [Fact]
    public async Task The_first_line_of_a_round_is_saved_only_by_who_knows_what_it_does_to_the_other_units()
    {
        var board = await office.BoardWithReferenceData();
        Assert.Contains("Đợt này chưa có danh sách: 02 đơn vị đều được tính là phải báo cáo", await board.Read(List), StringComparison.Ordinal);
        Assert.Contains("0/2", await board.Read("/rounds/T-2024"), StringComparison.Ordinal);

        var (status, page) = await (await RosterPage.Open(board, First)).With(0, "Official", "Nguyễn Thị Giang").With(0, "Born", "1970").Save();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Hãy đọc và đánh dấu xác nhận ở cuối biểu trước khi lưu.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Nguyễn Thị Giang\"", page, StringComparison.Ordinal);
        Assert.Empty(Standing());

        (status, page) = await (await RosterPage.Open(board, First)).With(0, "Official", "Nguyễn Thị Giang").With(0, "Born", "1970").With("Begin", "true").Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("Đã lưu danh sách.", page, StringComparison.Ordinal);
        Assert.Equal(("Nguyễn Thị Giang", "1970", RosterStatus.Due), Assert.Single(Standing()) is var e ? (e.Official, e.Born, e.Status) : default);
        page = await board.Read(List);
        Assert.Contains("Có 1 người thuộc diện tại 1 đơn vị", page, StringComparison.Ordinal);
        Assert.Contains("01 đơn vị chưa có trong danh sách nên chưa được tính là phải báo cáo.", page, StringComparison.Ordinal);
        Assert.Contains("0/1", await board.Read("/rounds/T-2024"), StringComparison.Ordinal);
        Assert.Contains("01 đơn vị chưa có trong danh sách người thuộc diện nên chưa được tính là phải báo cáo.", await board.Read("/coverage?round=T-2024"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_without_a_code_is_changed_in_its_place_with_a_reason_and_what_stood_stays_to_be_seen()
    {
        var board = await BoardWithRoster();
        var form = await RosterPage.Open(board, First);
        var line = form.LineOf("Nguyễn Thị Giang");
        var (status, page) = await form.With(line, "Official", "Nguyễn Thị Dang").Save();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("official: đã nạp \"Nguyễn Thị Giang\", trong tệp \"Nguyễn Thị Dang\"", page, StringComparison.Ordinal);
        Assert.Contains("Hãy ghi lý do sửa hoặc bỏ rồi lưu lại.", page, StringComparison.Ordinal);
        Assert.Empty(Closed());

        (status, page) = await form.With("ChangeReason", "viết sai tên").Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal(["Nguyễn Thị Dang", "Đinh Văn Cường", null], Standing().Select(e => e.Official));
        Assert.Equal(("Nguyễn Thị Giang", "viết sai tên"), Assert.Single(Closed()) is var e ? (e.Official, e.CloseReason) : default);
        Assert.Contains("01 dòng đã sửa hoặc đã đưa ra khỏi danh sách", page, StringComparison.Ordinal);
        Assert.Contains("viết sai tên", page, StringComparison.Ordinal);
        Assert.Equal("2 0 1 1 0 0", Office.Numbers((await Office.History(board))[0]));
    }

    [Fact]
    public async Task Two_lines_may_change_places_in_one_go()
    {
        var board = await BoardWithRoster();
        var form = await RosterPage.Open(board, First);
        var (chair, committee) = (form.LineOf("Nguyễn Thị Giang"), form.LineOf("Đinh Văn Cường"));
        var (status, _) = await form.With(chair, "Position", "PPC-CHAIR").With(committee, "Position", "PC-CHAIR").With("ChangeReason", "nhầm chức danh").Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal(["Đinh Văn Cường", "Nguyễn Thị Giang", null], Standing().Select(e => e.Official));
        Assert.Equal(2, Closed().Count);
    }

    [Fact]
    public async Task A_line_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var board = await BoardWithRoster();
        var late = await RosterPage.Open(board, First);
        var early = await RosterPage.Open(board, First);
        await early.With(early.LineOf("Nguyễn Thị Giang"), "Born", "1972").With("ChangeReason", "sai năm sinh").Save();
        var before = Standing().ConvertAll(Line);

        var (status, page) = await late.With(late.LineOf("Nguyễn Thị Giang"), "Official", "Nguyễn Thị Hương").With("ChangeReason", "người mới").Save();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Dòng này trong danh sách vừa được người khác sửa", page, StringComparison.Ordinal);
        Assert.Equal(before, Standing().ConvertAll(Line));

        (status, page) = await late.With(late.LineOf("Nguyễn Thị Hương"), "Remove", "true").With(late.LineOf("Đinh Văn Cường"), "Remove", "true").Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("Đã đưa 01 dòng ra khỏi danh sách.", page, StringComparison.Ordinal);
        Assert.Contains("01 dòng không còn như lúc bạn mở nên chưa được đưa ra", page, StringComparison.Ordinal);
        Assert.Equal(["Nguyễn Thị Giang", null], Standing().Select(e => e.Official));
    }

    [Fact]
    public async Task A_name_that_stands_on_another_line_of_the_post_is_refused()
    {
        var board = await BoardWithRoster();
        var early = await RosterPage.Open(board, First);
        var late = await RosterPage.Open(board, First);
        var spare = early.Spare;
        await early.With(spare, "Position", "PC-CHAIR").With(spare, "Official", "Lê Thu Trà").With(spare, "Born", "1980").Save();
        var (status, page) = await late.With(late.LineOf("Nguyễn Thị Giang"), "Official", "Lê Thu Trà").With(late.LineOf("Lê Thu Trà"), "Born", "1980").With("ChangeReason", "người mới").Save();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"Lê Thu Trà\" đã có ở một dòng khác của chức danh này trong danh sách.", page, StringComparison.Ordinal);
        Assert.Empty(Closed());
    }

    [Fact]
    public async Task Who_is_taken_off_needs_a_reason_and_is_no_longer_due()
    {
        var board = await BoardWithRoster();
        var form = await RosterPage.Open(board, First);
        form.With(form.LineOf("Đinh Văn Cường"), "Remove", "true");
        var (status, page) = await form.Save();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Hãy ghi lý do sửa hoặc bỏ rồi lưu lại.", page, StringComparison.Ordinal);

        (status, page) = await form.With("ChangeReason", "ghi nhầm đợt").Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("Thuộc diện: 1; được miễn: 0; khuyết: 0", page, StringComparison.Ordinal);
        Assert.Equal(("Đinh Văn Cường", "ghi nhầm đợt"), Assert.Single(Closed()) is var e ? (e.Official, e.CloseReason) : default);
        using var reader = office.Store.Read();
        Assert.Equal("withdraw", reader.Db.Audit.OrderBy(a => a.Id).Last(a => a.User == "board@example.org" && a.Action != "view").Action);
    }

    [Fact]
    public async Task A_vacancy_needs_no_name_and_a_line_that_stands_cannot_lose_its_name()
    {
        var board = await BoardWithRoster();
        var form = await RosterPage.Open(board, Second);
        var spare = form.Spare;
        var (status, _) = await form.With(spare, "Position", "PPC-CHAIR").With(spare, "Status", "vacant").Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal(2, Standing().Count(e => e.Status == RosterStatus.Vacant));

        form = await RosterPage.Open(board, First);
        (status, var page) = await form.With(form.LineOf("Nguyễn Thị Giang"), "Official", "").With("ChangeReason", "x").Save();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("class=\"field-error\"", page, StringComparison.Ordinal);
        Assert.Equal(2, Standing().Count(e => e.Status == RosterStatus.Due));
    }

    [Fact]
    public async Task Somebody_with_a_result_who_is_not_on_the_roster_is_proposed_and_told()
    {
        var board = await BoardWithRoster();
        await Office.Load(board, ("results.csv", Office.Results.Replace("Đinh Văn Cường", "Trần Thị Mai", StringComparison.Ordinal)));
        var page = await board.Read(First);
        Assert.Contains("đã có kết quả, chưa có trong danh sách", page, StringComparison.Ordinal);
        var form = await RosterPage.Open(board, First);
        form.LineOf("Trần Thị Mai");
        var (status, _) = await form.Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("Trần Thị Mai", Standing().Select(e => e.Official));
    }

    [Fact]
    public async Task An_account_of_an_area_edits_its_own_units_begins_no_roster_and_reaches_no_line_of_others()
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        Assert.False(await HasForm(local, First));
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(local, First, ("Lines[0].Official", "A"), ("Lines[0].Position", "PC-CHAIR"), ("Begin", "true"))).StatusCode);

        await Office.Load(await office.SignedIn(Roles.Board), ("roster.csv", Roster));
        Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync(Second, TestContext.Current.CancellationToken)).StatusCode);
        var foreign = Standing().Single(e => e.Status == RosterStatus.Vacant);
        var form = await RosterPage.Open(local, First);
        var (status, page) = await form.With(0, "Id", foreign.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).With("ChangeReason", "x").Save();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("vừa được người khác sửa", page, StringComparison.Ordinal);
        Assert.Empty(Closed());

        form = await RosterPage.Open(local, First);
        (status, _) = await form.With(form.LineOf("Đinh Văn Cường"), "Status", "exempt").With(form.LineOf("Đinh Văn Cường"), "Reason", "nghỉ hưu").With("ChangeReason", "theo thông báo").Save();
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal(RosterStatus.Exempt, Standing().Single(e => e.Official == "Đinh Văn Cường").Status);
    }

    [Fact]
    public async Task A_roster_longer_than_a_form_is_shown_and_changed_by_a_file_only()
    {
        var board = await office.BoardWithReferenceData();
        var lines = Enumerable.Range(0, 101).Select(i => $"T-2024,090101,PPC-CHAIR,Người {i},,1970,,due,");
        await Office.Load(board, ("roster.csv", Roster.Split('\n')[0] + "\n" + string.Join('\n', lines) + "\n"));
        var page = await board.Read(First);
        Assert.Contains("Danh sách dài hãy nhập từ tệp.", page, StringComparison.Ordinal);
        Assert.Contains("Người 100", page, StringComparison.Ordinal);
        Assert.False(await HasForm(board, First));
    }

    [Fact]
    public async Task The_download_loads_again_without_a_change()
    {
        var board = await BoardWithRoster();
        var csv = await board.GetStringAsync(List + "?format=csv", TestContext.Current.CancellationToken);
        Assert.Contains("không có gì thay đổi", await Office.Load(board, ("again.csv", csv)), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Closed());
        Assert.Equal(3, Standing().Count);
    }

    [Fact]
    public async Task An_earlier_day_is_read_only_and_shows_the_roster_of_that_day()
    {
        var board = await BoardWithRoster();
        var before = await board.Read(First + "?as-of=2026-01-01");
        Assert.True(await HasForm(board, First));
        Assert.False(await HasForm(board, First + "?as-of=2026-01-01"));
        Assert.DoesNotContain("Đinh Văn Cường", before, StringComparison.Ordinal);
        Assert.Contains("đơn vị được tính là phải báo cáo với mọi chức danh", before, StringComparison.Ordinal);
    }
}
