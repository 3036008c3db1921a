using System.Net;
using System.Text.RegularExpressions;
using Analytics.Benchmarks.Core;

namespace Analytics.Benchmarks.Measurements;

/// <summary>What a browser gets over the line to show the overview, the first time and again.</summary>
static partial class TransferMeasurement
{
    const string How =
        "Bodies as sent to a browser that accepts what Chromium accepts (`gzip, deflate, br, zstd`), without headers: the page, stylesheet, scripts, icon and both weights of the typeface. Again: the page, and what has no lasting address is asked for with its "
        + "entity tag; what the server calls immutable is not asked for.";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add("Overview, bytes over the line", "kB", How);
        Measure(section, work, work.Sample, "sample");
        Measure(section, work, work.Big, $"{work.Rows:#,0} results");
    }

    static void Measure(Section section, Workspace work, Domain.Storage.Store store, string name)
    {
        using var web = new WebProcess(work, store);
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = web.Cookies, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = web.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");
        var (page, sheet) = (web.Get("/"), "");
        double first = Body(client, "/").Bytes, again = Body(client, "/").Bytes;
        foreach (var part in Parts().Matches(page).Select(m => m.Groups[1].Value).Distinct())
        {
            Count(part);
            if (part.Contains(".css", StringComparison.Ordinal)) sheet = web.Get(part);
        }
        foreach (var font in Fonts().Matches(sheet).Select(m => m.Groups[1].Value).Distinct()) Count(font);
        section.Row($"first time, {name}").Timing.Add(first / 1000);
        section.Row($"again, {name}").Timing.Add(again / 1000);

        void Count(string path)
        {
            var (bytes, tag, kept) = Body(client, path);
            first += bytes;
            if (!kept) again += Body(client, path, tag).Bytes;
        }
    }

    static (long Bytes, string? Tag, bool Kept) Body(HttpClient client, string path, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, WebUtility.HtmlDecode(path));
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = client.Send(request);
        using var body = response.Content.ReadAsStream();
        using var read = new MemoryStream();
        body.CopyTo(read);
        return (read.Length, response.Headers.ETag?.ToString(), response.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) == true);
    }

    [GeneratedRegex("<(?:link|script)[^>]*(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Parts();

    [GeneratedRegex("url\\(\"(/fonts/[^\"]+)\"\\)")]
    private static partial Regex Fonts();
}
