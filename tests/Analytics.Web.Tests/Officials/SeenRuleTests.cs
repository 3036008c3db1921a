using System.Text;
using Analytics.Domain.Access;
using Analytics.Ingest.Loading;

namespace Analytics.Web.Tests.Officials;

/// <summary>What is said beside a name where the rule was seen in its text, and where a base is missing.</summary>
public sealed class SeenRuleTests : IDisposable
{
    readonly TestHost host = new();

    public void Dispose() => host.Dispose();

    const string Units = "code,name,kind,level,parent,valid_from,valid_to,area\nT,Tỉnh Thử,Tỉnh,province,,,,\n";
    const string Positions = "code,name_vi,name_en,body,sort\nPC-CHAIR,Chủ tịch HĐND,Chair,HĐND,1\nPC-VICE,Phó Chủ tịch HĐND,Vice-Chair,HĐND,2\n";

    static string Round(string regime, string from, string to) =>
        $"code,name_vi,name_en,regime,held_from,held_to,due,level,sample\nR1,Đợt thử,Trial round,{regime},{from},{to},,province,yes\n";

    void Load(string rounds, string results)
    {
        var folder = Directory.CreateDirectory(Path.Combine(host.Folder, "files")).FullName;
        InputFile File(string name, string text)
        {
            var path = Path.Combine(folder, name);
            System.IO.File.WriteAllText(path, text, Encoding.UTF8);
            return new(path, name);
        }
        var outcomes = new Importer(host.Store, new Archive(host.Folder), TimeProvider.System).Run(
            [File("units.csv", Units), File("positions.csv", Positions), File("rounds.csv", rounds), File("results.csv", results)], null, null, new LoadOptions("test"),
            ct: TestContext.Current.CancellationToken);
        Assert.All(outcomes, o => Assert.False(o.HasErrors));
    }

    async Task<string> Page(string address) => await SampleHost.Read(await host.SignedIn(Roles.Board), address);

    [Fact]
    public async Task Under_a_rule_that_was_seen_the_consequence_is_quoted()
    {
        Load(Round("PARTY-96", "2023-12-01", "2023-12-31"),
            "round,unit,position,official,collected,high,confidence,low\nR1,T,PC-CHAIR,Trần Thị Một,60,10,19,31\nR1,T,PC-VICE,Lê Văn Hai,60,10,21,29\n");
        var page = await Page("/officials?round=R1");
        // 60 ballots: over half is 31, two thirds are 40.
        Assert.Contains("31/60 phiếu tín nhiệm thấp > 1/2 (quy định PARTY-96: phiếu tín nhiệm thấp quá 1/2 số phiếu thu về); theo quy định: xem xét đưa ra khỏi quy hoạch, xem xét lại chức vụ đang giữ; còn 9 phiếu đến ngưỡng 2/3; chờ đối chiếu biên bản.", page, StringComparison.Ordinal);
        Assert.Contains("29/60 < 1/2, còn 2 phiếu đến ngưỡng quá 1/2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("chưa đủ căn cứ kết luận", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_rules_base_nothing_is_determined_and_the_share_is_marked_as_approximate()
    {
        Load(Round("NA-85", "2018-12-01", "2018-12-31"),
            "round,unit,position,official,delegates,collected,high,confidence,low\nR1,T,PC-CHAIR,Trần Thị Một,94,90,73,11,6\nR1,T,PC-VICE,Lê Văn Hai,,90,20,10,60\n");
        var page = await Page("/officials?round=R1");
        Assert.Contains("Không có người nào đến ngưỡng xem xét theo quy định.", page, StringComparison.Ordinal);
        Assert.Contains("≈ 66,7%", page, StringComparison.Ordinal);
        Assert.Contains("thiếu tổng số đại biểu làm cơ sở tính, chưa xác định; tỷ lệ chỉ là gần đúng, không đưa vào tổng hợp", page, StringComparison.Ordinal);
        Assert.Contains("Dòng 1–1 trong 1.", await Page("/officials?round=R1&standing=undetermined"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rounds_running_need_the_round_before()
    {
        var rounds = Round("NA-35", "2013-06-01", "2013-06-30") + "R2,Đợt hai,Second,NA-35,2014-06-01,2014-06-30,,province,yes\n";
        Load(rounds, "round,unit,position,official,born,delegates,high,confidence,low\nR1,T,PC-CHAIR,Trần Thị Một,1960,60,10,19,31\nR2,T,PC-CHAIR,Trần Thị Một,1960,60,10,19,31\n");
        Assert.Contains("theo quy định: có thể xin từ chức;", await Page("/officials?round=R1"), StringComparison.Ordinal);
        Assert.Contains("ở hai lần lấy phiếu liên tiếp); theo quy định: trình HĐND bỏ phiếu tín nhiệm (quá nửa tín nhiệm thấp hai lần liên tiếp)", await Page("/officials?round=R2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_without_rounds_says_so_instead_of_an_empty_table() =>
        Assert.Contains("Chưa có đợt lấy phiếu nào", await Page("/officials"), StringComparison.Ordinal);
}
