using System.Globalization;
using System.Text;
using Analytics.Domain.Access;
using Analytics.Domain.Minutes;
using Analytics.Ingest.Loading;
using Analytics.Web.Tests.Briefings;

namespace Analytics.Web.Tests.Officials;

/// <summary>
/// A city of two areas, twelve communes in one and four in the other, whose chairs were put to the vote under a rule that was seen (PARTY-96). The sheet is that
/// of the first one's chair: 31 low of 60.
/// </summary>
public sealed class SheetCity : TestHost
{
    public const string Own = "Trần Thị Một";

    /// <summary>Low ballots of 60 of the other chairs, but the last, 62 of 120: the same share as 31 of 60.</summary>
    static readonly (string Unit, int Low, int Base)[] Others =
    [
        ("A02", 0, 60), ("A03", 2, 60), ("A04", 4, 60), ("A05", 6, 60), ("A06", 8, 60), ("A07", 10, 60), ("A08", 12, 60), ("A09", 14, 60), ("A10", 40, 60), ("A11", 45, 60), ("A12", 62, 120),
        ("B01", 1, 60), ("B02", 3, 60), ("B03", 5, 60), ("B04", 50, 60),
    ];

    public static IEnumerable<string> OtherNames => Others.Select(o => NameOf(o.Unit)).Concat(["Lê Phó Hai", "Lê Phó Ba", "Ngô Miễn Lấy"]);

    static string NameOf(string unit) => $"Người Khác {unit}";

    bool loaded;

    public async Task<HttpClient> Board()
    {
        if (!loaded) Fill();
        return await SignedIn(Roles.Board);
    }

    void Fill()
    {
        var units = new StringBuilder("code,name,kind,level,parent,valid_from,valid_to,area\nT,Thành phố Thử,Thành phố,province,,,,\nA,Quận Anh,Quận,district,T,,,\nB,Quận Bình,Quận,district,T,,,\n");
        foreach (var unit in Others.Select(o => o.Unit).Prepend("A01")) units.Append(CultureInfo.InvariantCulture, $"{unit},Phường {unit},Phường,commune,{unit[0]},,,\n");
        Load("units.csv", units.ToString());
        Load("positions.csv", "code,name_vi,name_en,body,sort\nPC-CHAIR,Chủ tịch HĐND,,HĐND,1\nPC-VICE,Phó Chủ tịch HĐND,,HĐND,2\n");
        Load("rounds.csv", """
            code,name_vi,name_en,regime,held_from,held_to,due,level,sample
            R0,Đợt năm 2010,,VFF-2007,2010-12-01,2010-12-31,,commune,no
            R1,Đợt năm 2018,,NA-85,2018-12-01,2018-12-31,,commune,no
            R2,Đợt năm 2023,,PARTY-96,2023-12-01,2023-12-31,,commune,no
            R3,Đợt năm 2025,,PARTY-96,2025-03-01,2025-03-31,,commune,no
            """);
        Load("front.csv", $"round,unit,position,official,official_code,collected,confidence,no_confidence\nR0,A01,PC-CHAIR,{Own},CB1,50,40,10\n");
        // Without the delegates, which the rule takes shares of.
        Load("council.csv", $"round,unit,position,official,official_code,collected,high,confidence,low\nR1,A01,PC-CHAIR,{Own},CB1,30,20,6,4\n");
        var rows = new StringBuilder("round,unit,position,official,official_code,held_on,issued,collected,valid,invalid,high,confidence,low,exempt,note\n");
        rows.Append(CultureInfo.InvariantCulture, $"R2,A01,PC-CHAIR,{Own},CB1,2023-12-05,62,60,59,1,10,19,30,,xem {NameOf("A05")}\n");
        // The same person in a second post, which three hold.
        rows.Append(CultureInfo.InvariantCulture, $"R2,A01,PC-VICE,{Own},CB1,2023-12-05,62,60,60,0,40,14,6,,\n");
        foreach (var (unit, low, ballots) in Others) rows.Append(CultureInfo.InvariantCulture, $"R2,{unit},PC-CHAIR,{NameOf(unit)},,,,{ballots},,,{ballots - low},0,{low},,\n");
        rows.Append("R2,A02,PC-VICE,Lê Phó Hai,,,,60,,,60,0,0,,\nR2,A03,PC-VICE,Lê Phó Ba,,,,60,,,60,0,0,,\nR2,A04,PC-VICE,Ngô Miễn Lấy,CB9,,,,,,,,,Đang chờ nghỉ hưu,\n");
        rows.Append(CultureInfo.InvariantCulture, $"R3,A01,PC-CHAIR,{Own},CB1,2025-03-05,60,60,60,0,50,5,5,,\nR3,A02,PC-CHAIR,{NameOf("A02")},,,,60,,,50,5,5,,\n");
        Load("party.csv", rows.ToString());
        // The minutes say 31; the reason is one of the whole file and names somebody else.
        Load("party-2.csv", rows.ToString().Replace(",10,19,30,", ",10,18,31,", StringComparison.Ordinal), $"đếm lại phiếu của {NameOf("A10")}");
        using var writer = Store.Write();
        var chair = writer.Db.Results.Single(r => r.ToVersion == null && r.Low == 31);
        writer.Db.Verifications.Add(new Verification { ResultId = chair.Id, At = new DateTime(2024, 1, 9, 18, 0, 0, DateTimeKind.Utc), By = "second@example.org", Document = "07/BB-KP" });
        writer.RaiseWorkVersion();
        writer.Commit();
        loaded = true;
    }

    void Load(string name, string text, string? reason = null)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "files")).FullName, name);
        File.WriteAllText(path, text, Encoding.UTF8);
        var outcome = Assert.Single(new Importer(Store, new Archive(Folder), TimeProvider.System).Run([new InputFile(path, name)], null, null, new LoadOptions("test", ReplaceReason: reason), ct: TestContext.Current.CancellationToken));
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Problems.Select(p => p.Rule)));
    }

    public int PersonOf(string code)
    {
        using var reader = Store.Read();
        return reader.Db.Persons.Single(p => p.OfficialCode == code).Id;
    }

    public static string Address(int person, string round, string format) => string.Create(CultureInfo.InvariantCulture, $"/officials/{person}/sheet?round={round}&format={format}");

    /// <summary>The sheet's text from the Word document, a paragraph or a row of a table a line.</summary>
    public static async Task<string> Word(HttpClient client, int person, string round)
    {
        using var read = new DocxRead(await client.GetByteArrayAsync(Address(person, round, "docx"), TestContext.Current.CancellationToken));
        Assert.Empty(read.Faults());
        return string.Join('\n', read.Body.ChildElements.SelectMany(e => e is DocumentFormat.OpenXml.Wordprocessing.Table table
            ? table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Select(r => string.Join(" | ", r.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(c => c.InnerText)))
            : [e.InnerText]));
    }
}
