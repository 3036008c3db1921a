using System.CommandLine;
using Analytics.Domain.Storage;
using Analytics.Domain.Storage.Sqlite;

namespace Analytics.Ingest.Commands;

/// <summary>
/// The store a call works on. A check works on one of its own, thrown away afterwards, where there is no store yet, where
/// the store still has to be upgraded, and where its files have to see each other: nobody waits for a check.
/// </summary>
sealed class CheckStore : IDisposable
{
    readonly string? folder;

    CheckStore(Store store, string? folder) => (Store, this.folder) = (store, folder);

    public Store Store { get; }

    public static CheckStore Real(Store store) => new(store, null);

    /// <param name="inside">Files see each other or are looked at after loading, which takes a writer's turn.</param>
    public static CheckStore Open(ParseResult parse, bool inside)
    {
        var store = StoreOptions.Open(parse);
        // On a server that is a transaction that is never committed.
        if (store.IsCurrent() && (!inside || store is not SqliteStore)) return Real(store);
        var temporary = Directory.CreateTempSubdirectory("analytics-check-").FullName;
        var copy = new CheckStore(Store.At(Path.Combine(temporary, "check.db"), temporary), temporary);
        try
        {
            // Also tells a file that is no store before it is copied.
            _ = store.IsCurrent();
            if (store.Exists)
            {
                if (store is not SqliteStore file)
                    throw new StoreException($"The store {store.Name} has to be upgraded before files can be checked against it; \"refresh\" does that.");
                file.CopyTo(((SqliteStore)copy.Store).FilePath);
            }
            copy.Store.Prepare();
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (folder is null) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
