using Analytics.Domain.Access;
using Analytics.Domain.Briefings;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Jobs;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Briefings;

/// <summary>Makes the trend report of a due time, or of a user's request, and puts it into the archive.</summary>
/// <remarks>
/// Keyed by the run: repeated after it was done, it finds its briefing and makes no second one. The report is made for
/// a reader of aggregates, whoever asked: nothing in its scope has a name.
/// </remarks>
sealed class TrendReportJob(Store store, BriefingArchive archive, IServiceScopeFactory scopes, TimeProvider time) : IJob
{
    public const string JobName = "trend-report";

    public string Name => JobName;

    public async Task<JobOutcome> Run(JobContext context, CancellationToken ct)
    {
        if (archive.Of(context.RunId) is { } made) return JobOutcome.Done(OutcomeText.Briefing(made));
        var order = OrderOf(context.RunId);

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentViewer>().Set(Reader(order.Language));
        services.GetRequiredService<Language>().Use(order.Language);
        if (await services.GetRequiredService<TrendReportSource>().Make(order, ct) is not { } report)
            return order.Round is null ? JobOutcome.Done(OutcomeText.NothingToReport) : JobOutcome.Refused(OutcomeText.NothingToReport);

        var now = time.Now();
        var html = TrendReportHtml.Write(report, services.GetRequiredService<Texts>()["report.copy.archive"]);
        var zip = services.GetRequiredService<TrendReportZip>().Write(report, now);
        var folder = BriefingArchive.FolderOf(context.RunId, context.DueAt);
        var id = archive.Keep(folder, html, zip, (htmlHash, zipHash) => new Briefing
        {
            Title = $"{report.Title} – {report.Subject}",
            CreatedAt = now,
            RunId = context.RunId,
            By = order.By,
            RoundId = report.RoundId,
            DataVersion = report.DataVersion,
            Language = report.Language,
            Folder = folder,
            HtmlBytes = html.Length,
            ZipBytes = zip.Length,
            Sha256 = htmlHash,
            ZipSha256 = zipHash,
        }, ct);
        return JobOutcome.Done(OutcomeText.Briefing(id));
    }

    ReportOrder OrderOf(int runId)
    {
        using var db = store.Open();
        var run = (from r in db.Runs
                   join s in db.Schedules on r.ScheduleId equals s.Id
                   where r.Id == runId
                   select new { r.Request, s.Name, s.Language }).Single();
        return ReportRequest.Read(run.Request) is { } asked
            ? new ReportOrder(asked.Round, asked.Language, asked.By, ByUser: true)
            : new ReportOrder(null, run.Language, run.Name, ByUser: false);
    }

    /// <summary>Sees the city and all areas in sums, and no unit, no result, no person.</summary>
    static Viewer Reader(string language) => new(0, JobName, [Roles.Auditor], language,
        new Scope(AllUnits: false, Aggregates: true, AllAreas: true, AllImports: false, UnitIds: [], AreaCodes: [], JobName));
}
