using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Analytics.Domain.Access;
using Analytics.Domain.FollowUp;
using Analytics.Ingest.Loading;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>
/// A city of twenty chairs in 2024, 60 ballots each. Of 24 low: 1–5 have a case, 11–15 of the other area have none, and all are voted on again in 2025. 6–10 and 16 have 40
/// low and a case: one went to a unit of the other area, one left, one's unit is silent, one is exempt, one has no result, one has another post. The means and
/// their interval are worked out in Python, by hand from the formulas.
/// </summary>
public sealed class AfterTests : IDisposable
{
    const string Rounds = """
        code,name_vi,name_en,regime,held_from,held_to,due,level,sample
        T-2022,Đợt năm 2022,Round 2022,VFF-2007,2022-12-01,2022-12-31,,commune,no
        T-2024,Đợt năm 2024,Round 2024,CITY-2026,2024-12-01,2024-12-31,,commune,no
        T-2025,Đợt năm 2025,Round 2025,CITY-2026,2025-12-01,2025-12-31,,commune,no
        """;

    const string Roster = """
        round,unit,position,official,official_code,status,reason
        T-2025,090109,PC-CHAIR,Người Số 9,CB9,exempt,chờ nghỉ hưu
        T-2025,090110,PC-CHAIR,Người Số 10,CB10,due,
        """;

