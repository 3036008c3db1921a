using System.Text.Json;
using Analytics.Domain.Schedules;
using Analytics.Domain.Storage;
using Analytics.Web.Jobs;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Briefings;

/// <summary>What a user asked for, as the run keeps it.</summary>
sealed record ReportRequest(string Round, string Language, string By)
{
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Null for a run that came by its due time.</summary>
    public static ReportRequest? Read(string? stored) => stored is null ? null : JsonSerializer.Deserialize<ReportRequest>(stored);
}

/// <summary>Asks for a report now. Returns the run that makes it.</summary>
/// <remarks>
/// The request is a run in the ledger like any due time: once this returns it is not lost, whatever becomes of the
/// process. Asked again while the same report waits or is being made, it is the same run.
/// </remarks>
sealed record AskForReport(string Round, string Language) : ICommand<int>, IAudited
{
    public string AuditAction => "briefing";
    public string AuditTarget => $"/briefings?round={Round}";
}

sealed class AskForReportHandler(Store store, RunQueue queue, Access.CurrentViewer current, TimeProvider time) : IRequestHandler<AskForReport, int>
{
    /// <summary>The schedule that requests are runs of. It is never due by itself.</summary>
    public const string ScheduleName = "on-demand-trend-report";

    public Task<int> Handle(AskForReport request, CancellationToken cancellationToken)
    {
        var runId = Record(new ReportRequest(request.Round, request.Language, current.Required.UserName).Write(), cancellationToken);
        queue.Enqueue(runId);
        return Task.FromResult(runId);
    }

    int Record(string request, CancellationToken ct)
    {
        using var writer = store.Write(ct);
        var schedule = writer.Db.Schedules.SingleOrDefault(s => s.Name == ScheduleName) ?? Add(writer);
        if (writer.Db.Runs.Where(r => r.ScheduleId == schedule.Id && r.Request == request && (r.State == RunState.Pending || r.State == RunState.Running))
                .Select(r => (int?)r.Id).FirstOrDefault() is { } same) return same;
        var now = time.Now();
        // Unique with the schedule; two requests of one instant stand a tick apart.
        while (writer.Db.Runs.Any(r => r.ScheduleId == schedule.Id && r.DueAt == now)) now = now.AddTicks(1);
        var run = new Run { ScheduleId = schedule.Id, DueAt = now, Request = request };
        writer.Db.Runs.Add(run);
        writer.Commit();
        return run.Id;
    }

    Schedule Add(Writer writer)
    {
        var schedule = new Schedule { Name = ScheduleName, Job = TrendReportJob.JobName, Cron = "0 0 30 2 *", Enabled = false, Last = time.Now() };
        writer.Db.Schedules.Add(schedule);
        writer.Db.SaveChanges();
        return schedule;
    }
}
