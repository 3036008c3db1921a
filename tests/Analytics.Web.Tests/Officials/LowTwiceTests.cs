using System.Globalization;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.Officials;

/// <summary>
/// Rounds of 2020 (two options), 2022, 2023 (Party meeting) and 2024. Giang is over half low in 2022 and 2024 and not in the Party's round between; Cường
/// in 2024 only; Thành in 2020 under another kind of ballot and in 2024.
/// </summary>
public sealed class LowTwiceTests : IDisposable
{
    const string Header = "round,unit,position,official,official_code,born,collected,high,confidence,low\n";

    readonly Office office = new();

    public void Dispose() => office.Dispose();

    static string Round(string code, string regime, int year) => string.Create(CultureInfo.InvariantCulture, $"{code},Đợt năm {year},,{regime},{year}-12-01,{year}-12-31,,commune,no\n");

    async Task<HttpClient> Board()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board,
            ("rounds2.csv", "code,name_vi,name_en,regime,held_from,held_to,due,level,sample\n" + Round("T-2020", "VFF-2007", 2020) + Round("T-2022", "CITY-2026", 2022) + Round("P-2023", "PARTY-96", 2023)),
            ("2020.csv", "round,unit,position,official,official_code,born,collected,confidence,no_confidence\nT-2020,090201,PC-CHAIR,Vũ Bá Thành,CB3,1972,60,20,40\n"),
            ("2022.csv", Header + "T-2022,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,60,10,10,40\nT-2022,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,60,40,10,10\n"),
            ("2023.csv", Header + "P-2023,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,60,50,5,5\n"),
            // Two posts of one person in one round are one person.
            ("2024.csv", Header + "T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,60,10,10,40\nT-2024,090101,PPC-CHAIR,Nguyễn Thị Giang,CB1,1970,60,10,15,35\nT-2024,090201,PPC-CHAIR,Đinh Văn Cường,CB2,1971,60,10,10,40\nT-2024,090201,PC-CHAIR,Vũ Bá Thành,CB3,1972,60,10,10,40\n"));
        return board;
    }

    [Fact]
    public async Task It_is_the_same_person_in_the_same_family_and_each_once()
    {
        var board = await Board();
        Assert.Equal(4, (await board.Rows("/officials?round=T-2024&standing=at-threshold")).Count);
        Assert.Equal([("Nguyễn Thị Giang", "PC-CHAIR"), ("Nguyễn Thị Giang", "PPC-CHAIR")],
            (await board.Rows("/officials?round=T-2024&standing=low-twice")).Select(r => (r.Text("official")!, r.Text("position")!)).Order());
        var page = await board.Read("/officials?round=T-2024");
        Assert.Contains("01 người đến ngưỡng ở cả lần lấy phiếu liền trước cùng loại.", page, StringComparison.Ordinal);
        Assert.Contains("lần thứ hai liên tiếp (lần trước: Đợt năm 2022)", page, StringComparison.Ordinal);
        Assert.Contains("Không ai đến ngưỡng ở cả lần lấy phiếu liền trước", await board.Read("/officials?round=T-2022"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_is_told_of_its_own_people_whatever_they_were_before()
    {
        await Board();
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(2, (await local.Rows("/officials?round=T-2024&standing=low-twice")).Count);
    }

    [Fact]
    public async Task The_official_page_tells_posts_held_at_the_same_time()
    {
        var board = await Board();
        using var reader = office.Store.Read();
        var id = reader.Db.Persons.Single(p => p.OfficialCode == "CB1").Id;
        var page = await board.Read(string.Create(CultureInfo.InvariantCulture, $"/officials/{id}"));
        Assert.Contains("Chủ tịch UBND, Xã Trung Lạc: đã giữ chức vụ khi lấy phiếu ngày 01/12/2024; cùng thời gian: Chủ tịch HĐND", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cường", page, StringComparison.Ordinal);
    }
}
