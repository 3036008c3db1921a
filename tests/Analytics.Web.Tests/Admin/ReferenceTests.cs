using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Web.Tests.Admin;

/// <summary>Reference data on its page: fetched as files, loaded as files.</summary>
public sealed partial class ReferenceTests : IDisposable
{
    readonly AdminHost host = new();

    public void Dispose() => host.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<string> Load(HttpClient client, string kind, byte[] file, string reason = "")
    {
        var page = await client.GetStringAsync("/admin/reference", Ct);
        using var form = new MultipartFormDataContent { { new StringContent(kind), "Kind" }, { new StringContent(reason), "Reason" }, { new StringContent(Token().Match(page).Groups[1].Value), "__RequestVerificationToken" } };
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "file", kind + ".csv");
        var answer = await client.PostAsync("/admin/reference", form, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await answer.Content.ReadAsStringAsync(Ct), " ")), " ");
    }

    [Theory]
    [InlineData("units", 339), InlineData("changes", 218), InlineData("positions", 4), InlineData("rounds", 10)]
    public async Task What_is_fetched_loads_again_without_a_change(string kind, int rows)
    {
        var admin = await host.Admin();
        var file = await admin.GetByteArrayAsync($"/admin/reference?table={kind}&format=csv", Ct);
        Assert.Equal(rows + 1, Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains($"Đã nạp: 0 dòng mới, 0 dòng sửa, {rows} dòng không đổi.", await Load(admin, kind, file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_post_needs_a_reason_and_then_stands_on_the_pages()
    {
        var admin = await host.Admin();
        var file = Encoding.UTF8.GetBytes("code,name_vi,name_en,body,sort\nPC-CHAIR,Chủ tịch Hội đồng,Chair,HĐND,1\n");
        Assert.Contains("Tệp bị từ chối, chưa thay đổi gì (1 dòng).", await Load(admin, "positions", file), StringComparison.Ordinal);
        Assert.Contains("Đã nạp: 0 dòng mới, 1 dòng sửa, 0 dòng không đổi.", await Load(admin, "positions", file, "theo tên gọi mới"), StringComparison.Ordinal);
        Assert.Contains("Chủ tịch Hội đồng", await (await host.SignedIn(Analytics.Domain.Access.Roles.Board)).Read("/positions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_results_is_not_loaded_as_reference_data()
    {
        var file = Encoding.UTF8.GetBytes("round,unit,position,official,collected,high,confidence,low\nGD-2026,090401,PC-CHAIR,Nguyễn Văn A,60,40,15,5\n");
        var text = await Load(await host.Admin(), "positions", file);
        Assert.Contains("Tệp bị từ chối, chưa thay đổi gì (1 dòng).", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn A", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
