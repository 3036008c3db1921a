using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Resolution 35: over half low in two rounds running, in the same post, goes to a vote of the council.</summary>
public sealed class ConsecutiveRoundsTests : IDisposable
{
    const string Header = "round,unit,position,official,official_code,delegates,high,confidence,low";

    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    string[] Standings(string round)
    {
        using var reader = city.Store.Read();
        var reference = ReferenceData.Load(reader.Db);
        return [.. OfficialQuery.OfRound(reader.Db, reference, reference.Round(round)!).Select(r => $"{r.Result.OfficialName} {r.Standing.Code}")];
    }

    static readonly string[] Of2013 = [Header, "D2013,07,PC-CHAIR,Lê Văn Nam,,60,10,15,31", "D2013,07,PPC-CHAIR,Trần Thị Mai,,60,10,15,30", "D2013,07,PC-VICE,Đỗ Văn Sáu,CB6,60,10,15,31"];
    static readonly string[] Of2014 = [Header, "D2014,07,PC-CHAIR,Lê Văn Nam,,60,10,15,31", "D2014,07,PPC-CHAIR,Trần Thị Mai,,60,10,15,31", "D2014,07,PPC-VICE,Đỗ Văn Sáu,CB6,60,10,15,31", "D2014,07,PC-VICE,Vũ Thị Bảy,,60,5,14,41"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_rounds_running_over_half_low_go_to_the_council_whichever_was_loaded_first(bool earlierFirst)
    {
        city.Load("a.csv", earlierFirst ? Of2013 : Of2014);
        city.Load("b.csv", earlierFirst ? Of2014 : Of2013);
        Assert.Equal(["Lê Văn Nam may-resign", "Trần Thị Mai none", "Đỗ Văn Sáu may-resign"], Standings("D2013"));
        Assert.Equal(["Lê Văn Nam council-vote", "Trần Thị Mai may-resign", "Đỗ Văn Sáu may-resign", "Vũ Thị Bảy council-vote"], Standings("D2014"));
        Assert.Equal(["council-vote|2", "may-resign|4"], city.Query("SELECT standing, count(*) FROM threshold_mark GROUP BY standing ORDER BY standing"));
    }

    [Fact]
    public void Correcting_the_earlier_round_changes_the_standing_in_the_later_one()
    {
        city.Load("a.csv", Of2013);
        city.Load("b.csv", Of2014);
        city.Load("c.csv", [Header, "D2013,07,PC-CHAIR,Lê Văn Nam,,60,10,20,30"], replace: "đếm lại");
        Assert.Equal("Lê Văn Nam may-resign", Standings("D2014")[0]);
        Assert.Equal(["may-resign"], city.Query("SELECT m.standing FROM threshold_mark m JOIN result r ON r.id = m.result_id JOIN round d ON d.id = r.round_id WHERE r.official_name = 'Lê Văn Nam' AND d.code = 'D2014'"));
        city.Run("verify").Ends(0);
    }
}
