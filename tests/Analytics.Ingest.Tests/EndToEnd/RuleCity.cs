using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The small city on 24 November 2026 with a unit and two posts that share a name, a roster, a few results and a step. Nothing is written to it.</summary>
public sealed class RuleCity : IDisposable
{
    readonly CommandRun run = SmallCity.Run();
    readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public RuleCity()
    {
        foreach (var (name, lines) in new (string, string[])[]
        {
            ("units.csv", [SmallCity.Units[0], "00714,Xã Nước Trong,Xã,commune,07,2025-07-01,,071"]),
            ("rounds.csv", [SmallCity.Rounds[0], "D2018,HĐND 2018,,NA-85,2018-12-01,2018-12-31,,province,no"]),
            ("positions.csv", [SmallCity.Positions[0], "BAN-1,Trưởng ban,Head of board,HĐND,5", "BAN-2,Trưởng ban,Head of board,HĐND,6"]),
            ("roster.csv", ["round,unit,position,official,official_code,born,in_post_since,status,reason", "R2026,00711,PC-CHAIR,Vũ Thị Tư,CB-7,1972,,due,"]),
            ("results.csv",
            [
                SmallCity.ResultHeader, "R2024,00702,PC-CHAIR,Hoàng Văn Ba,CB-3,1965,50,40,8,2",
                "R2024,00703,PC-VICE,Lê Văn Nam,CB-1,1960,50,40,8,2", "R2024,00704,PC-VICE,Trần Thị Mai,,1975-05-19,50,40,8,2",
            ]),
            ("steps.csv", ["round,unit,minutes_on", "R2026,00713,2026-10-30"]),
        })
            if (run.Load(name, lines) is { Refused: true } refused) Assert.Fail(string.Join('\n', refused.Problems));
    }

    public void Dispose() => run.Dispose();

    /// <summary>What checking a file comes to, its rows set against what is loaded.</summary>
    internal LoadOutcome Check(byte[] content, string name, FileKind? kind = null, string? round = null)
    {
        using var stream = new MemoryStream(content);
        var file = new ReadFile(new(name, name), FileReader.Read(stream, name, kind, TestContext.Current.CancellationToken), null);
        return new Importer(run.Store, new Archive(run.Folder), time)
            .Run([file], round, new LoadOptions("test", DryRun: true), null, TestContext.Current.CancellationToken).Single();
    }
}
