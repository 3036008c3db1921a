using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Ingest.Loading;

namespace Analytics.Web.Tests.Forms;

/// <summary>
/// A city of two areas whose every number is small enough to be worked out by hand, looked at on 24 November 2026: a round of three
/// levels under an assumed rule with everything that may be missing, one of two levels, one with delegates as its base.
/// </summary>
public sealed class FormCity : TestHost
{
    const string Units = """
        code,name,kind,level,parent,valid_from,valid_to,area
        GD,Thành phố Giả Định,Thành phố,province,,,,
        0901,Huyện An Khuê,Huyện,district,GD,,,
        0902,Quận Bình Lăng,Quận,district,GD,,,
        090101,Xã Trung Lạc,Xã,commune,0901,,,
        090102,=Xã Nam Châu,Xã,commune,0901,,,
        090201,Phường Tân Khánh,Phường,commune,0902,,,
        090202,Phường Hòa Hải,Phường,commune,0902,,,
        090203,Phường Lâm Viên,Phường,commune,0902,,,
        """;

    const string Positions = """
        code,name_vi,name_en,body,sort
        PC-CHAIR,Chủ tịch HĐND,Chair,HĐND,1
        PC-VICE,Phó Chủ tịch HĐND,Vice-chair,HĐND,2
        PPC-CHAIR,Chủ tịch UBND,Chair of committee,UBND,3
        PPC-VICE,Phó Chủ tịch UBND,Vice-chair of committee,UBND,4
        """;

    const string Rounds = """
        code,name_vi,name_en,regime,held_from,held_to,due,level,sample
        T-2010,Đợt năm 2010,Round 2010,VFF-2007,2010-12-01,2010-12-31,2011-01-10,commune,no
        T-2014,Đợt năm 2014,Round 2014,NA-35,2014-12-01,2014-12-31,2015-01-10,commune,no
        T-2018,Đợt năm 2018,Round 2018,NA-85,2018-12-01,2018-12-31,2019-01-10,commune,no
        T-2024,Đợt năm 2024,Round 2024,CITY-2026,2024-12-01,2024-12-31,2025-01-10,commune,no
        """;

    const string Roster = """
        round,unit,position,official,official_code,born,in_post_since,status,reason
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,,due,
        T-2024,090101,PC-VICE,,,,,vacant,chưa kiện toàn
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,,due,
        T-2024,090101,PPC-VICE,Lê Văn Tám,CB3,1972,,due,
        T-2024,090102,PC-CHAIR,Vũ Bá Thành,CB4,1973,,due,
        T-2024,090102,PC-VICE,Hồ Thị Hai,CB5,1974,,exempt,mới giữ chức
        T-2024,090102,PPC-CHAIR,Trần Văn Tư,CB6,1975,,due,
        T-2024,090201,PC-CHAIR,,,,,no-council,
        T-2024,090201,PC-VICE,,,,,no-council,
        T-2024,090201,PPC-CHAIR,Mai Văn Năm,CB7,1976,,due,
        T-2024,090202,PC-CHAIR,,,,,no-council,
        T-2024,090202,PPC-CHAIR,Bùi Văn Sáu,CB8,1977,,exempt,chờ nghỉ hưu
        T-2024,090203,PC-CHAIR,Đỗ Văn Bảy,CB9,1978,,due,
        T-2024,090203,PPC-CHAIR,Phan Văn Chín,CB10,1979,,due,
        """;

    /// <summary>Two thirds low, exactly half low and half and a half ballot low; one without a base, one exempt.</summary>
    const string Results2024 = """
        round,unit,position,official,official_code,born,held_on,invited,present,issued,collected,valid,invalid,high,confidence,low,exempt
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2024-12-10,62,60,60,60,58,2,40,13,5,
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,2024-12-10,62,60,60,60,59,1,10,9,40,
        T-2024,090101,PPC-VICE,Lê Văn Tám,CB3,1972,2024-12-10,62,60,,,50,,30,15,5,
        T-2024,090102,PC-CHAIR,Vũ Bá Thành,CB4,1973,2024-12-11,61,,50,50,50,0,45,3,2,
        T-2024,090102,PC-VICE,Hồ Thị Hai,CB5,1974,,,,,,,,,,,mới giữ chức
        T-2024,090102,PPC-CHAIR,Trần Văn Tư,CB6,1975,2024-12-11,61,,64,64,64,0,20,12,32,
        T-2024,090201,PPC-CHAIR,Mai Văn Năm,CB7,1976,2024-12-12,150,146,146,145,145,0,22,50,73,
        """;

    const string Results2010 = """
        round,unit,position,official,official_code,born,held_on,collected,valid,confidence,no_confidence
        T-2010,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2010-12-10,40,39,30,9
        T-2010,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,2010-12-10,60,60,30,30
        T-2010,090102,PPC-CHAIR,Trần Văn Tư,CB6,1975,2010-12-11,60,60,20,40
        """;

