using System.Net;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Imports;
using Analytics.Domain.Storage;

namespace Analytics.Benchmarks.Measurements;

/// <summary>What the serving process holds after it has loaded a large file itself.</summary>
static class MemoryMeasurement
{
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(1), LongIdle = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromMinutes(10);
    const string How =
        "The published web program on a new store; units, posts, rounds and results are put into its inbox, and it loads and publishes them itself. Then the overview is opened, nothing is asked for a minute, then for five more (the sums kept for the next refresh are "
        + "let go of by then), and the resident memory is read from `/proc`.";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"Resident memory after an import of {work.Rows:#,0} results", "MB", How);
        var store = work.NewStore("memory");
        if (PublishedProgram.Folder(work, section) is not { } folder) return;
        // A production start makes no sample accounts.
        CookieContainer cookies;
        using (var before = new WebProcess(work, store, data: "web-memory")) cookies = before.Cookies;
        using var web = new WebProcess(work, store, program: folder, kept: cookies, data: "web-memory");
        web.WaitUntilServed();
        var inbox = Directory.CreateDirectory(Path.Combine(work.Folder, "web-memory", "inbox")).FullName;
        Read("started");
        foreach (var file in work.NationalFiles)
        {
            var loaded = Loaded(store);
            File.Copy(file, Path.Combine(inbox, Path.GetFileName(file)));
            for (var waited = TimeSpan.Zero; Loaded(store) == loaded; waited += TimeSpan.FromSeconds(1))
            {
                if (waited > Longest)
                {
                    section.Row("after the import").Missing = $"{Path.GetFileName(file)} was not loaded within {Longest.TotalMinutes:0} minutes";
                    return;
                }
                Thread.Sleep(1000);
            }
        }
        web.Get("/");
        Read("right after the import");
        Thread.Sleep(Idle);
        Read("idle for a minute");
        Thread.Sleep(LongIdle);
        Read("idle for six minutes");

        void Read(string when)
        {
            if (web.ResidentKilobytes is { } resident) section.Row(when).Timing.Add(resident / 1024.0);
            else section.Row(when).Missing = "the system does not tell";
        }
    }

    static int Loaded(Store store)
    {
        using var look = store.Read();
        return look.Db.Imports.Count(i => i.State == ImportState.Loaded);
    }
}
