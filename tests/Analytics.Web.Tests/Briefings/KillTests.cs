using System.Security.Cryptography;
using Analytics.Domain.Briefings;
using Analytics.Domain.Schedules;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Loading;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Tests.Briefings;

/// <summary>
/// The real program killed again and again while it makes a report each minute. Three kills, at the moments that matter;
/// with <c>ANALYTICS_SOAK=1</c> forty more at random ones.
/// </summary>
public sealed class KillTests : IDisposable
{
    const int Minutes = 4;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly string folder = Directory.CreateTempSubdirectory("analytics-kill-").FullName;
    readonly Store store;
    readonly int scheduleId;
    readonly DateTime start;

    public KillTests()
    {
        store = Store.At(TestStores.Setting(Place), folder);
        store.Prepare();
        string[] names = ["units.csv", "changes.csv", "positions.csv", "rounds.csv", "roster.csv", "results-2024.csv", "results-2026.csv"];
        var files = names.Select(n => new InputFile(Path.Combine(Places.Data, "sample", n), n)).ToList();
        var outcomes = new Importer(store, new Archive(folder), TimeProvider.System).Run(files, null, null, new LoadOptions("test"), ct: Ct);
        Assert.DoesNotContain(outcomes, o => o.HasErrors);
        TrendRefresh.Run(store, TimeProvider.System, ct: Ct);

        var now = DateTime.UtcNow;
        start = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(-Minutes);
        var schedule = new Schedule { Name = "each-minute", Job = "trend-report", Cron = "* * * * *", Missed = MissedRunPolicy.RunAll, Last = start };
        using var writer = store.Write(Ct);
        writer.Db.Schedules.Add(schedule);
        writer.Commit();
        scheduleId = schedule.Id;
    }

    string Place => Path.Combine(folder, "analytics.db");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_no_due_time_is_lost_and_none_is_done_twice()
    {
        // While the first reports are being drawn; when files of one appear; right after the ledger took one up.
        await KillWhen(() => Runs().Any(r => r.State == RunState.Running));
        var before = Files();
        await KillWhen(() => HasFilesWithoutRow(before));
        await KillWhen(() => Runs().Any(r => r is { State: RunState.Running, Attempts: 2 }));
        Assert.Contains(Runs(), r => r.Attempts > 1);

        if (Environment.GetEnvironmentVariable("ANALYTICS_SOAK") == "1")
            for (var i = 0; i < 40; i++)
            {
                var moment = DateTime.UtcNow.AddMilliseconds(RandomNumberGenerator.GetInt32(500, 9000));
                await KillWhen(() => DateTime.UtcNow >= moment);
            }

        var last = await CatchUp();
        AssertEachOnce(last);
    }

    /// <summary>Starts the program and kills it once that holds.</summary>
    async Task KillWhen(Func<bool> holds)
    {
        using var web = WebProcess.Start(folder);
        // A run may die with its process three times, then it is given up as the likely cause; a third death is spared.
        await Until(() => holds() && !Runs().Any(IsLastAttempt), web);
        web.Kill();
    }

    /// <summary>In its third attempt, or about to be taken up for it.</summary>
    static bool IsLastAttempt(Run run) => run.State == RunState.Running
        && (run.Attempts > 2 || (run.Attempts == 2 && DateTime.SpecifyKind(run.LeaseUntil ?? DateTime.MinValue, DateTimeKind.Utc) < DateTime.UtcNow.AddSeconds(1)));

    /// <summary>Starts the program once more and lets it finish what is due; returns the last due time looked at.</summary>
    async Task<DateTime> CatchUp()
    {
        using var web = WebProcess.Start(folder);
        var last = DateTime.UtcNow;
        last = last.AddTicks(-(last.Ticks % TimeSpan.TicksPerMinute));
        await Until(() => Runs() is var runs && runs.Any(r => r.DueAt >= last) && runs.Where(r => r.DueAt <= last).All(r => r is { State: RunState.Done } or { State: RunState.Failed, RetryAt: null }), web);
        return last;
    }

    void AssertEachOnce(DateTime last)
    {
        var runs = Runs().Where(r => r.DueAt <= last).OrderBy(r => r.DueAt).ToList();
        var due = Enumerable.Range(1, (int)(last - start).TotalMinutes).Select(m => start.AddMinutes(m));
        Assert.Equal(due, runs.Select(r => r.DueAt));
        Assert.All(runs, r => Assert.Equal((r.DueAt, RunState.Done, null), (r.DueAt, r.State, r.Owner)));
        using var db = store.Open();
        var briefings = db.Briefings.ToList();
        Assert.All(runs, r => AssertOnDisk(Assert.Single(briefings, b => b.RunId == r.Id)));
        Assert.Equal(briefings.Count, briefings.Select(b => b.Folder).Distinct().Count());
        Assert.DoesNotContain(db.VerifyDatabase(), check => check.Wrong.Count > 0);
    }

    void AssertOnDisk(Briefing briefing)
    {
        var place = Path.Combine(folder, "briefings", briefing.Folder);
        Assert.Equal((briefing.Sha256, briefing.ZipSha256), (Hash(Path.Combine(place, "report.html")), Hash(Path.Combine(place, "charts.zip"))));
        Assert.Equal(new FileInfo(Path.Combine(place, "report.html")).Length, briefing.HtmlBytes);
    }

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    HashSet<string> Files() => Directory.GetFiles(Briefings(), "report.html*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether new files of a run lie there, finished or not, and its row does not yet.</summary>
    bool HasFilesWithoutRow(HashSet<string> before)
    {
        var added = Files().Except(before).Select(f => Path.GetRelativePath(Briefings(), Path.GetDirectoryName(f)!)).ToList();
        if (added.Count == 0) return false;
        using var db = store.Open();
        return added.Except(db.Briefings.Select(b => b.Folder)).Any();
    }

    string Briefings()
    {
        var place = Path.Combine(folder, "briefings");
        Directory.CreateDirectory(place);
        return place;
    }

    List<Run> Runs()
    {
        using var db = store.Open();
        return db.Runs.Where(r => r.ScheduleId == scheduleId).ToList();
    }

    static async Task Until(Func<bool> holds, WebProcess web)
    {
        for (var end = DateTime.UtcNow + Patience; !holds(); await Task.Delay(5, Ct))
        {
            if (DateTime.UtcNow > end) Assert.Fail("not within three minutes:\n" + web.Output);
            if (web.HasEnded) Assert.Fail("the program ended by itself:\n" + web.Output);
        }
    }

    public void Dispose()
    {
        TestStores.Remove(Place);
        Directory.Delete(folder, recursive: true);
    }
}
