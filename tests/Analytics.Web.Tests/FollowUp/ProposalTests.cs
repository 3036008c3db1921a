using System.Globalization;
using System.Net;
using System.Text;
using Analytics.Domain.Access;
using Analytics.Domain.FollowUp;
using Analytics.Ingest.Loading;
using Analytics.Web.Pages.FollowUp;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>
/// Proposals of a city of twelve communes with the same twelve chairs in two rounds, 60 ballots each: 2 to 4 low in 2024, 3 to 5 in 2025 but for
/// one who rose from 4 to 17 and one who had 33 both times.
/// </summary>
public sealed class ProposalTests : IDisposable
{
    const string Rounds = """
        code,name_vi,name_en,regime,held_from,held_to,due,level,sample
        T-2022,Đợt năm 2022,Round 2022,VFF-2007,2022-12-01,2022-12-31,,commune,no
        T-2024,Đợt năm 2024,Round 2024,CITY-2026,2024-12-01,2024-12-31,,commune,no
        T-2025,Đợt năm 2025,Round 2025,CITY-2026,2025-12-01,2025-12-31,,commune,no
        """;

    readonly TestHost host = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ProposalTests()
    {
        var units = new StringBuilder("code,name,kind,level,parent\nGD,Thành phố Giả Định,Thành phố,province,\n0901,Huyện An Khuê,Huyện,district,GD\n0902,Huyện Bình Lăng,Huyện,district,GD\n");
        for (var i = 1; i <= 12; i++) units.Append(CultureInfo.InvariantCulture, $"{Unit(i)},Xã Số {i},Xã,commune,{(i <= 6 ? "0901" : "0902")}\n");
        Load("units.csv", units.ToString());
        Load("positions.csv", "code,name_vi,sort\nPC-CHAIR,Chủ tịch HĐND,1\n");
        Load("rounds.csv", Rounds);
        Load("first.csv", Results("T-2024", i => 2 + i % 3));
        Load("second.csv", Results("T-2025", i => i == 5 ? 17 : 3 + i % 3));
    }

    public void Dispose() => host.Dispose();

    static string Unit(int i) => (i <= 6 ? "0901" : "0902") + i.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The sixth has 33 low ballots in every round.</summary>
    static string Results(string round, Func<int, int> low)
    {
        var text = new StringBuilder("round,unit,position,official,official_code,collected,valid,high,confidence,low\n");
        for (var i = 1; i <= 12; i++)
        {
            var count = i == 6 ? 33 : low(i);
            text.Append(CultureInfo.InvariantCulture, $"{round},{Unit(i)},PC-CHAIR,Người Số {i},CB{i},60,60,{60 - count},0,{count}\n");
        }
        return text.ToString();
    }

