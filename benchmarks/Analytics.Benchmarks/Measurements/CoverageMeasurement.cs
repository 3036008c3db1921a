using System.Globalization;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Coverage;
using Analytics.Domain.Storage;

namespace Analytics.Benchmarks.Measurements;

/// <summary>Pages of coverage, urging, calendar and forms over 10,000 units with six steps each, and all letters of a round.</summary>
static class CoverageMeasurement
{
    const int Units = 10_000, Areas = 100, Posts = 4, Reporting = 9_000, Requests = 40, Changes = 8, Publications = 3, Bodies = 126;
    const int LastUnit = 109_999, FirstWithout = 109_000;
    const string Round = "B-2026";
    static readonly string How =
        $"One round of {Units:#,0} units in {Areas} areas, {Units * Posts:#,0} officials due, {Reporting:#,0} units with results and four recorded steps each ({Reporting * 4:#,0} records; loading and comparing are told by the results). "
        + $"Signed in, over loopback, whole page read. Warm: {Requests} requests one after the other. After a step, after minutes, after taking back: the first request after a day for a "
        + $"conference was set, after minutes of another unit arrived (the curve is another), after a record was taken back, {Changes} times each. After a publication: the first after another data version, {Publications} times.";
    static readonly (string Name, string Path)[] Pages =
    [
        ("coverage", "/coverage"), ("coverage, overdue only", "/coverage?state=overdue"), ("coverage, page 100", "/coverage?page=100"), ("one unit", "/coverage/B-2026/100001"), ("urging", "/coverage/urging"),
        ("calendar", "/calendar"), ("form 1", "/forms?form=1"), ("form 2", "/forms?form=2"), ("form 3", "/forms?form=3"), ("form 4", "/forms?form=4"), ("form 5", "/forms?form=5"), ("text", "/rounds/B-2026/text"),
    ];

    public static void Run(Workspace work, Report report)
    {
        var warm = report.Add($"Pages of a round of {Units:#,0} units", "ms", How);
        var store = work.Load(work.NewStore("coverage"), Write(Path.Combine(work.Folder, "coverage-files")));
        using (var web = new WebProcess(work, store))
        {
            var day = 0;
            foreach (var (name, path) in Pages)
            {
                for (var i = 0; i < 10; i++) web.Get(path);
                for (var i = 0; i < Requests; i++) warm.Row($"{name}, warm").Timing.Time(() => web.Get(path));
                for (var i = 0; i < Changes; i++) After("after a step", () => WriteDown(store, LastUnit, CoverageStep.Planned, day++));
                for (var i = 0; i < Changes; i++) After("after minutes", () => WriteDown(store, FirstWithout + day, CoverageStep.Minutes, day++ % 30));
                for (var i = 0; i < Changes; i++) After("after taking back", () => TakeBack(store));
                for (var i = 0; i < Publications; i++) After("after a publication", () => Publish(store));

                void After(string what, Action change)
                {
                    change();
                    warm.Row($"{name}, {what}").Timing.Time(() => web.Get(path));
                }
            }
        }
        Letters(work, report);
    }

    /// <summary>Of the sample's latest round, as if nobody had reported: a letter to each of its 126 units, in one file.</summary>
    static void Letters(Workspace work, Report report)
    {
        var section = report.Add($"All letters of a round ({Bodies} reporting bodies, one DOCX)", "ms", "The sample without the results and steps of its latest round; the file asked for over loopback and read whole.");
        string[] left = ["results-2026.csv", "steps.csv"];
        var store = work.Load(work.NewStore("letters"), Workspace.SamplePaths().Where(p => !left.Contains(Path.GetFileName(p))));
        using var web = new WebProcess(work, store);
        var page = web.Get("/coverage/urging?round=GD-2026");
        var letters = page.Split("name=\"bodies\"").Length - 1;
        if (letters != Bodies) throw new InvalidOperationException($"{letters} bodies owe something, not {Bodies}.");
        section.Row("the first time").Timing.Time(() => web.Get("/coverage/urging?round=GD-2026&format=docx"));
        for (var i = 0; i < 10; i++) section.Row("again").Timing.Time(() => web.Get("/coverage/urging?round=GD-2026&format=docx"));
    }