    static readonly int[] WithCase = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16];
    static readonly Dictionary<int, int> Next = new() { [1] = 12, [2] = 9, [3] = 15, [4] = 10, [5] = 18, [11] = 18, [12] = 14, [13] = 20, [14] = 16, [15] = 12, [17] = 3, [18] = 4, [19] = 2 };

    readonly TestHost host = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public AfterTests()
    {
        var units = new StringBuilder("code,name,kind,level,parent\nGD,Thành phố Giả Định,Thành phố,province,\n0901,Huyện An Khuê,Huyện,district,GD\n0902,Huyện Bình Lăng,Huyện,district,GD\n");
        for (var i = 1; i <= 20; i++) units.Append(CultureInfo.InvariantCulture, $"{Unit(i)},Xã Số {i},Xã,commune,{Unit(i)[..4]}\n");
        Load("units.csv", units.ToString());
        Load("positions.csv", "code,name_vi,sort\nPC-CHAIR,Chủ tịch HĐND,1\nPPC-CHAIR,Chủ tịch UBND,2\n");
        Load("rounds.csv", Rounds);
        Load("front.csv", "round,unit,position,official,official_code,collected,valid,confidence,no_confidence\nT-2022,090101,PC-CHAIR,Người Số 1,CB1,60,60,40,20\n");
        Load("roster.csv", Roster);
        Load("first.csv", Results("T-2024", Enumerable.Range(1, 20).Select(i => (Unit(i), "PC-CHAIR", i, i is <= 5 or (>= 11 and <= 15) ? 24 : i is <= 10 or 16 ? 40 : 3))));
        Load("second.csv", Results("T-2025",
            Next.Select(n => (Unit(n.Key), "PC-CHAIR", n.Key, n.Value)).Append((Unit(20), "PC-CHAIR", 6, 20)).Append((Unit(7), "PC-CHAIR", 77, 3)).Append((Unit(10), "PPC-CHAIR", 110, 3)).Append((Unit(16), "PPC-CHAIR", 16, 8))));
        foreach (var i in WithCase) Open(i, "T-2024");
    }

    public void Dispose() => host.Dispose();

    static string Unit(int i) => (i <= 10 ? "0901" : "0902") + i.ToString("00", CultureInfo.InvariantCulture);

    static string Results(string round, IEnumerable<(string Unit, string Post, int Person, int Low)> votes)
    {
        var text = new StringBuilder("round,unit,position,official,official_code,collected,valid,high,confidence,low\n");
        foreach (var (unit, post, person, low) in votes) text.Append(CultureInfo.InvariantCulture, $"{round},{unit},{post},Người Số {person},CB{person},60,60,{60 - low},0,{low}\n");
        return text.ToString();
    }

    void Load(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(host.Folder, "typed")).FullName, name);
        File.WriteAllText(path, text);
        var outcome = Assert.Single(new Importer(host.Store, new Archive(host.Folder), TimeProvider.System).Run([new InputFile(path, name)], null, null, new LoadOptions("test"), ct: Ct));
        Assert.False(outcome.HasErrors);
    }

    void Open(int person, string round)
    {
        using var writer = host.Store.Write(Ct);
        var result = writer.Db.Results.Single(r => r.OfficialKey == "c:CB" + person && r.ToVersion == null && writer.Db.Rounds.Any(x => x.Id == r.RoundId && x.Code == round)).Id;
        Assert.NotNull(CaseOpening.ByReviewer(writer.Db, writer.Reference, result, CaseReason.ByHand, "xem thêm", "board@example.org", DateTime.UtcNow));
        writer.RaiseWorkVersion();
        writer.Commit();
    }

    async Task<Dictionary<string, JsonElement>> Rows(string role, string address = "/follow-up/after") => (await (await host.SignedIn(role)).Rows(address)).ToDictionary(r => r.Text("official_code")!);

    static double? Number(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    [Fact]
    public async Task Everybody_with_a_case_is_there_and_it_is_said_why_there_is_no_next_vote()
    {
        var rows = await Rows(Roles.Board);
        Assert.Equal(
            ["CB1 voted", "CB10 no-result", "CB16 other-post", "CB2 voted", "CB3 voted", "CB4 voted", "CB5 voted", "CB6 voted", "CB7 left", "CB8 not-reported", "CB9 not-due"],
            rows.Select(r => $"{r.Key} {r.Value.Text("next")}").Order(StringComparer.Ordinal));
        Assert.Equal("chờ nghỉ hưu", rows["CB9"].Text("next_reason"));
        Assert.Equal(("PPC-CHAIR", 8), (rows["CB16"].Text("next_position"), rows["CB16"].Int("next_low")));
        var page = await (await host.SignedIn(Roles.Board)).Read("/follow-up/after");
        Assert.Contains("11 người có việc sau đợt này; 06 người đã được lấy phiếu lại ở cùng chức danh, trong đó 01 người không có ai tương tự để đặt cạnh", page, StringComparison.Ordinal);
        Assert.Contains("Đợt năm 2025: không lấy phiếu – chờ nghỉ hưu", page, StringComparison.Ordinal);
        Assert.Contains("Đợt năm 2025: đơn vị chưa gửi kết quả", page, StringComparison.Ordinal);
        Assert.Contains("Đợt năm 2025: không còn giữ chức danh", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Board, true), InlineData(Roles.Local, false)]
    public async Task A_case_opened_since_the_last_look_is_there_at_once_and_stands_beside_nobody(string role, bool seesIt)
    {
        var before = await Rows(role);
        Assert.Equal((5, false), (before["CB1"].Int("similar"), before.ContainsKey("CB11")));
        // Of the other area: a local account does not see the case, and its person stands beside nobody there either.
        Open(11, "T-2024");
        var after = await Rows(role);
        Assert.Equal((4, seesIt), (after["CB1"].Int("similar"), after.ContainsKey("CB11")));
    }

    [Fact]
    public async Task A_person_stands_beside_the_similar_ones_of_the_whole_city_who_are_not_named()
    {
        var first = (await Rows(Roles.Board))["CB1"];
        Assert.Equal((24, 12, 5), (first.Int("low"), first.Int("next_low"), first.Int("similar")));
        Assert.Equal(-0.2, Number(first, "change")!.Value, 12);
        Assert.Equal(-0.3504625965560512, Number(first, "change_lower")!.Value, 12);
        Assert.Equal(-0.03584534893166541, Number(first, "change_upper")!.Value, 12);
        Assert.Equal(0.4, Number(first, "similar_low_share")!.Value, 12);
        Assert.Equal(-0.13333333333333336, Number(first, "similar_change")!.Value, 12);
        var page = await (await host.SignedIn(Roles.Board)).Read("/follow-up/after");
        Assert.Contains("05 người có việc: tỷ lệ bình quân giảm 18,7 điểm %. 05 người tương tự không có việc: bình quân giảm 13,3 điểm %. Chênh lệch giữa hai mức thay đổi là −5,3 điểm phần trăm (−16,2 đến 5,5), chưa vượt mức dao động ngẫu nhiên.", page, StringComparison.Ordinal);
        Assert.Contains("Các con số ở đây không chứng tỏ việc sau lấy phiếu có hay không có tác dụng.", page, StringComparison.Ordinal);
        foreach (var similar in new[] { 11, 12, 13, 14, 15, 17 }) Assert.DoesNotContain($"Người Số {similar}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_with_a_case_stands_beside_another_and_too_few_pairs_have_no_mean()
    {
        Open(11, "T-2024");
        var rows = await Rows(Roles.Board);
        Assert.Equal(4, rows["CB1"].Int("similar"));
        Open(12, "T-2024");
        Open(13, "T-2024");
        rows = await Rows(Roles.Board);
        Assert.Equal(JsonValueKind.Null, rows["CB1"].GetProperty("similar").ValueKind);
        var page = await (await host.SignedIn(Roles.Board)).Read("/follow-up/after");
        Assert.Contains("Mới có 00 người được lấy phiếu lại và có người tương tự; dưới 05 người thì không tính bình quân.", page, StringComparison.Ordinal);
        Assert.Contains("không có ai tương tự", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_sees_its_own_cases_and_the_citys_figures()
    {
        var rows = await Rows(Roles.Local);
        Assert.Equal(["CB1", "CB10", "CB2", "CB3", "CB4", "CB5", "CB6", "CB7", "CB8", "CB9"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(5, rows["CB1"].Int("similar"));
        // Voted on where the area may not look: that is said, the figures are not.
        Assert.Equal(("elsewhere", null), (rows["CB6"].Text("next"), Number(rows["CB6"], "next_low_share")));
        Assert.Equal(HttpStatusCode.NotFound, await (await host.SignedIn(Roles.Auditor)).Status("/follow-up/after"));
    }

    [Fact]
    public async Task The_round_looked_at_first_has_a_later_one_and_the_last_waits_for_its_next()
    {
        Open(17, "T-2025");
        Assert.Contains("CB1", (await Rows(Roles.Board)).Keys);
        Assert.Equal(["CB17 not-held"], (await Rows(Roles.Board, "/follow-up/after?round=T-2025")).Select(r => $"{r.Key} {r.Value.Text("next")}"));
        Open(1, "T-2022");
        Assert.Equal(["CB1 other-kind"], (await Rows(Roles.Board, "/follow-up/after?round=T-2022")).Select(r => $"{r.Key} {r.Value.Text("next")}"));
        Assert.Equal(HttpStatusCode.NotFound, await (await host.SignedIn(Roles.Board)).Status("/follow-up/after?round=T-1999"));
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_what_is_said_of_it()
    {
        Assert.Equal(["CB16"], (await Rows(Roles.Board, "/follow-up/after?district=0902")).Keys);
        Assert.Empty(await Rows(Roles.Board, "/follow-up/after?position=PPC-CHAIR"));
        var board = await host.SignedIn(Roles.Board);
        Assert.Contains("01 người có việc sau đợt này; 00 người đã được lấy phiếu lại", await board.Read("/follow-up/after?district=0902"), StringComparison.Ordinal);
        Assert.Contains("Không có việc nào khớp bộ lọc", await board.Read("/follow-up/after?position=PPC-CHAIR"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_case_tells_of_the_next_vote_with_the_warning()
    {
        int id;
        using (var db = host.Store.Open()) id = db.Cases.Single(c => db.Persons.Any(p => p.Id == c.PersonId && p.OfficialCode == "CB1")).Id;
        var page = await (await host.SignedIn(Roles.Board)).Read("/follow-up/" + id.ToString(CultureInfo.InvariantCulture));
        Assert.Contains("Đợt năm 2025: tỷ lệ thấp từ 40,0% (24/60) thành 20,0% (12/60), giảm 20,0 điểm %. 05 người tương tự không có việc: bình quân giảm 13,3 điểm %.", page, StringComparison.Ordinal);
        Assert.Contains("con số này không chứng tỏ việc sau lấy phiếu có hay không có tác dụng", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_day_has_no_cases_to_show()
    {
        var (board, day) = (await host.SignedIn(Roles.Board), DateTime.UtcNow.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Contains("chỉ xem được ở hiện tại", await board.Read("/follow-up/after?as-of=" + day), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await board.Status($"/follow-up/after?format=json&as-of={day}"));
    }

    [Fact]
    public async Task Without_a_case_the_page_says_so()
    {
        using var empty = new TestHost();
        Assert.Contains("Chưa có việc nào", await (await empty.SignedIn(Roles.Board)).Read("/follow-up/after"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_look_is_recorded()
    {
        var board = await host.SignedIn(Roles.Board);
        await board.Read("/follow-up/after");
        await board.Csv("/follow-up/after?district=0902&format=csv");
        host.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = host.Store.Open();
        Assert.Equal(
            [("view", "/follow-up/after", 11), ("export", "/follow-up/after?district=0902&format=csv", 1)],
            db.Audit.Where(a => a.Target.StartsWith("/follow-up/after")).OrderBy(a => a.Id).Select(a => new { a.Action, a.Target, a.Rows }).AsEnumerable().Select(a => (a.Action, a.Target, a.Rows ?? 0)));
    }
}
