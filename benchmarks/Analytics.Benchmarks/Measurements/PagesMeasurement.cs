using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;
using Analytics.Ingest.Samples;

namespace Analytics.Benchmarks.Measurements;

/// <summary>Every page of the product: whether it costs the same whatever the number of results, and how it stands beside the least a page can be.</summary>
static class PagesMeasurement
{
    /// <summary>So many requests come first that the runtime has compiled what they run for good.</summary>
    const int WarmUp = 40, Requests = 20, Connections = 4, Seconds = 2, LoadsOfOverview = 3;

    /// <summary>Results of one unit in each of the 700 districts: the same groups as with a million, so that the number of results alone differs.</summary>
    const long SameGroups = 56_000;

    const long FewResults = 10_000;

    static readonly string How =
        $"Signed in, language Vietnamese, over loopback by a client on the same machine, uncompressed, whole page read; {WarmUp} requests to warm up, then {Requests} one after the other. Three stores of the same scale, all in 63 "
        + $"provinces and twenty rounds: the large one in 700 districts and a unit for each eighty results, one of {SameGroups:#,0} results in the same 700 districts with one unit each, one of {FewResults:#,0} results in 125 districts and units. "
        + "The second is the fair yardstick: tables and pictures of districts are as long there. Processor time is that of the serving process, a mean over the requests.";

    static readonly string HowMany =
        $"`wrk` with {Connections} connections on loopback, {Seconds} s each, on the same cores as the server, on the large store; each page between two measurements of the yardstick. The yardstick is a line of plain text of the same process at an address "
        + "that only a measurement adds: request log, cookie, viewer read from the store and the right to look are the same.";

    public static void Run(Workspace work, Report report)
    {
        var times = report.Add("Pages, time of a request", "ms", How);
        var rates = report.Add($"Pages, requests per second with {work.Rows:#,0} results", "requests/s", HowMany);
        Measure(work, times, FewResults, Store(work, "few", FewResults));
        Measure(work, times, SameGroups, Store(work, "same-groups", SameGroups));
        Measure(work, times, work.Rows, work.Big, web => Load(report, web, rates, work.Big));
        TransferMeasurement.Run(work, report);
    }

    static Store Store(Workspace work, string name, long rows)
    {
        var folder = Path.Combine(work.Folder, name + "-files");
        SampleFiles.Write(folder, SampleScale.National, SampleFiles.DefaultSeed, rows, CancellationToken.None);
        return work.Load(work.NewStore(name), Workspace.FilesOf(folder));
    }

    static void Measure(Workspace work, Section times, long rows, Store store, Action<WebProcess>? then = null)
    {
        using (var web = new WebProcess(work, store))
        {
            foreach (var page in PageAddresses.OfBoard(Official(store)).Prepend(PlainText.Path)) Ask(web, page);
            then?.Invoke(web);
        }
        using var admin = new WebProcess(work, store, WebProcess.Admin);
        foreach (var page in PageAddresses.OfAdmin) Ask(admin, page);

        void Ask(WebProcess web, string page)
        {
            for (var i = 0; i < WarmUp; i++) web.Get(page);
            var row = times.Row(Name(page, rows));
            foreach (var other in new[] { SameGroups, FewResults })
                if (rows > other) row.Against(Name(page, other));
            row.Ask(Requests, () => web.Get(page), () => web.Processor);
        }
    }

    static string Name(string page, long rows) => $"`{page}`, {rows:#,0}";

    static int Official(Store store)
    {
        using var db = store.Open();
        return db.Persons.OrderBy(p => p.Id).Select(p => p.Id).First();
    }

    static void Load(Report report, WebProcess web, Section rates, Store store)
    {
        var plain = rates.Row("plain text");
        if (Tool.Find("wrk") is not { } wrk)
        {
            plain.Missing = "no `wrk` on PATH";
            return;
        }
        report.Used("wrk", Tool.Run(wrk, ["-v"]).Output.Split(' ').Skip(1).FirstOrDefault());
        foreach (var page in PageAddresses.OfBoard(Official(store)))
            for (var i = 0; i < (page == PageAddresses.Overview ? LoadsOfOverview : 1); i++)
            {
                OverviewMeasurement.Load(wrk, plain, web, PlainText.Path, Connections, Seconds);
                OverviewMeasurement.Load(wrk, rates.Row($"`{page}`").Against("plain text"), web, page, Connections, Seconds);
            }
    }
}
