using System.Net;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Imports;

/// <summary>Nothing loaded is replaced before its sender has seen what would change and said so.</summary>
public sealed partial class CorrectionTests : IDisposable
{
    /// <summary>The first person's low ballots from 5 to 31 of 60.</summary>
    static readonly string Corrected = Office.Results.Replace(",40,15,5", ",20,9,31", StringComparison.Ordinal);

    readonly string folder = Directory.CreateTempSubdirectory("analytics-corrections-").FullName;
    readonly Office office;

    public CorrectionTests() => office = new() { Folder = folder, KeepFolder = true };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        office.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_correction_is_shown_old_and_new_before_anything_is_saved_and_saved_with_its_reason()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var (address, page) = await Asked(board);

        Assert.Contains("01 dòng sẽ thay số liệu đã nạp.", page, StringComparison.Ordinal);
        Assert.Equal("Tín nhiệm cao 40 20 | Tín nhiệm 15 9 | Tín nhiệm thấp 5 31", string.Join(" | ", ChangedCells(page)));
        // CITY-2026 is assumed: 2·31 > 60 stands beside the name, what would follow does not.
        Assert.Contains("không ở ngưỡng: 5/60", page, StringComparison.Ordinal);
        Assert.Contains("đến ngưỡng xem xét theo quy định: 31/60 > 1/2; chưa đủ căn cứ kết luận, chờ xác nhận quy định", page, StringComparison.Ordinal);
        // 15 and 41 low of 120 ballots; 41/120 − 15/120 = 21.7 points.
        Assert.Contains("12,50%<span class=\"hint note\">15/120</span>", page, StringComparison.Ordinal);
        Assert.Contains("34,17%</strong><span class=\"hint note\">41/120</span>", page, StringComparison.Ordinal);
        Assert.Contains("tăng 21,67 điểm %", page, StringComparison.Ordinal);
        Assert.Contains("vẫn: chưa đủ số đợt", page, StringComparison.Ordinal);
        using (var reader = office.Store.Read())
            Assert.Equal((1L, 5), (reader.State.DataVersion, reader.Db.Results.Single(r => r.OfficialName == "Nguyễn Thị Giang").Low));

