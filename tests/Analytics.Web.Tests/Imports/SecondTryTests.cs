using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Imports;

/// <summary>A refused file is tried again without being chosen again.</summary>
public sealed partial class SecondTryTests : IDisposable
{
    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task The_good_rows_of_a_refused_file_are_loaded_with_one_button()
    {
        var board = await office.BoardWithReferenceData();
        var (address, page) = await Refused(board, Office.ResultsWithMistake);
        Assert.Contains("01 trong 02 dòng của tệp không có lỗi.", page, StringComparison.Ordinal);
        var again = await Try(board, address, ("index", "0"), ("way", "valid"));
        Assert.Contains("đã nạp một phần", await Office.Ended(board, Location(again)), StringComparison.Ordinal);
        var imports = await Office.History(board);
        Assert.Equal("2 1 0 0 1 0", Office.Numbers(imports[0]));
        Assert.Equal("results.csv", imports[0].GetProperty("file").GetString());

        // The refused import and its batch say what came of it.
        var (refused, loaded) = (imports[1].GetProperty("import").GetInt32(), imports[0].GetProperty("import").GetInt32());
        foreach (var place in new[] { $"/imports/{refused}", address })
            Assert.Contains($"<a {(place == address ? "class=\"note\" " : "")}href=\"/imports/{loaded}\">đã nạp ở lần nhập {loaded}</a>", await Page(board, place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_file_is_sent_in_the_place_of_a_refused_one_from_the_imports_own_page_and_keeps_its_settings()
    {
        var board = await office.BoardWithReferenceData();
        var withoutRound = WithoutRound(Office.ResultsWithMistake);
        var (address, _) = await Refused(board, withoutRound, ("Upload.Round", "T-2024"), ("Upload.Kind", "results"));
        var refused = (await Office.History(board))[0].GetProperty("import").GetInt32();
        Assert.Contains($"action=\"{address}\"", await Page(board, $"/imports/{refused}"), StringComparison.Ordinal);
        var again = await SendCorrected(board, $"/imports/{refused}", address, "sửa.csv", WithoutRound(Office.Results));
        Assert.Contains("01 tệp: 01 đã nạp.", await Office.Ended(board, Location(again)), StringComparison.Ordinal);
        Assert.Equal("sửa.csv", (await Office.History(board))[0].GetProperty("file").GetString());
        Assert.Contains("Tệp này sau đó", await Page(board, $"/imports/{refused}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_is_told_through_a_chain_of_tries()
    {
        var board = await office.BoardWithReferenceData();
        var (address, _) = await Refused(board, Office.ResultsWithMistake);
        var first = (await Office.History(board))[0].GetProperty("import").GetInt32();
        var second = Location(await SendCorrected(board, address, address, "b.csv", Office.Results.Replace(",30,20,10", ",30,20,12", StringComparison.Ordinal)));
        Assert.Contains("01 bị từ chối", await Office.Ended(board, second), StringComparison.Ordinal);
        await Office.Ended(board, Location(await SendCorrected(board, second, second, "c.csv", Office.Results)));
        Assert.Contains("Tệp này sau đó", await Page(board, $"/imports/{first}"), StringComparison.Ordinal);
        Assert.Contains("Tệp này sau đó", await Page(board, $"/imports/{first + 1}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_try_without_a_file_is_told_beside_the_field()
    {
        var board = await office.BoardWithReferenceData();
        var (address, _) = await Refused(board, Office.ResultsWithMistake);
        var answer = await Try(board, address, ("index", "0"), ("way", "corrected"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Hãy chọn tệp đã sửa.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Try(board, address, ("index", "0"), ("way", "any"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Try(board, address, ("index", "7"), ("way", "valid"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Try(board, address, ("index", "0"), ("way", "again"))).StatusCode);
    }

    [Fact]
    public async Task Only_who_sent_a_file_and_who_sees_all_imports_may_try_it_again()
    {
        var board = await office.BoardWithReferenceData();
        var (boards, _) = await Refused(board, Office.ResultsWithMistake);
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(HttpStatusCode.NotFound, (await Try(local, boards, "/imports", ("index", "0"), ("way", "valid"))).StatusCode);
        var (locals, _) = await Refused(local, Office.ResultsWithMistake);
        var auditor = await office.SignedIn(Roles.Auditor);
        Assert.DoesNotContain("second-try", await Page(auditor, locals), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Try(auditor, locals, "/officials?lang=vi", ("index", "0"), ("way", "valid"))).StatusCode switch
        {
            // The auditor's pages hold no form with a token: either way nothing is loaded.
            HttpStatusCode.BadRequest => HttpStatusCode.NotFound,
            var status => status,
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await Try(board, locals, ("index", "0"), ("way", "valid"))).StatusCode);
    }

    [Fact]
    public async Task An_area_that_sends_rows_of_others_cannot_load_its_good_rows_either()
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        var (address, page) = await Refused(local, Office.Results + "\n" + Office.ResultsOfSecondArea.Split('\n')[1]);
        Assert.DoesNotContain("Chỉ nạp các dòng không có lỗi", page, StringComparison.Ordinal);
        await Office.Ended(local, Location(await Try(local, address, ("index", "0"), ("way", "valid"))));
        using var reader = office.Store.Read();
        Assert.Empty(reader.Db.Results);
    }

    [Fact]
    public async Task Refused_bytes_are_kept_for_two_weeks_and_loaded_ones_only_in_the_archive()
    {
        var board = await office.BoardWithReferenceData();
        var address = Location(await Office.Upload(board, ("bad.csv", Office.ResultsWithMistake), ("good.csv", Office.ResultsOfSecondArea)));
        await Office.Ended(board, address);
        var folder = Path.Combine(office.Folder, "uploads", address.Split('/')[^1].Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(["000.upload"], Directory.GetFiles(folder, "*.upload").Select(Path.GetFileName));
        // What a kill left between the outcome and the removal goes with the next cleaning.
        await File.WriteAllTextAsync(Path.Combine(folder, "001.upload"), "x", Ct);
        var folders = office.Services.GetRequiredService<UploadFolders>();
        folders.Clean(DateTime.UtcNow);
        Assert.Equal(["000.upload"], Directory.GetFiles(folder, "*.upload").Select(Path.GetFileName));
        folders.Clean(DateTime.UtcNow.AddDays(15));
        Assert.Empty(Directory.GetFiles(folder, "*.upload"));
        Assert.DoesNotContain("second-try", await Page(board, address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Try(board, address, "/imports", ("index", "0"), ("way", "valid"))).StatusCode);
    }

    [Fact]
    public async Task A_batch_that_failed_as_a_whole_is_tried_again_as_it_was()
    {
        var board = await office.BoardWithReferenceData();
        var folders = new UploadFolders(office.Services.GetRequiredService<Installation>());
        var id = Guid.CreateVersion7();
        // As the worker leaves it when the store was busy too long.
        var batch = new UploadBatch(id, DateTime.UtcNow, "board@example.org", null, null, false, null, ["results.csv"]);
        await folders.Add(batch, [s => s.WriteAsync(Encoding.UTF8.GetBytes(Office.Results)).AsTask()]);
        folders.Finish(id, new(DateTime.UtcNow, [], "busy"));
        var address = $"/imports/batches/{id}";
        Assert.Contains("Thử nạp lại các tệp này", await Page(board, address), StringComparison.Ordinal);
        Assert.Equal(address, Location(await Try(board, address, ("way", "again"))));
        Assert.Contains("01 tệp: 01 đã nạp.", await Office.Ended(board, address), StringComparison.Ordinal);
    }

    static async Task<(string Address, string Page)> Refused(HttpClient client, string content, params (string, string)[] fields)
    {
        var address = Location(await Office.Upload(client, fields, ("results.csv", content)));
        return (address, await Office.Ended(client, address));
    }

    static string Location(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location?.OriginalString ?? "";
    }

    static async Task<string> Page(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address, Ct));

    static Task<HttpResponseMessage> Try(HttpClient client, string address, params (string Name, string Value)[] fields) => Try(client, address, address, fields);

    static async Task<HttpResponseMessage> Try(HttpClient client, string address, string formOn, params (string Name, string Value)[] fields)
    {
        var page = await client.GetAsync(formOn, Ct);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Ct)).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await client.PostAsync(address, new FormUrlEncodedContent(form), Ct);
    }

    static async Task<HttpResponseMessage> SendCorrected(HttpClient client, string formOn, string address, string name, string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("0"), "index" },
            { new StringContent("corrected"), "way" },
            { new StringContent(Token().Match(await client.GetStringAsync(formOn, Ct)).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "corrected", name },
        };
        return await client.PostAsync(address, form, Ct);
    }

    static string WithoutRound(string csv) => string.Join('\n', csv.Split('\n').Select(line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]));

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
