using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Web.Pages.FollowUp;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>Files of a case are told by content, bounded, kept outside what is served, and handed out as downloads on record.</summary>
public sealed partial class CaseFileTests : IDisposable
{
    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n% conclusion\n%%EOF\n");

    readonly CaseOffice office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) zip.CreateEntry(name).Open().Dispose();
        return bytes.ToArray();
    }

    static async Task<HttpResponseMessage> Send(HttpClient client, string address, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(part, "file", name);
        form.Add(new StringContent(Token().Match(await client.GetStringAsync(address, Ct)).Groups[1].Value), "__RequestVerificationToken");
        return await client.PostAsync(address + "?handler=File", form, Ct);
    }

    async Task<(HttpClient Board, string Address)> Case(string code = "CB1") => (await office.Compared(), "/follow-up/" + CaseOffice.Text(office.CaseOf(code).Id));

    string[] Kept => Directory.GetFiles(Path.Combine(office.Folder, "cases"));

    [Fact]
    public async Task A_file_is_kept_under_its_hash_told_of_and_handed_out_as_a_download()
    {
        var (board, address) = await Case();
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(board, address, Pdf, "..\\..\\kết luận.pdf")).StatusCode);
        Assert.Matches("^[0-9a-f]{64}\\.pdf$", Path.GetFileName(Assert.Single(Kept)));
        Assert.Equal("attached >kết luận.pdf", office.Timeline(office.CaseOf("CB1").Id)[^1]);
        Assert.Contains("Thêm tài liệu: kết luận.pdf", await board.Read(address), StringComparison.Ordinal);

        var answer = await board.GetAsync("/follow-up/files/1", Ct);
        Assert.Equal(("application/pdf", "attachment", "kết luận.pdf"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task Word_and_Excel_are_taken_and_what_has_macros_or_is_something_else_is_not()
    {
        var (board, address) = await Case();
        (byte[] Content, string Name, bool Taken)[] files =
        [
            (Zip("[Content_Types].xml", "word/document.xml"), "a.docx", true),
            (Zip("[Content_Types].xml", "xl/workbook.xml"), "b.xlsx", true),
            (Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "c.docx", false),
            (Zip("x.exe"), "d.docx", false),
            ("PK\x03\x04 broken"u8.ToArray(), "e.xlsx", false),
            ("<html><script>alert(1)</script>"u8.ToArray(), "f.pdf", false),
        ];
        foreach (var (content, name, taken) in files)
        {
            var answer = await Send(board, address, content, name);
            Assert.Equal((name, taken ? HttpStatusCode.SeeOther : HttpStatusCode.OK), (name, answer.StatusCode));
            if (!taken) Assert.Contains("Tệp không phải là PDF, JPEG, PNG, Word (.docx) hoặc Excel (.xlsx), hoặc có macro.", await CaseOffice.Html(answer), StringComparison.Ordinal);
        }
        Assert.Equal([".docx", ".xlsx"], Kept.Select(Path.GetExtension).Order());
    }

    [Fact]
    public async Task Nothing_too_much_and_the_same_again_are_refused_with_a_message()
    {
        var (board, address) = await Case();
        Assert.Contains("Chưa chọn tệp nào, hoặc tệp trống.", await CaseOffice.Html(await Send(board, address, [], "a.pdf")), StringComparison.Ordinal);
        Assert.Contains("Tệp lớn hơn 20 MB", await CaseOffice.Html(await Send(board, address, [.. Pdf, .. new byte[CaseFiles.MostBytes]], "a.pdf")), StringComparison.Ordinal);
        await Send(board, address, Pdf, "a.pdf");
        Assert.Contains("Tài liệu này đã có trong việc.", await CaseOffice.Html(await Send(board, address, Pdf, "b.pdf")), StringComparison.Ordinal);
        office.Seed(db =>
        {
            var one = db.CaseFiles.Single();
            for (var i = 1; i < 50; i++)
            {
                db.CaseFiles.Add(new()
                {
                    CaseId = one.CaseId,
                    FileName = "x.pdf",
                    ContentType = one.ContentType,
                    Sha256 = CaseOffice.Text(i),
                    StoredName = one.StoredName,
                    By = one.By,
                });
            }
        });
        Assert.Contains("Việc này đã có 50 tài liệu", await CaseOffice.Html(await Send(board, address, [.. Pdf, 32], "c.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_file_is_gone_from_the_page_with_a_reason_and_kept_on_the_disk()
    {
        var (board, address) = await Case();
        await Send(board, address, Pdf, "a.pdf");
        Assert.Contains("Ghi lý do rồi gửi lại.", await CaseOffice.Html(await CaseOffice.Change(board, office.CaseOf("CB1"), "detach", ("Item", "1"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await CaseOffice.Change(board, office.CaseOf("CB1"), "detach", ("Item", "1"), ("Text", "gửi nhầm"))).StatusCode);
        Assert.Equal("detached a.pdf> gửi nhầm", office.Timeline(office.CaseOf("CB1").Id)[^1]);
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/follow-up/files/1"));
        Assert.Single(Kept);
    }

    [Fact]
    public async Task A_file_of_another_area_is_not_found_and_cannot_be_added_or_removed()
    {
        var (board, address) = await Case("CB3");
        await Send(board, address, Pdf, "a.pdf");
        // The local account works for 0901; CB3 is of 090201.
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(HttpStatusCode.NotFound, await local.Status("/follow-up/files/1"));
        var own = "/follow-up/" + CaseOffice.Text(office.CaseOf("CB1").Id);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([.. Pdf, 32]), "file", "b.pdf" } };
        form.Add(new StringContent(Token().Match(await local.GetStringAsync(own, Ct)).Groups[1].Value), "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.NotFound, (await local.PostAsync(address + "?handler=File", form, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(local, own, [.. Pdf, 32], "b.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await CaseOffice.Change(local, office.CaseOf("CB1"), "detach", ("Item", "1"), ("Text", "x"))).StatusCode);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
