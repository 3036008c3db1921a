using System.Diagnostics;
using System.Globalization;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;
using Analytics.Ingest.Samples;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Benchmarks.Measurements;

/// <summary>The queue of follow-up with very many cases.</summary>
static class CasesMeasurement
{
    const int Cases = 50_000, Requests = 20, WarmUp = 40;
    const long Results = 200_000;

    static readonly string How =
        $"{Cases:#,0} cases of as many officials in a store of {Results:#,0} results, one in four closed, one in three assigned, one in ten with a day of its own that is over. Signed in as the Board, over loopback by a client on the same machine, whole page read. "
        + "*After a change*: before each request somebody changes a case, so that nothing remembered holds. *Again*: nothing changed since the request before.";

    static readonly string[] Pages =
    [
        "/follow-up", "/follow-up?page=500", "/follow-up?state=overdue", "/follow-up?stage=all", "/follow-up?sort=name", "/follow-up?sort=due", "/follow-up?sort=unit", "/follow-up?district={district}", "/follow-up/{case}", "/follow-up/after",
    ];

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"Follow-up with {Cases:#,0} cases", "ms", How);
        var folder = Path.Combine(work.Folder, "cases-files");
        SampleFiles.Write(folder, SampleScale.National, SampleFiles.DefaultSeed, Results, CancellationToken.None);
        var store = work.Load(work.NewStore("cases"), Workspace.FilesOf(folder));
        var district = Fill(store);
        using var web = new WebProcess(work, store, data: "web-cases");
        foreach (var page in Pages)
        {
            var address = page.Replace("{district}", district, StringComparison.Ordinal).Replace("{case}", "777", StringComparison.Ordinal);
            for (var i = 0; i < WarmUp; i++) web.Get(address);
            for (var i = 0; i < Requests; i++)
            {
                Change(store, i + 1);
                Time(section.Row($"`{page}`, after a change"), () => web.Get(address));
                Time(section.Row($"`{page}`, again"), () => web.Get(address));
            }
        }
    }

    static void Time(Row row, Action request)
    {
        var start = Stopwatch.GetTimestamp();
        request();
        row.Timing.Add(Stopwatch.GetElapsedTime(start));
    }

    static void Change(Store store, int id)
    {
        using var writer = store.Write();
        var known = writer.Db.Cases.Single(c => c.Id == id);
        known.Revision++;
        writer.RaiseWorkVersion();
        writer.Commit();
    }

    /// <summary>Gives the code of an area that has cases.</summary>
    static string Fill(Store store)
    {
        using var writer = store.Write();
        writer.Db.Database.ExecuteSqlRaw(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO follow_up_case (round_id, person_id, unit_id, position_id, result_id, reason, reason_text, standing_code, strength, "count", "base", low_share, shrunken, stage, due_on, pause_reason, assignee, document, decided_by, opened_at, opened_by, revision)
            SELECT round_id, person_id, unit_id, position_id, id, 0, '', 'may-resign', 1 + id % 2, low, collected, 1.0 * low / collected, 1.0 * low / collected, id % 4, CASE WHEN id % 10 = 0 THEN '2026-01-15' END, '',
                   CASE WHEN id % 3 = 0 THEN 'board@example.org' ELSE '' END, '', '', '2026-01-01 00:00:00', 'system', 1
            FROM result WHERE to_version IS NULL AND collected > 0 GROUP BY round_id, person_id LIMIT {Cases}
            """));
        writer.RaiseWorkVersion();
        writer.Commit();
        using var db = store.Open();
        if (db.Cases.Count() != Cases) throw new InvalidOperationException($"There are {db.Cases.Count()} cases.");
        var reference = ReferenceData.Load(db);
        var first = db.Cases.First();
        return reference.Units.AreaOf(reference.Units.ById(first.UnitId)!, reference.Round(first.RoundId)!.HeldFrom) ?? "";
    }
}