        Assert.Equal(HttpStatusCode.OK, (await Answer(board, address, ("way", "save"), ("reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Answer(board, address, ("way", "save"), ("reason", "kiểm phiếu lại"))).StatusCode);
        Assert.Contains("01 tệp: 01 đã nạp.", await Office.Ended(board, address), StringComparison.Ordinal);
        var import = (await Office.History(board))[0];
        Assert.Equal("2 0 1 1 0 0", Office.Numbers(import));
        Assert.Contains("kiểm phiếu lại", await Page(board, $"/imports/{import.GetProperty("import")}"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(FolderOf(address), "proposal.json"));
    }

    [Fact]
    public async Task A_refused_file_that_differs_is_made_a_correction_without_being_sent_again()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var refused = Location(await Office.Upload(board, ("lan-2.csv", Corrected)));
        Assert.Contains("01 dòng khác số liệu đã nạp.", await Office.Ended(board, refused), StringComparison.Ordinal);
        var address = Location(await Answer(board, refused, ("index", "0"), ("way", "replace")));
        await Office.Ended(board, address);
        Assert.Contains("01 bản đính chính chờ xem thay đổi và lưu:", await Page(board, "/imports"), StringComparison.Ordinal);
        await Answer(board, address, ("way", "save"), ("reason", "nhập nhầm"));
        Assert.Contains("đã nạp", await Office.Ended(board, address), StringComparison.Ordinal);
        Assert.DoesNotContain("chờ xem thay đổi", await Page(board, "/imports"), StringComparison.Ordinal);
        Assert.Contains("Tệp này sau đó", await Page(board, $"/imports/{(await Office.History(board))[1].GetProperty("import")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discarded_correction_saves_nothing()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var (address, _) = await Asked(board);
        Assert.Equal(HttpStatusCode.SeeOther, (await Answer(board, address, ("way", "discard"))).StatusCode);
        Assert.Contains("không có gì được lưu", await Office.Ended(board, address), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(FolderOf(address), "*.upload"));
        Assert.Equal(1, LowOf("Đinh Văn Cường") - 9);
    }

    [Fact]
    public async Task A_correction_that_replaces_nothing_is_loaded_without_a_question()
    {
        var board = await office.BoardWithReferenceData();
        var page = await Office.Load(board, [("Upload.Replace", "true"), ("Upload.Reason", "x")], ("results.csv", Office.Results));
        Assert.Contains("01 tệp: 01 đã nạp.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_changed_after_the_look_are_looked_at_again()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var (address, page) = await Asked(board);
        // Somebody else corrects the same row meanwhile.
        var path = Path.Combine(folder, "other.csv");
        await File.WriteAllTextAsync(path, Office.Results.Replace(",40,15,5", ",40,13,7", StringComparison.Ordinal), Ct);
        new Ingest.Loading.Importer(office.Store, new(folder), TimeProvider.System)
            .Run([new Ingest.Loading.InputFile(path, "other.csv")], null, null, new("command", ReplaceReason: "x"), ct: Ct);
        await Answer(board, address, page, ("way", "save"), ("reason", "kiểm phiếu lại"));
        var again = await Office.Ended(board, address);
        Assert.Contains("số liệu đã thay đổi vì một lần nhập khác", again, StringComparison.Ordinal);
        Assert.Contains("Tín nhiệm thấp 7 31", ChangedCells(again));
        // The old page's button answers nothing any more.
        await Answer(board, address, page, ("way", "save"), ("reason", "kiểm phiếu lại"));
        await Office.Ended(board, address);
        Assert.Equal(7, LowOf("Nguyễn Thị Giang"));
        await Answer(board, address, again, ("way", "save"), ("reason", "kiểm phiếu lại"));
        await Office.Ended(board, address);
        Assert.Equal(31, LowOf("Nguyễn Thị Giang"));
    }

    [Fact]
    public async Task A_change_elsewhere_does_not_ask_again()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var (address, _) = await Asked(board);
        office.Seed(_ => { });
        await Answer(board, address, ("way", "save"), ("reason", "kiểm phiếu lại"));
        Assert.Contains("01 tệp: 01 đã nạp.", await Office.Ended(board, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_sender_saves_and_readers_without_names_see_counts_and_trends_only()
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        await Office.Load(local, ("results.csv", Office.Results));
        var (address, own) = await Asked(local);
        Assert.Contains("Nguyễn Thị Giang", own, StringComparison.Ordinal);
        var board = await office.SignedIn(Roles.Board);
        Assert.Contains("Chỉ người gửi (local@example.org)", await Page(board, address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(board, address, own, ("way", "save"), ("reason", "x"))).StatusCode);
        var auditor = await Page(await office.SignedIn(Roles.Auditor), address);
        Assert.DoesNotContain("Nguyễn Thị Giang", auditor, StringComparison.Ordinal);
        Assert.DoesNotContain("đến ngưỡng", auditor, StringComparison.Ordinal);
        Assert.Contains("34,17%", auditor, StringComparison.Ordinal);
        office.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = office.Store.Open();
        Assert.Equal(["board@example.org", "local@example.org"], db.Audit.Where(a => a.Target == address && a.Action == "view").Select(a => a.User).Distinct().AsEnumerable().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_kill_at_any_step_neither_saves_unseen_nor_loses_the_answer()
    {
        string address;
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var folders = office.Services.GetRequiredService<UploadFolders>();
        (address, _) = await Asked(board);
        var id = Guid.ParseExact(address.Split('/')[^1], "D");
        // A new proposal was written, then the process was killed before the old word was taken back.
        folders.Confirm(id, new(Guid.NewGuid(), DateTime.UtcNow, "chưa xem"));
        office.Services.GetRequiredService<UploadQueue>().Ring();
        Assert.Contains("sẽ thay số liệu đã nạp", await Office.Ended(board, address), StringComparison.Ordinal);
        Assert.Equal(5, LowOf("Nguyễn Thị Giang"));
        // Answered, and killed before the worker heard of it.
        office.Dispose();
        var seen = new UploadFolders(InstallationOf()).ProposalOf(id)!.Id;
        new UploadFolders(InstallationOf()).Confirm(id, new(seen, DateTime.UtcNow, "kiểm phiếu lại"));
        using var again = new Office { Folder = folder, KeepFolder = true };
        Assert.Contains("01 tệp: 01 đã nạp.", await Office.Ended(await again.SignedIn(Roles.Board), address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_nobody_answers_goes_after_two_weeks()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var (address, _) = await Asked(board);
        office.Services.GetRequiredService<UploadFolders>().Clean(DateTime.UtcNow.AddDays(15));
        Assert.Equal(HttpStatusCode.NotFound, (await board.GetAsync(address, Ct)).StatusCode);
    }

    Installation InstallationOf() => new(null, folder, false, "");

    int? LowOf(string official)
    {
        using var reader = office.Store.Read();
        return reader.Db.Results.Single(r => r.OfficialName == official).Low;
    }

    static async Task<(string Address, string Page)> Asked(HttpClient client)
    {
        var address = Location(await Office.Upload(client, [("Upload.Replace", "true"), ("Upload.Reason", "kiểm phiếu lại")], ("dinh-chinh.csv", Corrected)));
        return (address, await Office.Ended(client, address));
    }

    string FolderOf(string address) => Path.Combine(folder, "uploads", address.Split('/')[^1].Replace("-", "", StringComparison.Ordinal));

    /// <summary>Column, old and new of every difference shown.</summary>
    static List<string> ChangedCells(string page) => Cells().Matches(page).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value}").ToList();

    static string Location(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location?.OriginalString ?? "";
    }

    static async Task<string> Page(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address, Ct));

    static async Task<HttpResponseMessage> Answer(HttpClient client, string address, params (string Name, string Value)[] fields) =>
        await Answer(client, address, await client.GetStringAsync(address, Ct), fields);

    /// <summary>Sends the form as it stood on a page, with a fresh token.</summary>
    static async Task<HttpResponseMessage> Answer(HttpClient client, string address, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync("/imports", Ct)).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Append(("seen", Seen().Match(page).Groups[1].Value)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await client.PostAsync(address, new FormUrlEncodedContent(form), Ct);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("<td>([^<]+)</td>\\s*<td class=\"found\">([^<]*)</td>\\s*<td class=\"found\"><strong>([^<]*)</strong>")]
    private static partial Regex Cells();
}