    /// <summary>One more unit has taken a step, or the same unit on another day.</summary>
    static void WriteDown(Store store, int code, CoverageStep step, int day)
    {
        using var writer = store.Write();
        var name = code.ToString(CultureInfo.InvariantCulture);
        var unit = writer.Db.Units.Single(u => u.Code == name).Id;
        var round = writer.Db.Rounds.Single(r => r.Code == Round).Id;
        Remove(writer, writer.Db.StepRecords.Where(s => s.UnitId == unit && s.Step == step && s.RemovedAt == null));
        writer.Db.StepRecords.Add(new StepRecord { RoundId = round, UnitId = unit, Step = step, On = new DateOnly(2026, 10, 1).AddDays(day % 60), At = DateTime.UtcNow, By = "benchmark" });
        writer.RaiseWorkVersion();
        writer.Commit();
    }

    /// <summary>What was written down last is taken back.</summary>
    static void TakeBack(Store store)
    {
        using var writer = store.Write();
        Remove(writer, writer.Db.StepRecords.Where(s => s.RemovedAt == null).OrderByDescending(s => s.Id).Take(1));
        writer.RaiseWorkVersion();
        writer.Commit();
    }

    static void Remove(Writer writer, IQueryable<StepRecord> records)
    {
        foreach (var record in records) (record.RemovedAt, record.RemovedBy) = (DateTime.UtcNow, "benchmark");
        writer.Db.SaveChanges();
    }

    /// <summary>Another version of the same results.</summary>
    static void Publish(Store store)
    {
        using var writer = store.Write();
        writer.Db.Publications.Add(new Publication { Version = ++writer.State.DataVersion, At = DateTime.UtcNow });
        writer.Commit();
    }

    static List<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] posts = ["PC-CHAIR", "PC-VICE", "PPC-CHAIR", "PPC-VICE"];
        var units = new List<string> { "code,name,kind,level,parent,valid_from,valid_to,area", "01,Tỉnh Đo,Tỉnh,province,,,," };
        var (roster, results, steps) = (new List<string> { "round,unit,position,official,official_code,status" },
            new List<string> { "round,unit,position,official,official_code,held_on,invited,present,issued,collected,valid,invalid,high,confidence,low" }, new List<string> { "round,unit,planned_on,self_review_on,conference_on,minutes_on" });
        for (var area = 0; area < Areas; area++) units.Add(string.Create(CultureInfo.InvariantCulture, $"{900 + area},Huyện Đo {area + 1},Huyện,district,01,,2025-07-01,"));
        for (var i = 0; i < Units; i++)
        {
            var code = 100_000 + i;
            units.Add(string.Create(CultureInfo.InvariantCulture, $"{code},Xã Đo {i + 1},Xã,commune,01,2025-07-01,,{900 + i % Areas}"));
            foreach (var (p, post) in posts.Index())
            {
                roster.Add(string.Create(CultureInfo.InvariantCulture, $"{Round},{code},{post},Người Đo {i * Posts + p},M{i * Posts + p},due"));
                if (i < Reporting) results.Add(string.Create(CultureInfo.InvariantCulture, $"{Round},{code},{post},Người Đo {i * Posts + p},M{i * Posts + p},2026-10-{1 + i % 30:00},100,90,90,90,90,0,{60 - i % 7},{25 + i % 7},5"));
            }
            if (i < Reporting) steps.Add(string.Create(CultureInfo.InvariantCulture, $"{Round},{code},2026-09-{1 + i % 30:00},2026-10-01,2026-10-{1 + i % 30:00},2026-11-{1 + i % 20:00}"));
        }
        return
        [
            Save("units.csv", units), Path.Combine(Places.Data, "reference", "positions.csv"),
            Save("rounds.csv", ["code,name_vi,name_en,regime,held_from,held_to,due,level,sample", $"{Round},Đợt đo 2026,Measured round 2026,CITY-2026,2026-10-01,2026-10-31,2026-11-10,commune,yes"]),
            Save("roster.csv", roster), Save("results.csv", results), Save("steps.csv", steps),
        ];

        string Save(string name, List<string> lines)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllLines(path, lines);
            return path;
        }
    }
}