    static string ResultsOfDelegates(string round, string day) => $"""
        round,unit,position,official,official_code,born,held_on,delegates,issued,collected,valid,invalid,high,confidence,low
        {round},090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,{day},30,30,28,28,0,10,8,10
        {round},090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,{day},30,30,29,29,0,4,5,20
        {round},090102,PC-CHAIR,Vũ Bá Thành,CB4,1973,{day},30,30,30,30,0,7,2,21
        """;

    public FormCity() => Replace = ResultPages.OnTheDay;

    readonly Dictionary<string, HttpClient> clients = [];
    readonly SemaphoreSlim loading = new(1);
    bool loaded;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A client of a role on the loaded city, signed in once.</summary>
    public async Task<HttpClient> As(string role)
    {
        await loading.WaitAsync(Ct);
        try
        {
            if (!loaded) Load();
            loaded = true;
            return clients.TryGetValue(role, out var known) ? known : clients[role] = await SignedIn(role);
        }
        finally
        {
            loading.Release();
        }
    }

    public Task<HttpClient> Board() => As(Roles.Board);

    void Load()
    {
        var folder = Directory.CreateTempSubdirectory("form-city-");
        try
        {
            (string Name, string Text)[] files =
            [
                ("units.csv", Units), ("positions.csv", Positions), ("rounds.csv", Rounds), ("roster.csv", Roster), ("results-2024.csv", Results2024), ("results-2010.csv", Results2010),
                ("results-2014.csv", ResultsOfDelegates("T-2014", "2014-12-10")), ("results-2018.csv", ResultsOfDelegates("T-2018", "2018-12-10")),
            ];
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(folder.FullName, name), text, Encoding.UTF8);
            var outcomes = new Importer(Store, new Archive(Folder), TimeProvider.System).Run(
                files.Select(f => new InputFile(Path.Combine(folder.FullName, f.Name), f.Name)).ToList(), null, null, new LoadOptions("test"), ct: Ct);
            Assert.DoesNotContain(outcomes, o => o.HasErrors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

}

[CollectionDefinition(Name)]
public sealed class FormCityCollection : ICollectionFixture<FormCity>
{
    public const string Name = "Form city";
}

/// <summary>What the store itself says, asked in SQL and not through the program.</summary>
static class Sql
{
    /// <summary>Rows of an answer, each cell as text; nothing is <c>null</c>.</summary>
    public static List<string> Ask(this TestHost host, string sql)
    {
        // There is a store once the host has started.
        _ = host.Store;
        using var connection = TestStores.Connect(Path.Combine(host.Folder, "test.db"));
        using var command = connection.CreateCommand();
        // A literal of a test.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : Said(reader.GetValue(i)))));
        return rows;
    }

    /// <summary>A file keeps days as texts, a server as days.</summary>
    static string? Said(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

/// <summary>A form read off its page as a person reads it.</summary>
static partial class FormPages
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The rows of the table's body and foot, cells joined by <c>|</c>.</summary>
    public static async Task<List<string>> FormRows(this HttpClient client, string address)
    {
        var html = await client.GetStringAsync(address, Ct);
        var table = Table().Match(html);
        Assert.True(table.Success, $"{address} has no form.");
        return Row().Matches(table.Groups["body"].Value).Select(r => string.Join('|', Cell().Matches(r.Value).Select(c => Text(c.Groups[1].Value)))).ToList();
    }

    public static async Task<string> FormCaption(this HttpClient client, string address) => Text(Caption().Match(await client.GetStringAsync(address, Ct)).Groups[1].Value);

    public static async Task<List<string>> FormNotes(this HttpClient client, string address)
    {
        var html = await client.GetStringAsync(address, Ct);
        return Hint().Matches(html[html.IndexOf("</table>", StringComparison.Ordinal)..]).Select(m => Text(m.Groups[1].Value)).ToList();
    }

    /// <summary>Header cells with the columns they span.</summary>
    public static async Task<List<string>> FormHeader(this HttpClient client, string address)
    {
        var head = Head().Match(await client.GetStringAsync(address, Ct)).Value;
        return HeaderCell().Matches(head).Select(m => Text(m.Groups["text"].Value) + (m.Groups["span"].Success ? "/" + m.Groups["span"].Value : "")).ToList();
    }

    public static string Text(string html) => string.Join(' ', WebUtility.HtmlDecode(Markup().Replace(html, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<table class=\"form-table\">.*?</thead>(?<body>.*?)</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<table class=\"form-table\">.*?</thead>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<th[^>]*?(?:colspan=\"(?<span>\\d+)\")?>(?<text>.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex HeaderCell();

    [GeneratedRegex("<tr[^>]*>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<caption>(.*?)</caption>", RegexOptions.Singleline)]
    private static partial Regex Caption();

    [GeneratedRegex("<p class=\"hint\">(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Hint();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Markup();
}
