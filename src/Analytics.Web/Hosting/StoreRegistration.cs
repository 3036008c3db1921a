using Analytics.Domain.Storage;
using Analytics.Web.Pages.Overview;

namespace Analytics.Web.Hosting;

/// <summary>Opens the store of the installation and holds it for as long as the process serves it.</summary>
static class StoreRegistration
{
    /// <exception cref="StoreException">A setting is wrong, or another process serves the store.</exception>
    public static WebApplicationBuilder AddStore(this WebApplicationBuilder builder)
    {
        var installation = Installation.From(builder.Configuration);
        var calendar = WorkingDays.Read();
        var store = Store.At(installation.StoreSetting, installation.Folder);
        var turn = Take(store);
        // Beside the rest of the start: the store is ready before anything asks it, and the model of its tables, which takes as long as all else until then, is on its way.
        var prepared = Task.Run(store.Prepare);
        _ = prepared.ContinueWith(_ => store.MakeModel(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(installation);
        builder.Services.AddSingleton(calendar);
        builder.Services.AddSingleton(store);
        // By a factory, so that the container lets go of the lock when the host stops.
        builder.Services.AddSingleton(_ => new Serving(turn, prepared));
        builder.Services.AddHostedService<HeldStore>();
        builder.Services.AddHostedService<FirstLook>();
        return builder;
    }

    static IDisposable Take(Store store)
    {
        try
        {
            return ServerLock.Take(store, "Analytics.Web");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The store {store.Name} cannot be written to ({refused.Message}). Check ANALYTICS_DB.", refused);
        }
    }

    sealed record Serving(IDisposable Turn, Task Prepared) : IDisposable
    {
        public void Dispose() => Turn.Dispose();
    }

    /// <summary>The first service to start: asks the container for the lock once, which makes the container its owner, and waits until the store is ready.</summary>
    sealed class HeldStore(Serving serving) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => serving.Prepared.WaitAsync(cancellationToken);
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
