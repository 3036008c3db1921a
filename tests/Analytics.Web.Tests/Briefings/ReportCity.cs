using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain.Briefings;
using Analytics.Domain.Schedules;
using Analytics.Web.Audit;
using Analytics.Web.Briefings;
using Analytics.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Briefings;

/// <summary>The sample city, with runs that make reports outside Hangfire: the test says when.</summary>
public sealed partial class ReportCity : TestHost
{
    static DateTime Due => new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    public ReportCity()
    {
        LoadSample = true;
        Replace = ResultPages.OnTheDay;
    }

    internal BriefingArchive Archive => Services.GetRequiredService<BriefingArchive>();

    /// <summary>A run held by somebody else for ever, so that no tick takes it up.</summary>
    public int AddRun(string? request = null, string language = "vi")
    {
        using var writer = Store.Write(TestContext.Current.CancellationToken);
        var schedule = new Schedule { Name = $"report-{Guid.NewGuid():N}", Job = "trend-report", Cron = "0 7 1 * *", Enabled = false, Language = language, Last = Due };
        writer.Db.Schedules.Add(schedule);
        writer.Db.SaveChanges();
        var run = new Run { ScheduleId = schedule.Id, DueAt = Due, State = RunState.Running, Owner = "test", LeaseUntil = DateTime.MaxValue, Request = request };
        writer.Db.Runs.Add(run);
        writer.Commit();
        return run.Id;
    }

    /// <summary>What the scheduled job does for a run.</summary>
    internal async Task<JobOutcome> Carry(int runId) =>
        await Services.GetServices<IJob>().Single(j => j.Name == "trend-report").Run(new JobContext(runId, Due, _ => { }), TestContext.Current.CancellationToken);

    public async Task<Briefing> Make(string? round = null, string language = "vi")
    {
        var runId = AddRun(round is null ? null : new ReportRequest(round, language, "board@example.org").Write(), language);
        var outcome = await Carry(runId);
        Assert.Equal(JobEnd.Done, outcome.End);
        return BriefingsOf(runId).Single();
    }

    public List<Briefing> BriefingsOf(int runId)
    {
        using var db = Store.Open();
        return db.Briefings.Where(b => b.RunId == runId).ToList();
    }

    public string PathOf(Briefing briefing, string file) => Path.Combine(Folder, "briefings", briefing.Folder, file);

    public string Html(Briefing briefing) => File.ReadAllText(PathOf(briefing, BriefingArchive.Html));

    public ZipArchive Zip(Briefing briefing) => ZipFile.OpenRead(PathOf(briefing, BriefingArchive.Zip));

    /// <summary>What has been written to the audit for an address.</summary>
    public List<string> Audited(string action, string target)
    {
        Services.GetRequiredService<AuditMover>().Move(TestContext.Current.CancellationToken);
        using var db = Store.Open();
        return db.Audit.Where(a => a.Action == action && a.Target.StartsWith(target)).OrderBy(a => a.Id).Select(a => a.User + " " + a.Target).ToList();
    }
}

/// <summary>Reads a report back as a person would.</summary>
static partial class ReportPage
{
    /// <summary>The rows of a table, each cell as text; the header first.</summary>
    public static List<List<string>> Table(string html, string id)
    {
        var start = html.IndexOf($"<table id=\"table-{id}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, "no table " + id);
        var table = html[start..html.IndexOf("</table>", start, StringComparison.Ordinal)];
        return Row().Matches(table).Select(r => Cell().Matches(r.Value).Select(c => Text(c.Groups[1].Value)).ToList()).ToList();
    }

    public static List<string> Captions(string html) => Caption().Matches(html).Select(m => Text(m.Groups[1].Value)).ToList();

    /// <summary>Everything but markup, style and pictures.</summary>
    public static string Text(string html) => Spaces().Replace(WebUtility.HtmlDecode(Markup().Replace(html, " ")), " ").Trim();

    public static List<byte[]> Pictures(string html) => Picture().Matches(html).Select(m => Convert.FromBase64String(m.Groups[1].Value)).ToList();

    public static string ReadText(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<caption>(.*?)</caption>")]
    private static partial Regex Caption();

    [GeneratedRegex("<style>.*?</style>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex("src=\"data:image/png;base64,([^\"]+)\"")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

[CollectionDefinition(Name)]
public sealed class ReportCityCollection : ICollectionFixture<ReportCity>
{
    public const string Name = "Report city";
}
