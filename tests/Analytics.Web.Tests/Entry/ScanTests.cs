using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.Entry;

/// <summary>Scans of minutes are told by content, kept outside what is served, seen in scope only, and looked at on record.</summary>
public sealed partial class ScanTests : IDisposable
{
    const string Address = "/entry/T-2024/090101";

    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n% minutes\n%%EOF\n");

    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    static async Task<HttpResponseMessage> Send(HttpClient client, byte[] content, string name, string type = "application/pdf")
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(part, "scan", name);
        form.Add(new StringContent(Token().Match(await client.GetStringAsync(Address, Ct)).Groups[1].Value), "__RequestVerificationToken");
        return await client.PostAsync(Address + "?handler=Scan", form, Ct);
    }

    [Fact]
    public async Task A_scan_is_kept_under_its_hash_listed_and_handed_out_on_record()
    {
        var board = await office.BoardWithReferenceData();
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(board, Pdf, "..\\..\\biên bản.pdf")).StatusCode);
        Assert.Contains("biên bản.pdf", await board.Read(Address), StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(office.Folder, "minutes")));
        Assert.Matches("^[0-9a-f]{64}\\.pdf$", Path.GetFileName(file));

        var answer = await board.GetAsync("/entry/scans/1", Ct);
        Assert.Equal(("application/pdf", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task What_is_no_pdf_or_picture_the_same_again_and_nothing_are_refused_with_a_message()
    {
        var board = await office.BoardWithReferenceData();
        var html = await Send(board, Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), "x.pdf");
        Assert.Contains("Tệp không phải là PDF, JPEG hoặc PNG", WebUtility.HtmlDecode(await html.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        await Send(board, Pdf, "a.pdf");
        Assert.Contains("Bản chụp này đã có", WebUtility.HtmlDecode(await (await Send(board, Pdf, "b.pdf")).Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Contains("Chưa chọn tệp nào", WebUtility.HtmlDecode(await (await Send(board, [], "c.pdf")).Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(office.Folder, "minutes")));
    }

    [Fact]
    public async Task A_scan_of_another_area_and_a_removed_one_are_not_found()
    {
        var board = await office.BoardWithReferenceData();
        await Send(board, Pdf, "a.pdf");
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(HttpStatusCode.OK, await local.Status("/entry/scans/1"));
        office.Seed(db => db.MinutesScans.Single().UnitId = db.Units.Single(u => u.Code == "090201").Id);
        Assert.Equal(HttpStatusCode.NotFound, await local.Status("/entry/scans/1"));
        office.Seed(db => db.MinutesScans.Single().UnitId = db.Units.Single(u => u.Code == "090101").Id);
        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(board, Address + "?handler=RemoveScan", ("scan", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/entry/scans/1"));
        Assert.Single(Directory.GetFiles(Path.Combine(office.Folder, "minutes")));
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
