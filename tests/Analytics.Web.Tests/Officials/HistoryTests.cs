using System.Globalization;
using Analytics.Domain.Access;
using Analytics.Domain.Briefings;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.Officials;

/// <summary>What a result said before, when and why it changed, and which reports still say it.</summary>
public sealed class HistoryTests : IDisposable
{
    readonly Office office = new();

    public void Dispose() => office.Dispose();

    async Task<HttpClient> CorrectedTwice()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("r1.csv", Office.Results));
        Report("Báo cáo một");
        await Office.Correct(board, "đếm lại", ("r2.csv", Office.Results.Replace(",40,15,5", ",40,13,7", StringComparison.Ordinal)));
        await Office.Correct(board, "biên bản ghi 6", ("r3.csv", Office.Results.Replace(",40,15,5", ",40,14,6", StringComparison.Ordinal)));
        return board;
    }

    /// <summary>A report of the version that is published now.</summary>
    void Report(string title) => office.Seed(db => db.Briefings.Add(new Briefing
    {
        Title = title,
        CreatedAt = new DateTime(2026, 11, 24, 5, 0, 0, DateTimeKind.Utc),
        By = "lịch thứ hai",
        RoundId = db.Rounds.Single().Id,
        DataVersion = db.State.Single().DataVersion,
        Folder = title,
        Sha256 = "0",
        ZipSha256 = "0",
    }));

    int PersonOf(string code)
    {
        using var reader = office.Store.Read();
        return reader.Db.Persons.Single(p => p.OfficialCode == code).Id;
    }

    [Fact]
    public async Task Every_version_of_a_result_is_told_with_old_and_new_reason_and_file()
    {
        var board = await CorrectedTwice();
        var page = await board.Read($"/officials/{PersonOf("CB1")}");
        Assert.Contains("Lịch sử số liệu 03 phiên bản; phiên bản cuối là số liệu hiện tại", page, StringComparison.Ordinal);
        Assert.Contains("Nhập lần đầu r1.csv , dòng 2", page, StringComparison.Ordinal);
        Assert.Contains("Tín nhiệm: 15 → 13 Tín nhiệm thấp: 5 → 7 Lý do: đếm lại r2.csv , dòng 2", page, StringComparison.Ordinal);
        Assert.Contains("Tín nhiệm: 13 → 14 Tín nhiệm thấp: 7 → 6 Lý do: biên bản ghi 6 r3.csv , dòng 2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lịch sử số liệu", await board.Read($"/officials/{PersonOf("CB2")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_lists_the_reports_with_the_figures_it_replaced_and_who_has_a_copy()
    {
        var board = await CorrectedTwice();
        office.Seed(db => db.Audit.Add(new()
        {
            At = new DateTime(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc),
            User = "auditor@example.org",
            Action = "export",
            Target = string.Create(CultureInfo.InvariantCulture, $"/briefings/{db.Briefings.Single().Id}/report.html copy=4F2A-91BC"),
            EntryKey = "k",
        }));
        var second = await board.Read(await Office.ImportOf(board, "r2.csv"));
        Assert.Contains("Báo cáo có số liệu cũ", second, StringComparison.Ordinal);
        Assert.Contains("Báo cáo một Đợt năm 2024 lịch thứ hai 12 giờ 00, ngày 24/11/2026 1 auditor@example.org, 13 giờ 00, ngày 24/11/2026 4F2A-91BC", second, StringComparison.Ordinal);
        Assert.Contains("Báo cáo có số liệu cũ", await board.Read(await Office.ImportOf(board, "r1.csv")), StringComparison.Ordinal);   // the first file's own figures went
        Assert.DoesNotContain("Báo cáo có số liệu cũ", await board.Read(await Office.ImportOf(board, "r3.csv")), StringComparison.Ordinal); // made before those of the second file were shown
    }

    [Fact]
    public async Task An_area_sees_the_history_of_its_own_and_no_list_of_reports()
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        await Office.Load(local, ("r1.csv", Office.Results));
        Report("Báo cáo một");
        await Office.Correct(local, "đếm lại", ("r2.csv", Office.Results.Replace(",40,15,5", ",40,13,7", StringComparison.Ordinal)));
        Assert.Contains("Tín nhiệm thấp: 5 → 7", await local.Read($"/officials/{PersonOf("CB1")}"), StringComparison.Ordinal);
        // Read asserts that the page is there.
        Assert.DoesNotContain("Báo cáo có số liệu cũ", await local.Read(await Office.ImportOf(local, "r2.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_import_lists_the_reports_that_showed_its_figures()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("r1.csv", Office.Results));
        Report("Báo cáo một");
        var import = await Office.ImportOf(board, "r1.csv");
        Assert.DoesNotContain("Báo cáo có số liệu cũ", await board.Read(import), StringComparison.Ordinal);
        await TestHost.Post(board, import, ("reason", "nhầm tệp"));
        Assert.Contains("Báo cáo một", await board.Read(import), StringComparison.Ordinal);
    }
}
