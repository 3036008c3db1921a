using System.Globalization;
using System.Net;
using System.Text.Json;
using Analytics.Domain.FollowUp;
using Analytics.Ingest.Loading;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.FollowUp;

/// <summary>An office with three results of which two are at a line, and what tests do with their cases.</summary>
sealed class CaseOffice : Office
{
    /// <summary>The chair of 090101 is over half of 60 ballots, the other one of neither line; of 090201 the chair has two thirds.</summary>
    public const string Counts = """
        round,unit,position,official,official_code,born,held_on,collected,valid,invalid,high,confidence,low
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2024-12-10,60,60,0,20,9,31
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,2024-12-10,60,60,0,30,20,10
        T-2024,090201,PC-CHAIR,Vũ Bá Thành,CB3,1972,2024-12-11,60,60,0,10,10,40
        """;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Everything is loaded by the program itself and compared by the Board.</summary>
    public async Task<HttpClient> Compared(string results = Counts)
    {
        var board = await BoardWithReferenceData();
        Load("results.csv", results);
        await Compare(board);
        return board;
    }

    public async Task Compare(HttpClient board)
    {
        foreach (var unit in new[] { "090101", "090201" })
        {
            using var reader = Store.Read();
            var ids = reader.Db.Results.Where(r => reader.Db.Units.Any(u => u.Id == r.UnitId && u.Code == unit)).Select(r => r.Id).ToList();
            await TestHost.Post(board, $"/entry/T-2024/{unit}?handler=Verify", [.. ids.Select(id => ("results", Text(id))), ("document", "01/BB-KP")]);
        }
    }

    /// <summary>As the program itself: nobody of the pages has brought it.</summary>
    public void Load(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "typed")).FullName, name);
        File.WriteAllText(path, text);
        var outcome = Assert.Single(new Importer(Store, new Archive(Folder), TimeProvider.System).Run([new InputFile(path, name)], null, null, new LoadOptions("test"), ct: Ct));
        Assert.False(outcome.HasErrors);
    }

    public static int Number(JsonElement row, string column) => row.GetProperty(column).GetInt32();

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public FollowUpCase CaseOf(string code)
    {
        using var db = Store.Open();
        return db.Cases.Single(c => db.Persons.Any(p => p.Id == c.PersonId && p.OfficialCode == code));
    }

    /// <summary>Posts one form of the page of a case as it is now.</summary>
    public static async Task<HttpResponseMessage> Change(HttpClient client, FollowUpCase on, string change, params (string, string)[] fields) =>
        await TestHost.Post(client, "/follow-up/" + Text(on.Id), [("Change", change), ("Seen", Text(on.Revision)), .. fields]);

    public static async Task<string> Html(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

    public List<string> Timeline(int id)
    {
        using var db = Store.Open();
        return db.CaseEvents.Where(e => e.CaseId == id).OrderBy(e => e.Id).AsEnumerable().Select(e => $"{e.Kind.Code()} {e.Old}>{e.New} {e.Note}".TrimEnd()).ToList();
    }
}
