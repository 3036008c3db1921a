using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Ingest.Loading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Urging;

/// <summary>
/// A city with a round before the districts ended on 1 July 2025 and one after it, on 24 November 2026. Of the six communes of 2024 one
/// has results, of the four of 2026 one; who reports for a unit is its district then and the unit itself now.
/// </summary>
public sealed partial class UrgingCity : TestHost
{
    const string Units = """
        code,name,kind,level,parent,valid_from,valid_to,area
        GD,Thành phố Giả Định,Thành phố,province,,,,
        0901,Huyện An Khuê,Huyện,district,GD,,2025-07-01,
        0902,Quận Bình Lăng,Quận,district,GD,,2025-07-01,
        0903,Thị xã Phú Diên,Thị xã,district,GD,,2025-07-01,
        0904,Thành phố Sơn Hạ,Thành phố,district,GD,,2025-07-01,
        090101,Xã Trung Lạc,Xã,commune,0901,,2025-07-01,
        090102,Thị trấn Nam Châu,Thị trấn,commune,0901,,2025-07-01,
        090103,Xã Nam Lạc,Xã,commune,0901,,2025-07-01,
        090201,Phường Tân Khánh,Phường,commune,0902,,2025-07-01,
        090301,Xã Hòa Hải,Xã,commune,0903,,2025-07-01,
        090401,Phường Lâm Viên,Phường,commune,0904,,2025-07-01,
        110101,Xã Trung Lạc,Xã,commune,GD,2025-07-01,,0901
        110201,Phường Tân Khánh,Phường,commune,GD,2025-07-01,,0902
        110301,Đặc khu Phú Diên,Đặc khu,commune,GD,2025-07-01,,0903
        110401,Xã Sơn Hạ,Xã,commune,GD,2025-07-01,,0904
        """;

    const string Positions = "code,name_vi,name_en,body,sort\nPC-CHAIR,Chủ tịch HĐND,Chair,HĐND,1\nPPC-CHAIR,Chủ tịch UBND,Chair of committee,UBND,2\n";

    const string Rounds = """
        code,name_vi,name_en,regime,held_from,held_to,due,level,sample
        T-2024,Đợt lấy phiếu năm 2024,Round 2024,CITY-2026,2024-12-01,2024-12-31,2025-01-10,commune,no
        T-2026,Đợt lấy phiếu năm 2026,Round 2026,CITY-2026,2026-10-01,2026-10-31,2026-11-10,commune,no
        """;

    const string Results = """
        round,unit,position,official,official_code,born,held_on,collected,valid,invalid,high,confidence,low
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2024-12-10,60,60,0,40,15,5
        T-2026,110101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2026-10-10,60,60,0,37,18,5
        """;

    public UrgingCity() => Replace = services => services.AddSingleton<TimeProvider>(Clock);

    /// <summary>12:40 in Viet Nam on 24 November 2026.</summary>
    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 5, 40, 0, TimeSpan.Zero));

    bool loaded;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<HttpClient> Board()
    {
        if (!loaded) Load();
        loaded = true;
        return await SignedIn(Roles.Board);
    }

    /// <summary>Nobody stays signed in for a day.</summary>
    public Task<HttpClient> DaysLater(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        return SignedIn(Roles.Board);
    }

    /// <summary>Loads a file of results or steps as the program at the city's clock.</summary>
    public void Load(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("urging-city-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text, Encoding.UTF8);
            var outcomes = new Importer(Store, new Archive(Folder), Clock).Run([new InputFile(Path.Combine(folder.FullName, name), name)], null, null, new LoadOptions("test"), ct: Ct);
            Assert.DoesNotContain(outcomes, o => o.HasErrors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    void Load()
    {
        Load("units.csv", Units);
        Load("positions.csv", Positions);
        Load("rounds.csv", Rounds);
        Load("results.csv", Results);
    }

    /// <summary>Id of a unit that stands behind a check box.</summary>
    public int Id(string code)
    {
        using var reader = Store.Read();
        return reader.Db.Units.Where(u => u.Code == code).OrderBy(u => u.Id).Select(u => u.Id).First();
    }

    public string Key(string code) => Id(code).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Posts to a handler of a page with the token of the page.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string page, string handler, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(page, Ct)).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(page + (handler.Length == 0 ? "" : (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler), content, Ct);
    }

    public static async Task<string> Html(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

    /// <summary>Actions and targets that were written down, without sign-ins and looks.</summary>
    public List<string> Audited()
    {
        using var db = Store.Open();
        return db.Audit.Where(a => a.Action != "sign-in" && a.Action != "view" && a.Action != "export" && a.User != "test").OrderBy(a => a.Id).AsEnumerable().Select(a => $"{a.User} {a.Action} {a.Target} {a.Rows}".TrimEnd()).ToList();
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

[CollectionDefinition(Name)]
public sealed class UrgingCityCollection : ICollectionFixture<UrgingCity>
{
    public const string Name = "Urging city";
}