    void Load(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(host.Folder, "typed")).FullName, name);
        File.WriteAllText(path, text);
        var outcome = Assert.Single(new Importer(host.Store, new Archive(host.Folder), TimeProvider.System).Run([new InputFile(path, name)], null, null, new LoadOptions("test"), ct: Ct));
        Assert.False(outcome.HasErrors);
    }

    async Task<List<string>> Found(string round, string role = Roles.Board)
    {
        var finds = await host.Send(role, new ProposalFindsQuery(round));
        using var db = host.Store.Open();
        return finds.All.Select(f => $"{db.Persons.Single(p => p.Id == f.PersonId).OfficialCode} {f.Kind.Code()}").ToList();
    }

    int ResultOf(string code, string round)
    {
        using var db = host.Store.Open();
        return db.Results.Single(r => r.OfficialKey == "c:" + code && r.ToVersion == null && db.Rounds.Any(x => x.Id == r.RoundId && x.Code == round)).Id;
    }

    Task<HttpResponseMessage> Answer(HttpClient client, string code, string kind, string answer, string reason) => TestHost.Post(client, "/follow-up/proposals?round=T-2025",
        ("result", ResultOf(code, "T-2025").ToString(CultureInfo.InvariantCulture)), ("kind", kind), ("answer", answer), ("reason", reason));

    [Fact]
    public async Task Who_rose_beyond_chance_and_who_is_low_twice_are_proposed_and_nobody_else()
    {
        Assert.Equal(["CB6 low-twice", "CB5 drop"], (await Found("T-2025")).Where(f => !f.EndsWith("alarm", StringComparison.Ordinal)));
        // Voted on again since: nothing of the earlier round is proposed.
        Assert.Empty(await Found("T-2024"));
        Assert.Empty(await Found("T-2022"));
        var page = await (await host.SignedIn(Roles.Board)).Read("/follow-up/proposals?round=T-2025");
        Assert.Contains("Người Số 5", page, StringComparison.Ordinal);
        Assert.Contains("từ 6,7% (4/60 phiếu, Đợt năm 2024) lên 28,3% (17/60 phiếu), tăng 21,7 điểm phần trăm", page, StringComparison.Ordinal);
        Assert.Contains("Trong 12 người được so với cùng chức danh và 12 người được so với lần trước của chính mình", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Người Số 4", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_proposal_is_a_case_with_the_reviewers_reason()
    {
        var board = await host.SignedIn(Roles.Board);
        Assert.Contains("Ghi lý do rồi gửi lại.", WebUtility.HtmlDecode(await (await Answer(board, "CB5", "drop", "accept", " ")).Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Equal("/follow-up/proposals?round=T-2025&saved=accept", (await Answer(board, "CB5", "drop", "accept", "đơn thư cùng nội dung")).Headers.Location?.OriginalString);
        Assert.Equal("/follow-up/proposals?round=T-2025&saved=known", (await Answer(board, "CB5", "drop", "accept", "lần nữa")).Headers.Location?.OriginalString);
        var row = Assert.Single(await board.Rows("/follow-up"));
        Assert.Equal(("Người Số 5", "drop", "opinions"), (row.Text("official"), row.Text("reason"), row.Text("stage")));
        Assert.Contains("Cần nắm thêm tình hình (tỷ lệ thấp tăng vượt mức dao động ngẫu nhiên): đơn thư cùng nội dung.", await board.Read("/follow-up"), StringComparison.Ordinal);
        Assert.DoesNotContain("Người Số 5", await board.Read("/follow-up/proposals?round=T-2025"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dismissed_proposal_keeps_its_reason_and_can_be_taken_back()
    {
        var board = await host.SignedIn(Roles.Board);
        await Answer(board, "CB5", "drop", "dismiss", "đã làm rõ với xã");
        var page = await board.Read("/follow-up/proposals?round=T-2025");
        Assert.Contains("đã làm rõ với xã", page, StringComparison.Ordinal);
        Assert.Empty(await board.Rows("/follow-up?stage=all"));
        int id;
        using (var db = host.Store.Open()) id = db.ProposalAnswers.Single().Id;
        await TestHost.Post(board, "/follow-up/proposals?round=T-2025&handler=TakeBack", ("id", id.ToString(CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("đã làm rõ với xã", await board.Read("/follow-up/proposals?round=T-2025"), StringComparison.Ordinal);
        Assert.Equal("/follow-up/proposals?round=T-2025&saved=accept", (await Answer(board, "CB5", "drop", "accept", "xem lại")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Who_is_not_proposed_is_not_answered()
    {
        var board = await host.SignedIn(Roles.Board);
        foreach (var (code, kind) in new[] { ("CB4", "alarm"), ("CB5", "low-twice") })
            Assert.Equal("/follow-up/proposals?round=T-2025&saved=known", (await Answer(board, code, kind, "accept", "x")).Headers.Location?.OriginalString);
        using var db = host.Store.Open();
        Assert.Empty(db.Cases);
        Assert.Empty(db.ProposalAnswers);
    }

    [Fact]
    public async Task An_area_sees_its_own_proposals_and_does_not_answer_them()
    {
        var local = await host.SignedIn(Roles.Local);
        Assert.Contains("CB5 drop", await Found("T-2025", Roles.Local));
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(local, "CB5", "drop", "accept", "x")).StatusCode);
        using var db = host.Store.Open();
        Assert.Empty(db.ProposalAnswers);
    }
}
