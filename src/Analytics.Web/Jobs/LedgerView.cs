using Analytics.Domain.Schedules;
using Analytics.Domain.Storage;

namespace Analytics.Web.Jobs;

/// <summary>A schedule as a page shows it. Instants are UTC.</summary>
/// <param name="Next">The next due time; null when switched off, faulty, or never due.</param>
/// <param name="Problem">Why it cannot run; null when it can.</param>
sealed record ScheduleRow(
    int Id, string Name, string Job, string Cron, string Zone, MissedRunPolicy Missed, bool Enabled, DateTime? Next, ScheduleProblem? Problem);

/// <summary>A run as a page shows it. Instants are UTC.</summary>
/// <param name="LatenessSeconds">From the due time to the first start; null before it.</param>
/// <param name="Outcome">Of a running one: its progress.</param>
sealed record RunRow(
    int Id, string Schedule, string Job, DateTime DueAt, RunState State, int Attempts, DateTime? StartedAt, DateTime? FinishedAt,
    DateTime? RetryAt, double? LatenessSeconds, string? Outcome);

/// <summary>What the ledger says. It changes without raising a version of the store: do not cache it by version.</summary>
static class LedgerView
{
    /// <summary>All schedules by name, each with its next due time or its problem.</summary>
    /// <param name="jobs">Names of the jobs that exist.</param>
    public static IReadOnlyList<ScheduleRow> Schedules(AnalyticsDb db, IReadOnlyCollection<string> jobs, DateTime now) =>
        db.Schedules.OrderBy(s => s.Name)
            .Select(s => new { s.Id, s.Name, s.Job, s.Cron, s.Zone, s.Missed, s.Enabled, s.Last })
            .AsEnumerable()
            .Select(s =>
            {
                var timetable = Timetable.Read(s.Cron, s.Zone, out var problem);
                var last = Utc.Of(s.Last);
                var next = s.Enabled ? timetable?.Next(last > now ? last : now) : null;
                problem ??= !jobs.Contains(s.Job) ? new ScheduleProblem(OutcomeText.InVietnamese(OutcomeText.NoJob(s.Job)), OutcomeText.NoJob(s.Job))
                    : last > now + DueTimes.Grace ? new ScheduleProblem(
                        $"Đã tính đến {last:dd/MM/yyyy HH:mm} UTC, là lúc chưa tới: đồng hồ của máy đã chạy nhanh.",
                        $"Accounted for until {last:yyyy-MM-dd HH:mm} UTC, which is still to come: the clock was ahead.")
                    : null;
                return new ScheduleRow(s.Id, s.Name, s.Job, s.Cron, s.Zone, s.Missed, s.Enabled, next, problem);
            })
            .ToList();

    /// <summary>The latest runs, newest due time first.</summary>
    /// <param name="scheduleId">Of one schedule; null for all.</param>
    public static IReadOnlyList<RunRow> Runs(AnalyticsDb db, int most = 50, int? scheduleId = null) =>
        (from r in db.Runs
         join s in db.Schedules on r.ScheduleId equals s.Id
         where scheduleId == null || r.ScheduleId == scheduleId
         orderby r.DueAt descending, r.Id descending
         select new { Run = r, s.Name, s.Job })
        .Take(most)
        .AsEnumerable()
        .Select(x => new RunRow(
            x.Run.Id, x.Name, x.Job, Utc.Of(x.Run.DueAt), x.Run.State, x.Run.Attempts, Utc.Of(x.Run.StartedAt), Utc.Of(x.Run.FinishedAt),
            Utc.Of(x.Run.RetryAt), x.Run.LatenessSeconds, x.Run.Outcome))
        .ToList();
}
