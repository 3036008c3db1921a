using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Imports;

/// <summary>A host with a small city of two areas, one commune each, one round; and what the tests do on the pages.</summary>
public partial class Office : TestHost
{
    public const string Units = """
        code,name,kind,level,parent,valid_from,valid_to,area
        GD,Thành phố Giả Định,Thành phố,province,,,,
        0901,Huyện An Khuê,Huyện,district,GD,,,
        0902,Huyện Bình Lăng,Huyện,district,GD,,,
        090101,Xã Trung Lạc,Xã,commune,0901,,,
        090201,Xã Tân Khánh,Xã,commune,0902,,,
        """;

    public const string Positions = "code,name_vi,name_en,body,sort\nPC-CHAIR,Chủ tịch HĐND,Chair,HĐND,1\nPPC-CHAIR,Chủ tịch UBND,Chair of committee,UBND,2\n";

    public const string Rounds = "code,name_vi,name_en,regime,held_from,held_to,due,level,sample\nT-2024,Đợt năm 2024,Round 2024,CITY-2026,2024-12-01,2024-12-31,,commune,no\n";

    /// <summary>Two results in the first area, of the sample account for an area.</summary>
    public const string Results = """
        round,unit,position,official,official_code,born,held_on,collected,valid,invalid,high,confidence,low
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2024-12-10,60,60,0,40,15,5
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,2024-12-10,60,60,0,30,20,10
        """;

    public const string ResultsOfSecondArea = """
        round,unit,position,official,official_code,born,held_on,collected,valid,invalid,high,confidence,low
        T-2024,090201,PC-CHAIR,Vũ Bá Thành,CB3,1972,2024-12-11,50,50,0,40,6,4
        """;

    /// <summary>The levels of the second row add up to more than the valid ballots; the warning is an unknown column.</summary>
    public static string ResultsWithMistake => Results.Replace(",30,20,10", ",30,20,11", StringComparison.Ordinal);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Units, posts and the round, loaded as the Board would.</summary>
    public async Task<HttpClient> BoardWithReferenceData()
    {
        var board = await SignedIn(Roles.Board);
        await Load(board, ("units.csv", Units), ("positions.csv", Positions), ("rounds.csv", Rounds));
        return board;
    }

    public static Task<HttpResponseMessage> Upload(HttpClient client, params (string Name, string Content)[] files) => Upload(client, [], files);

    public static async Task<HttpResponseMessage> Upload(HttpClient client, (string Name, string Value)[] fields, params (string Name, string Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            form.Add(part, "Upload.Files", name);
        }
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        var page = await client.GetStringAsync("/imports", Ct);
        form.Add(new StringContent(Token().Match(page).Groups[1].Value), "__RequestVerificationToken");
        return await client.PostAsync("/imports", form, Ct);
    }

    /// <summary>Uploads and waits; gives the page that says what became of the files.</summary>
    public static Task<string> Load(HttpClient client, params (string Name, string Content)[] files) => Load(client, [], files);

    public static async Task<string> Load(HttpClient client, (string Name, string Value)[] fields, params (string Name, string Content)[] files)
    {
        var answer = await Upload(client, fields, files);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await Ended(client, answer.Headers.Location?.OriginalString ?? "");
    }

    /// <summary>Uploads a correction, looks at what it would change, and saves it.</summary>
    public static async Task<string> Correct(HttpClient client, string reason, params (string Name, string Content)[] files)
    {
        var answer = await Upload(client, [("Upload.Replace", "true"), ("Upload.Reason", reason)], files);
        var address = answer.Headers.Location?.OriginalString ?? "";
        var seen = Seen().Match(await Ended(client, address)).Groups[1].Value;
        var token = Token().Match(await client.GetStringAsync("/imports", Ct)).Groups[1].Value;
        (string Name, string Value)[] form = [("way", "save"), ("reason", reason), ("seen", seen), ("__RequestVerificationToken", token)];
        await client.PostAsync(address, new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))), Ct);
        return await Ended(client, address);
    }

    public static async Task<string> Ended(HttpClient client, string address)
    {
        for (var i = 0; i < 300; i++)
        {
            var answer = await client.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(Ct);
            if (!page.Contains("<meta http-equiv=\"refresh\"", StringComparison.Ordinal)) return WebUtility.HtmlDecode(page);
            await Task.Delay(100, Ct);
        }
        throw new TimeoutException($"{address} was still running after 30 seconds.");
    }

    /// <summary>The list of imports as data, latest first.</summary>
    public static async Task<List<JsonElement>> History(HttpClient client, string filter = "")
    {
        using var list = JsonDocument.Parse(await client.GetStringAsync("/imports?format=json" + filter, Ct));
        return list.RootElement.EnumerateArray().Select(e => e.Clone()).ToList();
    }

    /// <summary>Address of the latest import of a file; numbers may have gaps.</summary>
    public static async Task<string> ImportOf(HttpClient client, string file) =>
        "/imports/" + (await History(client)).First(i => i.GetProperty("file").GetString() == file).GetProperty("import").GetInt32().ToString(CultureInfo.InvariantCulture);

    public static string Numbers(JsonElement import) => string.Join(' ',
        new[] { "rows", "loaded", "unchanged", "corrected", "rejected", "warnings" }.Select(c => import.GetProperty(c).GetInt32().ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex("name=\"seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
