using System.Net;
using Analytics.Domain.Access;
using Analytics.Ingest.Reading;
using Analytics.Web.Audit;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Imports;

public sealed class MarkedFileTests : IDisposable
{
    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_refused_file_comes_back_with_its_faulty_cell_commented_and_reads_the_same()
    {
        var board = await office.BoardWithReferenceData();
        var page = await Office.Load(board, ("Nguyễn Thị Giang.csv", Office.ResultsWithMistake));
        var id = (await Office.History(board))[0].GetProperty("import").GetInt32();
        Assert.Contains($"<a href=\"/imports/{id}/marked.xlsx\">", page, StringComparison.Ordinal);
        Assert.Contains($"/imports/{id}/marked.xlsx", await board.GetStringAsync($"/imports/{id}", Ct), StringComparison.Ordinal);

        var answer = await board.GetAsync($"/imports/{id}/marked.xlsx", Ct);
        Assert.Equal($"lan-nhap-{id}-danh-dau-loi.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var comment = document.WorkbookPart!.WorksheetParts.Single().WorksheetCommentsPart!.Comments.CommentList!.Elements<Comment>().Single();
        // The third line, under "valid".
        Assert.Equal("I3", comment.Reference?.Value);
        Assert.Contains("Tổng số phiếu các mức tín nhiệm là 61, lớn hơn số phiếu hợp lệ 60", comment.InnerText, StringComparison.Ordinal);
        Assert.Equal(Office.ResultsWithMistake.Split('\n').Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0),
            FileReader.Read(new MemoryStream(bytes), "m.xlsx", ct: Ct).Rows.Select(r => r.Raw));
        office.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = office.Store.Open();
        var entry = db.Audit.Single(a => a.Target == $"/imports/{id}/marked.xlsx");
        Assert.Equal(("export", 2), (entry.Action, entry.Rows));
    }

    [Fact]
    public async Task A_file_loaded_in_part_is_marked_from_the_archive()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, [("Upload.AcceptValid", "true")], ("results.csv", Office.ResultsWithMistake));
        var id = (await Office.History(board))[0].GetProperty("import").GetInt32();
        Assert.Equal(HttpStatusCode.OK, (await board.GetAsync($"/imports/{id}/marked.xlsx", Ct)).StatusCode);
    }

    [Fact]
    public async Task Others_files_files_that_are_gone_and_roles_without_names_get_none()
    {
        var board = await office.BoardWithReferenceData();
        var page = await Office.Load(board, ("scan.xlsx", "no workbook"), ("results.csv", Office.ResultsWithMistake));
        var (unreadable, results) = ((await Office.History(board)).Single(i => i.GetProperty("file").GetString() == "scan.xlsx").GetProperty("import").GetInt32(), (await Office.History(board)).Single(i => i.GetProperty("file").GetString() == "results.csv" && i.GetProperty("state").GetString() == "refused").GetProperty("import").GetInt32());
        Assert.DoesNotContain($"/imports/{unreadable}/marked.xlsx", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await board.GetAsync($"/imports/{unreadable}/marked.xlsx", Ct)).StatusCode);
        foreach (var role in new[] { Roles.Local, Roles.Auditor })
            Assert.Equal(HttpStatusCode.NotFound, (await (await office.SignedIn(role)).GetAsync($"/imports/{results}/marked.xlsx", Ct)).StatusCode);
        Assert.DoesNotContain("marked.xlsx", await (await office.SignedIn(Roles.Auditor)).GetStringAsync($"/imports/{results}", Ct), StringComparison.Ordinal);
        office.Services.GetRequiredService<Loading.UploadFolders>().Clean(DateTime.UtcNow.AddDays(15));
        Assert.Equal(HttpStatusCode.NotFound, (await board.GetAsync($"/imports/{results}/marked.xlsx", Ct)).StatusCode);
        Assert.DoesNotContain("marked.xlsx", await board.GetStringAsync($"/imports/{results}", Ct), StringComparison.Ordinal);
    }
}
