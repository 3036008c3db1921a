using System.Linq.Expressions;
using Analytics.Domain.Schedules;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Jobs;

/// <summary>A run held by this process until its lease ends.</summary>
/// <param name="Attempts">Counting this one.</param>
/// <param name="Owner">Host, process and a random part: one for each claim.</param>
sealed record Claim(int RunId, string Job, DateTime DueAt, int Attempts, string Owner);

/// <summary>The states of runs. Each change is one guarded UPDATE: who changes no row has lost, and does nothing.</summary>
/// <remarks>
/// Pending → Running → Done. A process that dies leaves Running with a lease that ends; the run is then claimed again.
/// A failed run with <see cref="Run.RetryAt"/> waits for its next attempt, one without it is given up.
/// </remarks>
sealed class Ledger(Store store, TimeProvider time, JobTiming timing)
{
    public const int MaxAttempts = 3;

    /// <summary>Pause before the second and before the third attempt.</summary>
    static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Takes a run to carry it out; null when it is not, or no longer, there to be taken.</summary>
    /// <exception cref="StoreException">Another process has been writing for 30 seconds; the run stays as it is.</exception>
    public Claim? Take(int runId, CancellationToken ct)
    {
        using var writer = store.Write(ct);
        var run = (from r in writer.Db.Runs
                   join s in writer.Db.Schedules on r.ScheduleId equals s.Id
                   where r.Id == runId
                   select new { s.Job, r.DueAt, r.Attempts }).SingleOrDefault();
        if (run is null) return null;

        var now = time.Now();
        var until = now + timing.Lease;
        var lateness = (now - Utc.Of(run.DueAt)).TotalSeconds;
        var owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
        var taken = writer.Db.Runs.Where(r => r.Id == runId && r.Attempts == run.Attempts).Where(IsDue(now)).ExecuteUpdate(set => set
            .SetProperty(r => r.State, RunState.Running)
            .SetProperty(r => r.Attempts, r => r.Attempts + 1)
            .SetProperty(r => r.Owner, owner)
            .SetProperty(r => r.LeaseUntil, until)
            .SetProperty(r => r.RetryAt, (DateTime?)null)
            .SetProperty(r => r.Outcome, (string?)null)
            .SetProperty(r => r.StartedAt, r => r.StartedAt ?? now)
            .SetProperty(r => r.LatenessSeconds, r => r.LatenessSeconds ?? lateness));
        writer.Commit();
        return taken == 1 ? new Claim(runId, run.Job, Utc.Of(run.DueAt), run.Attempts + 1, owner) : null;
    }

    /// <summary>Prolongs the lease and stores progress; false when the run has been taken over.</summary>
    /// <remarks>A lease that has ended is prolonged too as long as nobody else has taken the run.</remarks>
    public bool Renew(Claim claim, string? progress, CancellationToken ct)
    {
        using var writer = store.Write(ct);
        var until = time.Now() + timing.Lease;
        var renewed = Held(writer.Db, claim).ExecuteUpdate(set => set
            .SetProperty(r => r.LeaseUntil, until)
            .SetProperty(r => r.Outcome, r => progress ?? r.Outcome));
        writer.Commit();
        return renewed == 1;
    }

    /// <summary>Records how a run ended; false when it has been taken over: then its new owner records.</summary>
    /// <remarks>
    /// Not cancellable: at shutdown this is what sends the run back to Pending. When it throws, the lease ends and the
    /// run is carried out again.
    /// </remarks>
    public bool Record(Claim claim, JobOutcome outcome)
    {
        using var writer = store.Write(CancellationToken.None);
        var now = time.Now();
        var interrupted = outcome.End == JobEnd.Interrupted;
        var again = outcome.End == JobEnd.Failed && claim.Attempts < MaxAttempts;
        var state = outcome.End switch { JobEnd.Done => RunState.Done, JobEnd.Interrupted => RunState.Pending, _ => RunState.Failed };
        DateTime? retryAt = again ? now + Pauses[claim.Attempts - 1] : null;
        DateTime? finishedAt = again || interrupted ? null : now;
        var attempts = interrupted ? claim.Attempts - 1 : claim.Attempts;
        var recorded = Held(writer.Db, claim).ExecuteUpdate(set => set
            .SetProperty(r => r.State, state)
            .SetProperty(r => r.Attempts, attempts)
            .SetProperty(r => r.Owner, (string?)null)
            .SetProperty(r => r.LeaseUntil, (DateTime?)null)
            .SetProperty(r => r.RetryAt, retryAt)
            .SetProperty(r => r.FinishedAt, finishedAt)
            .SetProperty(r => r.Outcome, OutcomeText.Line(outcome.Text)));
        writer.Commit();
        return recorded == 1;
    }

    /// <summary>Ids of runs to be carried out now, longest due first.</summary>
    public List<int> Due(int most)
    {
        using var db = store.Open();
        return db.Runs.Where(IsDue(time.Now())).OrderBy(r => r.DueAt).ThenBy(r => r.Id).Select(r => r.Id).Take(most).ToList();
    }

    /// <summary>Ids of runs whose process ended during the last permitted attempt.</summary>
    public List<int> Exhausted()
    {
        using var db = store.Open();
        return db.Runs.Where(IsExhausted(time.Now())).OrderBy(r => r.Id).Select(r => r.Id).ToList();
    }

    /// <summary>Records a run as failed whose process ended during the last permitted attempt: it may be what ends it.</summary>
    public bool GiveUp(int runId, CancellationToken ct)
    {
        using var writer = store.Write(ct);
        var now = time.Now();
        var givenUp = writer.Db.Runs.Where(r => r.Id == runId).Where(IsExhausted(now)).ExecuteUpdate(set => set
            .SetProperty(r => r.State, RunState.Failed)
            .SetProperty(r => r.Owner, (string?)null)
            .SetProperty(r => r.LeaseUntil, (DateTime?)null)
            .SetProperty(r => r.FinishedAt, now)
            .SetProperty(r => r.Outcome, OutcomeText.GivenUp));
        writer.Commit();
        return givenUp == 1;
    }

    static IQueryable<Run> Held(AnalyticsDb db, Claim claim) =>
        db.Runs.Where(r => r.Id == claim.RunId && r.Owner == claim.Owner && r.State == RunState.Running);

    static Expression<Func<Run, bool>> IsDue(DateTime now) => r =>
        r.State == RunState.Pending
        || (r.State == RunState.Failed && r.RetryAt <= now)
        || (r.State == RunState.Running && r.LeaseUntil <= now && r.Attempts < MaxAttempts);

    static Expression<Func<Run, bool>> IsExhausted(DateTime now) => r =>
        r.State == RunState.Running && r.LeaseUntil <= now && r.Attempts >= MaxAttempts;
}
