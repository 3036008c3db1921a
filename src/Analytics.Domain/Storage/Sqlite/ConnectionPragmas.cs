using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>Settings of each SQLite connection: durable commits, patience with other writers, memory for sorting; what is read again the system keeps, once for all connections.</summary>
/// <param name="busySeconds">How long another writer is waited for.</param>
/// <param name="toLoad">
/// A million keys are sorted for each index: in temporary files, and never more in memory at once than the cache holds. To insert
/// rows in the order of their numbers needs next to no cache.
/// </param>
sealed class ConnectionPragmas(int busySeconds, bool toLoad = false) : DbConnectionInterceptor
{
    readonly string pragmas = $"PRAGMA busy_timeout={busySeconds * 1000}; PRAGMA synchronous=FULL; PRAGMA cache_size=-8000; PRAGMA temp_store={(toLoad ? "FILE" : "MEMORY")};";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    public void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        // Literals and a number.
#pragma warning disable CA2100
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
