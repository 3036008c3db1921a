using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Benchmarks.Measurements;

/// <summary>The page everybody opens first: one request at a time, right after a publication, and as many as the machine answers.</summary>
static partial class OverviewMeasurement
{
    const int Requests = 200, Publications = 5, Loads = 3, Seconds = 5, Connections = 16;
    static readonly string How =
        $"Signed in, language Vietnamese, over loopback by a client on the same machine, whole page read. Warm: {Requests} requests one after the other. "
        + $"After a publication: the first request after `refresh --all` has raised the data version, {Publications} times. The yardstick, `/health`, "
        + "needs no sign-in (the product has no signed-in endpoint of plain text): it reads the store's state and answers one line of JSON.";
    static readonly string HowMany =
        $"`wrk` with {Connections} connections on loopback, {Seconds} s each, on the same cores as the server; pages interleaved with the yardstick. "
        + "Every page is rendered anew for its viewer, who is read from the store per request; only query results come from the cache.";

    public static void Run(Workspace work, Report report)
    {
        var times = report.Add("Overview page, time of a request", "ms", How);
        var rates = report.Add("Overview page, requests per second", "requests/s", HowMany);
        Run(work, report, work.Sample, "sample", times, rates);
        Run(work, report, work.Big, $"{work.Rows:#,0} results", times, rates);
    }

    static void Run(Workspace work, Report report, Store store, string name, Section times, Section rates)
    {
        using var web = new WebProcess(work, store);
        for (var i = 0; i < Requests; i++) Warm();
        var health = $"`/health`, {name}";
        var (page, cold, plain) = (times.Row($"warm, {name}").Against(health), times.Row($"after a publication, {name}").Against($"warm, {name}"), times.Row(health));
        for (var i = 0; i < Requests; i++)
        {
            page.Timing.Time(() => web.Get("/"));
            plain.Timing.Time(() => web.Get("/health"));
        }
        Load(report, web, rates, name);
        for (var i = 0; i < Publications; i++)
        {
            TrendRefresh.Run(store, TimeProvider.System, everything: true);
            cold.Timing.Time(() => web.Get("/"));
        }

        void Warm()
        {
            web.Get("/");
            web.Get("/health");
        }
    }

    static void Load(Report report, WebProcess web, Section rates, string name)
    {
        var health = $"`/health`, {name}";
        var (page, plain) = (rates.Row($"overview, {name}").Against(health), rates.Row(health));
        if (Tool.Find("wrk") is not { } wrk)
        {
            page.Missing = plain.Missing = "no `wrk` on PATH";
            return;
        }
        report.Used("wrk", Tool.Run(wrk, ["-v"]).Output.Split(' ').Skip(1).FirstOrDefault());
        for (var i = 0; i < Loads; i++)
        {
            Load(wrk, page, web, "");
            Load(wrk, plain, web, "health");
        }
    }

    /// <summary>Adds the requests per second that the address has answered to as many connections.</summary>
    public static void Load(string wrk, Row row, WebProcess web, string path, int connections = Connections, int seconds = Seconds)
    {
        var run = Tool.Run(wrk, ["-t", "1", "-c", $"{connections}", "-d", $"{seconds}s", "-H", "Cookie: " + web.CookieHeader, new Uri(web.Address, path).ToString()]);
        if (run.Output.Contains("Non-2xx", StringComparison.Ordinal)) row.Missing = "some answers were not 200";
        else if (Rate().Match(run.Output) is { Success: true } rate) row.Timing.Add(double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture));
        else row.Missing = "wrk: " + run.LastErrorLine;
    }

    [GeneratedRegex("Requests/sec:\\s+([0-9.]+)")]
    private static partial Regex Rate();
}
