using System.Diagnostics;
using System.Net;
using Analytics.Benchmarks.Core;

namespace Analytics.Benchmarks.Measurements;

/// <summary>How soon after its start the published program shows a page.</summary>
static class StartMeasurement
{
    const int Starts = 5;
    static readonly string How =
        $"`dotnet publish -c Release` of the product, started on the store of all rows as in production, {Starts} times each; from the start of the process to the last byte of the page. The overview is asked for with the cookie "
        + "of an earlier process: nothing is remembered, so all its answers are read from the store and its charts drawn.";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"First page after the start, {work.Rows:#,0} results", "ms", How);
        if (PublishedProgram.Folder(work, section) is not { } folder) return;
        // A production start makes no sample accounts.
        new WebProcess(work, work.Big).Dispose();
        CookieContainer cookies;
        using (var before = new WebProcess(work, work.Big, program: folder)) cookies = before.Cookies;
        for (var i = 0; i < Starts; i++)
        {
            Start("/sign-in", new CookieContainer());
            // Cookies hold for the host, whatever its port.
            Start("/", cookies);
        }

        void Start(string path, CookieContainer kept)
        {
            var start = Stopwatch.GetTimestamp();
            using var web = new WebProcess(work, work.Big, program: folder, kept: kept);
            web.WaitUntilServed(path);
            section.Row($"`{path}`").Timing.Add(Stopwatch.GetElapsedTime(start));
        }
    }
}
