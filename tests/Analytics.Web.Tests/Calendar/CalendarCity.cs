using System.Text;
using Analytics.Domain.Access;
using Analytics.Ingest.Loading;

namespace Analytics.Web.Tests.Calendar;

/// <summary>
/// Six communes of 24 November 2026 and what they were before 1 July 2025: a merge, a split, one that was renumbered, one without a past,
/// one as it was.
/// </summary>
public sealed class CalendarCity : TestHost
{
    const string Units = """
        code,name,kind,level,parent,valid_from,valid_to,area
        GD,Thành phố Giả Định,Thành phố,province,,,,
        0901,Huyện An Khuê,Huyện,district,GD,,2025-07-01,
        0902,Huyện Bình Lăng,Huyện,district,GD,,,
        090101,Xã Trung Lạc,Xã,commune,0901,,2025-07-01,
        090102,Xã Nam Châu,Xã,commune,0901,,2025-07-01,
        090103,Xã Lớn,Xã,commune,0901,,2025-07-01,
        090104,Xã Cũ,Xã,commune,0901,,2025-07-01,
        090201,Xã Tân Khánh,Xã,commune,0902,,
        110101,Xã Trung Châu,Xã,commune,GD,2025-07-01,,0901
        110102,Xã Lớn Đông,Xã,commune,GD,2025-07-01,,0901
        110103,Xã Lớn Tây,Xã,commune,GD,2025-07-01,,0901
        110104,Xã Kế Thừa,Xã,commune,GD,2025-07-01,,0901
        110105,Xã Mới,Xã,commune,GD,2025-07-01,,0901
        """;

    const string Changes = """
        effective_date,kind,from_code,to_code,whole,document
        2025-07-01,merge,090101,110101,yes,
        2025-07-01,merge,090102,110101,yes,
        2025-07-01,split,090103,110102,no,
        2025-07-01,split,090103,110103,no,
        2025-07-01,retype,090104,110104,yes,
        """;

    const string Positions = "code,name_vi,name_en,body,sort\nPC-CHAIR,Chủ tịch HĐND,Chair,HĐND,1\nPPC-CHAIR,Chủ tịch UBND,Chair of committee,UBND,2\n";

    const string Rounds = """
        code,name_vi,name_en,regime,held_from,held_to,due,level,sample
        T-2016,Đợt năm 2016,Round 2016,VFF-2007,2016-12-01,2016-12-31,,commune,no
        T-2022,Đợt năm 2022,Round 2022,VFF-2007,2022-12-01,2022-12-31,,commune,no
        T-2024,Đợt năm 2024,Round 2024,CITY-2026,2024-12-01,2024-12-31,,commune,no
        T-2026,Đợt năm 2026,Round 2026,CITY-2026,2026-10-01,2026-10-31,2026-11-10,commune,no
        """;

    /// <summary>In the latest round one unit owes nothing: it has no council, and its other post is exempt.</summary>
    const string Roster = """
        round,unit,position,official,official_code,born,status,reason
        T-2026,110101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,due,
        T-2026,110103,PC-CHAIR,,,,no-council,
        T-2026,110103,PPC-CHAIR,Đinh Văn Cường,CB2,1971,exempt,chờ nghỉ hưu
        """;

    const string ResultsOfTwo = """
        round,unit,position,official,official_code,born,held_on,collected,valid,confidence,no_confidence
        T-2016,090104,PC-CHAIR,Lê Văn Tám,CB3,1972,2016-12-10,40,40,30,10
        T-2022,090103,PC-CHAIR,Vũ Bá Thành,CB4,1973,2022-12-10,40,40,30,10
        T-2022,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2022-12-10,40,40,30,10
        T-2022,090201,PC-CHAIR,Hồ Thị Hai,CB5,1974,2022-12-10,40,40,30,10
        """;

    /// <summary>One of the two merged, and one who was only exempt.</summary>
    const string ResultsOfThree = """
        round,unit,position,official,official_code,born,held_on,collected,valid,invalid,high,confidence,low,exempt
        T-2024,090102,PC-CHAIR,Trần Văn Tư,CB6,1975,2024-12-10,60,60,0,40,15,5,
        T-2024,090104,PC-CHAIR,Lê Văn Tám,CB3,1972,,,,,,,,mới giữ chức
        """;

    public CalendarCity() => Replace = ResultPages.OnTheDay;

    bool loaded;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<HttpClient> As(string role)
    {
        if (!loaded)
            foreach (var (name, text) in new[] { ("units.csv", Units), ("changes.csv", Changes), ("positions.csv", Positions), ("rounds.csv", Rounds), ("roster.csv", Roster), ("two.csv", ResultsOfTwo), ("three.csv", ResultsOfThree) })
                Load(name, text);
        loaded = true;
        return await SignedIn(role);
    }

    void Load(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("calendar-city-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text, Encoding.UTF8);
            var outcomes = new Importer(Store, new Archive(Folder), TimeProvider.System).Run([new InputFile(Path.Combine(folder.FullName, name), name)], null, null, new LoadOptions("test"), ct: Ct);
            Assert.Empty(outcomes.SelectMany(o => o.Problems).Select(p => p.ToString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
