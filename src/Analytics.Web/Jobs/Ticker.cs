using System.Collections.Concurrent;
using Analytics.Domain.Schedules;
using Analytics.Domain.Storage;
using Hangfire;

namespace Analytics.Web.Jobs;

/// <summary>Each minute: records what has become due, hands what waits to Hangfire, sees to stale trends.</summary>
/// <remarks>
/// Runs and the schedules' <see cref="Schedule.Last"/> are one transaction, so a due time is recorded once, however
/// often the process dies or two ticks meet. What was recorded but not handed over, what a dead process left
/// Running, and what waits for another attempt is found in the ledger by the next tick.
/// </remarks>
sealed partial class Ticker(Store store, Ledger ledger, RunQueue queue, ImmediateRefresh refresh, IEnumerable<IEachMinute> eachMinute, TimeProvider time, ILogger<Ticker> logger)
{
    /// <summary>Runs handed over by one tick.</summary>
    const int MostAtOnce = 1000;

    readonly Lock alone = new();
    readonly ConcurrentDictionary<int, string> knownProblems = new();

    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public void Tick(CancellationToken ct)
    {
        // A tick that waits for a writer must not take the second worker too.
        if (!alone.TryEnter()) return;
        try
        {
            RecordDueTimes(ct);
            foreach (var runId in ledger.Exhausted().Where(id => !queue.IsInHand(id)))
                if (ledger.GiveUp(runId, ct)) LogGivenUp(runId);
            foreach (var runId in ledger.Due(MostAtOnce))
                queue.Enqueue(runId);
            RefreshWhatIsStale();
            foreach (var work in eachMinute) work.Enqueue();
        }
        finally
        {
            alone.Exit();
        }
    }

    void RecordDueTimes(CancellationToken ct)
    {
        using var writer = store.Write(ct);
        var now = time.Now();
        foreach (var schedule in writer.Db.Schedules.OrderBy(s => s.Id).ToList())
        {
            // Nothing is due while a schedule is off; switched on again, it starts from there.
            if (!schedule.Enabled) DueTimes.Advance(schedule, now);
            else if (Timetable.Read(schedule.Cron, schedule.Zone, out var problem) is { } timetable)
            {
                knownProblems.TryRemove(schedule.Id, out _);
                writer.Db.Runs.AddRange(DueTimes.Account(schedule, timetable, now));
            }
            // Last stays: once mended, the schedule's policy decides on what was missed. Told once, not each minute.
            else if (problem is not null && knownProblems.GetValueOrDefault(schedule.Id) != problem.English)
            {
                knownProblems[schedule.Id] = problem.English;
                LogProblem(schedule.Name, problem.English);
            }
        }
        writer.Commit();
    }

    void RefreshWhatIsStale()
    {
        using var db = store.Open();
        if (db.StaleMarks.Any()) refresh.Enqueue();
    }

    [LoggerMessage(LogLevel.Error, "Schedule {Schedule} cannot run: {Problem}")]
    partial void LogProblem(string schedule, string problem);

    [LoggerMessage(LogLevel.Error, "Run {RunId} is given up: the process ended during its last permitted attempt")]
    partial void LogGivenUp(int runId);
}
