using System.Collections.Concurrent;
using Analytics.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>A store cannot be used as asked; the message is for the user and says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// One store: opens contexts, readers and writers on it. In-process writers queue first come first served; writers of
/// other processes are waited for up to 30 seconds.
/// </summary>
public sealed class Store
{
    static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);
    readonly string connectionString;
    readonly DbContextOptions<SqliteDb> options;

    Store(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connectionString)
            .AddInterceptors(ConnectionPragmas.Instance).Options;
    }

    /// <summary>Full path of the database file.</summary>
    public string Path { get; }

    public bool Exists => File.Exists(Path);

    /// <summary>The store a setting names: a file path, or nothing for <c>analytics.db</c> in <paramref name="appFolder"/>.</summary>
    /// <exception cref="StoreException">The setting is a connection string of a server.</exception>
    public static Store At(string? setting, string appFolder)
    {
        if (string.IsNullOrWhiteSpace(setting)) return new Store(System.IO.Path.Combine(appFolder, "analytics.db"));
        if (setting.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            throw new StoreException("ANALYTICS_DB names a PostgreSQL server; this version stores in an SQLite file. Give a file path.");
        return new Store(System.IO.Path.GetFullPath(setting));
    }

    /// <summary>Creates the file if it is absent, applies migrations, seeds the regimes. Safe beside other processes.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var alone = StoreLock.WaitFor(Path + ".migrate.lock", TimeSpan.FromSeconds(30))
            ?? throw new StoreException($"Another process has been upgrading the store {Path} for 30 seconds; try again later.");
        using var db = Open();
        StorePreparation.Run(db);
    }

    /// <summary>A context on the pending state that sees everything, for commands and jobs.</summary>
    public AnalyticsDb Open() => new SqliteDb(options);

    /// <summary>A context inside one deferred read transaction, fixed to the version published at this moment.</summary>
    public Reader Read(Scope? scope = null) => new(Open(), scope ?? Scope.Everything);

    /// <summary>Waits for the writer's turn and begins a write transaction.</summary>
    /// <exception cref="StoreException">Another process has been writing for 30 seconds.</exception>
    public Writer Write(CancellationToken ct = default)
    {
        var turn = Turns.GetOrAdd(Path, _ => new SemaphoreSlim(1, 1));
        turn.Wait(ct);
        try
        {
            return new Writer(Open(), turn);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            turn.Release();
            throw new StoreException($"The store {Path} is busy: another process has been writing for 30 seconds. Try again later.", busy);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }
}
