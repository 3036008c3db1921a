namespace Analytics.Domain.Storage;

/// <summary>The lock of the one scheduler and worker of a store that has only one; commands run beside it.</summary>
public static class ServerLock
{
    /// <param name="what">What the holder is, for those who come second: <c>web</c> or <c>watch</c>.</param>
    /// <exception cref="StoreException">Somebody else holds it; the message says who.</exception>
    public static IDisposable Take(Store store, string what) =>
        store.TryServe($"{what}, process {Environment.ProcessId} on {Environment.MachineName}")
        ?? throw new StoreException($"The store {store.Name} is already served by {(store.ServedBy is { Length: > 0 } holder ? holder : "another process")}. Stop it first, or name another store with ANALYTICS_DB.");
}
