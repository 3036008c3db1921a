using Analytics.Domain.Storage;
using Hangfire;

namespace Analytics.Web.Jobs;

/// <summary>At start: seeds the schedules, has a tick each minute (or as set), and one now.</summary>
/// <remarks>The tick at start is what catches up with due times and runs that a standstill or a kill left behind. All of it comes after the pages are served.</remarks>
sealed class JobsStart(Store store, IRecurringJobManager recurring, IBackgroundJobClient hangfire, JobTiming timing, TimeProvider time) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        DefaultSchedules.Seed(store, time.Now());
        recurring.AddOrUpdate<Ticker>("tick", ticker => ticker.Tick(CancellationToken.None), timing.TickCron);
        hangfire.Enqueue<Ticker>(ticker => ticker.Tick(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
