namespace Analytics.Domain.Storage;

/// <summary>The lock of the one scheduler and worker of a store; commands run beside it.</summary>
public static class ServerLock
{
    /// <param name="what">What the holder is, for those who come second: <c>web</c> or <c>watch</c>.</param>
    /// <exception cref="StoreException">Somebody else holds it; the message says who.</exception>
    public static StoreLock Take(Store store, string what)
    {
        var path = store.Path + ".server.lock";
        return StoreLock.TryTake(path, $"{what}, process {Environment.ProcessId} on {Environment.MachineName}")
            ?? throw new StoreException($"The store {store.Path} is already served by {Holder(path)}. Stop it first, or name another store.");
    }

    static string Holder(string path) => StoreLock.HolderOf(path) is { Length: > 0 } holder ? holder : "another process";
}
