using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Analytics.Web.Jobs;

static class JobsRegistration
{
    /// <summary>
    /// The ledger, its jobs and a Hangfire server with two workers. Expects a <see cref="Domain.Storage.Store"/> that is
    /// prepared before the host starts; further jobs are added as <see cref="IJob"/>.
    /// </summary>
    /// <param name="refresh">How trends are refreshed.</param>
    /// <param name="timing">How often the ledger is looked at.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, Func<IServiceProvider, Refresh> refresh, JobTiming timing)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(refresh);
        services.AddSingleton(timing);
        services.AddSingleton<Ledger>();
        services.AddSingleton<RunQueue>();
        services.AddSingleton<RunExecutor>();
        services.AddSingleton<ImmediateRefresh>();
        services.AddSingleton<Ticker>();
        services.AddSingleton<IJob, RefreshJob>();
        services.AddHostedService<JobsStart>();

        // Hangfire would take these two from its statics, which the last host of a process sets: each host has its own.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions()));
        services.AddSingleton<JobActivator>(s => new AspNetCoreJobActivator(s.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>())));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
            server.SchedulePollingInterval = timing.Polling;
            // Jobs are cancelled as soon as the host stops, and have this long to notice.
            server.StopTimeout = TimeSpan.Zero;
            server.ShutdownTimeout = TimeSpan.FromSeconds(20);
        });
        return services;
    }
}
