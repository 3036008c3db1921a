using System.Globalization;
using Analytics.Domain.Audit;
using Analytics.Domain.Briefings;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Briefings.Reports;

/// <summary>Begins a report of a round; where one of the kind is under way, that one. Returns its id.</summary>
sealed record StartReportCommand(int RoundId, ReportKind Kind) : ICommand<int>;

/// <summary>Takes a report one step on. False where it is no longer at the stage and draft its user saw.</summary>
/// <param name="File">The document as it is at the step; null where none is kept.</param>
sealed record AdvanceReportCommand(int Id, ReportStage SeenStage, int SeenDraft, ReportStep Step, string Note, int? Number, DateOnly? SignedOn, KeptFile? File) : ICommand<bool>;

/// <summary>A file that was kept, and what it was made from.</summary>
sealed record KeptFile(string Name, string Sha256, long DataVersion);

sealed class StartReportHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<StartReportCommand, int>
{
    protected override int Handle(StartReportCommand request)
    {
        using var writer = store.Write();
        if (writer.Db.RoundReports.Where(r => r.RoundId == request.RoundId && r.Kind == request.Kind && r.Stage != ReportStage.Issued).Select(r => (int?)r.Id).FirstOrDefault() is { } open) return open;
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var report = new RoundReport { RoundId = request.RoundId, Kind = request.Kind, CreatedAt = now, CreatedBy = by };
        writer.Db.RoundReports.Add(report);
        writer.Db.SaveChanges();
        writer.Db.ReportEvents.Add(new ReportEvent { ReportId = report.Id, Stage = ReportStage.Draft, Draft = 1, At = now, By = by });
        Log(writer.Db, now, by, "report-started", report.Id);
        writer.RaiseWorkVersion();
        writer.Commit();
        return report.Id;
    }

    internal static void Log(AnalyticsDb db, DateTime at, string by, string action, int id) => db.Audit.Add(new AuditEntry
    {
        At = at,
        User = by,
        Action = action,
        Target = string.Create(CultureInfo.InvariantCulture, $"report {id}"),
        EntryKey = Guid.NewGuid().ToString("N"),
    });
}

sealed class AdvanceReportHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<AdvanceReportCommand, bool>
{
    protected override bool Handle(AdvanceReportCommand request)
    {
        using var writer = store.Write();
        if (writer.Db.RoundReports.SingleOrDefault(r => r.Id == request.Id && r.Stage == request.SeenStage && r.Draft == request.SeenDraft) is not { } report) return false;
        if (!ReportSteps.From(report.Stage).Contains(request.Step)) return false;
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        report.Stage = ReportSteps.To(request.Step);
        if (request.Step == ReportStep.NewDraft) (report.Draft, report.Number, report.SignedOn) = (report.Draft + 1, null, null);
        if (request.Step == ReportStep.Number) (report.Number, report.SignedOn) = (request.Number, request.SignedOn);
        writer.Db.ReportEvents.Add(new ReportEvent
        {
            ReportId = report.Id,
            Stage = report.Stage,
            Draft = report.Draft,
            Note = request.Note,
            At = now,
            By = by,
            File = request.File?.Name,
            Sha256 = request.File?.Sha256,
            DataVersion = request.File?.DataVersion,
        });
        StartReportHandler.Log(writer.Db, now, by, "report-" + request.Step.Code(), report.Id);
        writer.RaiseWorkVersion();
        writer.Commit();
        return true;
    }
}
