using System.Globalization;
using Analytics.Domain.Storage;

namespace Analytics.Web.Hosting;

/// <summary>Opens the store of the installation and holds it for as long as the process serves it.</summary>
static class StoreRegistration
{
    /// <exception cref="StoreException">A setting is wrong, or another process serves the store.</exception>
    public static WebApplicationBuilder AddStore(this WebApplicationBuilder builder)
    {
        var installation = Installation.From(builder.Configuration);
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
        builder.Services.AddSingleton(store);
        // By a factory, so that the container lets go of the lock when the host stops.
        builder.Services.AddSingleton(_ => turn);
        builder.Services.AddHostedService<HeldStore>();
        return builder;
    }

    static StoreLock Take(Store store)
    {
        var path = store.Path + ".server.lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            var holder = string.Create(CultureInfo.InvariantCulture, $"Analytics.Web, process {Environment.ProcessId}, since {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
            return StoreLock.TryTake(path, holder) ?? throw new StoreException(
                $"The store {store.Path} is already served by another process ({StoreLock.HolderOf(path)}). " +
                "Stop that one first, or give this one its own store with ANALYTICS_DB.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The store {store.Path} cannot be written to ({refused.Message}). Check ANALYTICS_DB.", refused);
        }
    }

    /// <summary>Asks the container for the lock once, which makes the container its owner.</summary>
    sealed class HeldStore(StoreLock turn) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(turn);
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
