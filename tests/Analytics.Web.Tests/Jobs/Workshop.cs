using Analytics.Domain.Schedules;
using Analytics.Domain.Storage;
using Analytics.Web.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Jobs;

/// <summary>A store in a folder of its own, a clock that stands at 2026-03-10 00:00:00 UTC, and processes that come and go.</summary>
sealed class Workshop : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("analytics-jobs-").FullName;
    readonly string place;

    public Workshop()
    {
        place = Path.Combine(folder, "analytics.db");
        Store = Store.At(TestStores.Setting(place), folder);
        Store.Prepare();
    }

    public Store Store { get; }
    public FakeTimeProvider Time { get; } = new(Instant("2026-03-10 00:00"));
    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public static DateTime Instant(string utc) =>
        DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    /// <summary>A process: what it holds in memory is gone when another takes its place.</summary>
    public Worker Start(params IJob[] jobs) => new(Store, Time, jobs);

    public int AddSchedule(string cron, MissedRunPolicy missed = MissedRunPolicy.RunAll, string zone = "Etc/UTC", string job = "probe", string name = "probe", DateTime? last = null)
    {
        using var writer = Store.Write();
        var schedule = new Schedule { Name = name, Job = job, Cron = cron, Zone = zone, Missed = missed, Last = last ?? Now };
        writer.Db.Schedules.Add(schedule);
        writer.Commit();
        return schedule.Id;
    }

    /// <summary>A run that is due now and waits.</summary>
    public int AddRun()
    {
        var scheduleId = AddSchedule("0 0 1 1 *");
        using var writer = Store.Write();
        var run = new Run { ScheduleId = scheduleId, DueAt = Now };
        writer.Db.Runs.Add(run);
        writer.Commit();
        return run.Id;
    }

    public void Change(Action<AnalyticsDb> change)
    {
        using var writer = Store.Write();
        change(writer.Db);
        writer.Commit();
    }

    public T Look<T>(Func<AnalyticsDb, T> look)
    {
        using var db = Store.Open();
        return look(db);
    }

    public Run Run(int id) => Look(db => db.Runs.Single(r => r.Id == id));

    /// <summary>By due time.</summary>
    public List<Run> Runs() => Look(db => db.Runs.OrderBy(r => r.DueAt).ThenBy(r => r.Id).ToList());

    public void Dispose()
    {
        TestStores.Remove(place);
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>What one process holds: executor, ticker, queue; Hangfire is a list, emptied by the test.</summary>
sealed class Worker
{
    public Worker(Store store, TimeProvider time, IJob[] jobs)
    {
        Ledger = new Ledger(store, time, JobTiming.Default);
        Queue = new RunQueue(Hangfire, time);
        Refresh = new ImmediateRefresh(Hangfire, (_, _) => "", NullLogger<ImmediateRefresh>.Instance);
        Ticker = new Ticker(store, Ledger, Queue, Refresh, [], time, NullLogger<Ticker>.Instance);
        var services = new ServiceCollection();
        foreach (var job in jobs) services.AddSingleton(job);
        Executor = new RunExecutor(Ledger, Queue, services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), JobTiming.Default, time, NullLogger<RunExecutor>.Instance);
    }

    public QueueOnly Hangfire { get; } = new();
    public Ledger Ledger { get; }
    public RunQueue Queue { get; }
    public ImmediateRefresh Refresh { get; }
    public Ticker Ticker { get; }
    public RunExecutor Executor { get; }

    public void Tick() => Ticker.Tick(CancellationToken.None);

    public Task Execute(int runId) => Executor.Execute(runId, CancellationToken.None);

    /// <summary>Carries out what Hangfire was given, in order.</summary>
    public async Task Drain()
    {
        foreach (var runId in Hangfire.TakeRuns()) await Execute(runId);
    }
}

/// <summary>A Hangfire that only keeps what it is given.</summary>
sealed class QueueOnly : IBackgroundJobClient
{
    public List<Job> Jobs { get; } = [];
    public bool Broken { get; set; }

    public IEnumerable<int> Runs => Jobs.Where(j => j.Type == typeof(RunExecutor)).Select(j => (int)j.Args[0]);

    public List<int> TakeRuns()
    {
        var runs = Runs.ToList();
        Jobs.Clear();
        return runs;
    }

    public string Create(Job job, IState state)
    {
        if (Broken) throw new InvalidOperationException("the process ended here");
        Jobs.Add(job);
        return "1";
    }

    public bool ChangeState(string jobId, IState state, string expectedState) => throw new NotSupportedException();
}

/// <summary>A job that does what the test says, and counts how often it was asked.</summary>
sealed class Probe(Func<JobContext, CancellationToken, Task<JobOutcome>> work) : IJob
{
    int calls;

    public Probe() : this((_, _) => Task.FromResult(JobOutcome.Done("done"))) { }

    public string Name => "probe";
    public int Calls => calls;

    public Task<JobOutcome> Run(JobContext context, CancellationToken ct)
    {
        Interlocked.Increment(ref calls);
        return work(context, ct);
    }
}
