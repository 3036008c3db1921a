using Analytics.Domain.Storage;

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
        try
        {
            store.Prepare();
        }
        catch (Exception)
        {
            turn.Dispose();
            throw;
        }
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(installation);
        builder.Services.AddSingleton(calendar);
        builder.Services.AddSingleton(store);
        // By a factory, so that the container lets go of the lock when the host stops.
        builder.Services.AddSingleton(_ => new Serving(turn));
        builder.Services.AddHostedService<HeldStore>();
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

    sealed record Serving(IDisposable Turn) : IDisposable
    {
        public void Dispose() => Turn.Dispose();
    }

    /// <summary>Asks the container for the lock once, which makes the container its owner.</summary>
    sealed class HeldStore(Serving turn) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(turn);
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
