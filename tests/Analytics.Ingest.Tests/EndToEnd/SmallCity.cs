using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// A fictional city of a few communes, reorganised on 2025-07-01: 00701 and 00702 went whole into 00711, 00703 was divided
/// between 00712 and 00713, 00704 went whole into 00712. Its files are loaded once and the folder is copied.
/// </summary>
static class SmallCity
{
    public static readonly string[] Units =
    [
        "code,name,kind,level,parent,valid_from,valid_to,area",
        "07,Thành phố Giả Định,Thành phố,province,,,,",
        "071,Quận Một,Quận,district,07,,2025-07-01,",
        "072,Huyện Hai,Huyện,district,07,,2025-07-01,",
        "00701,Phường An Hòa,Phường,commune,071,,2025-07-01,",
        "00702,Xã Tân Lập,Xã,commune,072,,2025-07-01,",
        "00703,Xã Bến Nước,Xã,commune,072,,2025-07-01,",
        "00704,Xã Cầu Đá,Xã,commune,072,,2025-07-01,",
        "00711,Phường Hòa Lập,Phường,commune,07,2025-07-01,,071",
        "00712,Xã Nước Trong,Xã,commune,07,2025-07-01,,072",
        "00713,Xã Nước Mới,Xã,commune,07,2025-07-01,,072",
    ];

    public static readonly string[] Changes =
    [
        "effective_date,kind,from_code,to_code,whole,document",
        "2025-07-01,merge,00701,00711,yes,01/NQ",
        "2025-07-01,merge,00702,00711,yes,01/NQ",
        "2025-07-01,split,00703,00712,no,01/NQ",
        "2025-07-01,split,00703,00713,no,01/NQ",
        "2025-07-01,merge,00704,00712,yes,01/NQ",
    ];

    public static readonly string[] Positions =
    [
        "code,name_vi,name_en,body,sort",
        "PC-CHAIR,Chủ tịch HĐND,\"Chair, People's Council\",HĐND,1",
        "PC-VICE,Phó Chủ tịch HĐND,\"Vice-Chair, People's Council\",HĐND,2",
        "PPC-CHAIR,Chủ tịch UBND,\"Chair, People's Committee\",UBND,3",
        "PPC-VICE,Phó Chủ tịch UBND,\"Vice-Chair, People's Committee\",UBND,4",
    ];

    public static readonly string[] Rounds =
    [
        "code,name_vi,name_en,regime,held_from,held_to,due,level,sample",
        "R2010,Đợt 2010,,VFF-2007,2010-12-01,2010-12-31,,commune,no",
        "R2012,Đợt 2012,,VFF-2007,2012-12-01,2012-12-31,,commune,no",
        "D2013,HĐND 2013,,NA-35,2013-07-01,2013-12-31,,province,no",
        "D2014,HĐND 2014,,NA-35,2014-07-01,2014-12-31,,province,no",
        "R2024,Đợt 2024,,CITY-2026,2024-12-01,2024-12-31,,commune,no",
        "R2026,Đợt 2026,,CITY-2026,2026-10-01,2026-10-31,,commune,no",
    ];

    public const string ResultHeader = "round,unit,position,official,official_code,born,collected,high,confidence,low";

    static readonly Lazy<CommandRun> Prepared = new(Prepare);

    /// <summary>Commands on a store that holds units, changes, posts and rounds of the city, and no result yet.</summary>
    public static CommandRun Run() => Copy(Prepared.Value);

    /// <summary>A run with the store and the files of another whose store nobody has open.</summary>
    public static CommandRun Copy(CommandRun from)
    {
        var run = new CommandRun();
        foreach (var file in Directory.EnumerateFiles(from.Folder, "*", SearchOption.AllDirectories))
        {
            if (file.StartsWith(from.StorePath, StringComparison.Ordinal)) continue;
            var path = Path.Combine(run.Folder, Path.GetRelativePath(from.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
        TestStores.Close(from.StorePath);
        TestStores.Copy(from.StorePath, run.StorePath);
        return run;
    }

    /// <summary>Kept for the whole run of the tests.</summary>
    static CommandRun Prepare()
    {
        var run = new CommandRun();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => run.Dispose();
        run.Store.Prepare();
        foreach (var (name, lines) in new[] { ("units.csv", Units), ("changes.csv", Changes), ("positions.csv", Positions), ("rounds.csv", Rounds) })
            Assert.False(run.Load(name, lines).Refused);
        foreach (var file in Directory.EnumerateFiles(run.Folder, "*.csv")) File.Delete(file);
        return run;
    }

    /// <summary>Loads a file through the importer in this process: the same as the command where a process adds nothing.</summary>
    public static LoadOutcome Load(this CommandRun run, string name, string[] lines, string? replace = null, bool acceptValid = false) =>
        run.LoadFile(run.Write(name, lines), replace, acceptValid);

    public static LoadOutcome LoadFile(this CommandRun run, string path, string? replace = null, bool acceptValid = false, bool large = false) =>
        new Importer(run.Store, new Archive(run.Folder), TimeProvider.System)
            .Run([new InputFile(path, Path.GetFileName(path))], null, null, new LoadOptions("test", acceptValid, replace, LargeFrom: large ? 0 : int.MaxValue), null, TestContext.Current.CancellationToken).Single();

    /// <summary>Loads result rows below <see cref="ResultHeader"/>.</summary>
    public static LoadOutcome Results(this CommandRun run, params string[] rows) => run.Load($"r{Guid.NewGuid():N}.csv", [ResultHeader, .. rows]);

    public static List<string> Query(this CommandRun run, string sql) => StoreTables.Query(run.StorePath, sql);
}
