using System.Collections.Concurrent;
using Analytics.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>A store cannot be used as asked; the message is for the user and says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// One store: opens contexts, readers and writers on it. In-process writers queue first come first served; writers of
/// other processes are waited for up to 30 seconds (<c>ANALYTICS_BUSY_SECONDS</c>).
/// </summary>
public sealed class Store
{
    static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);
    readonly string connectionString;
    readonly DbContextOptions<SqliteDb> options;
    readonly int patience = BusyPatience.Seconds();

    Store(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = patience }.ToString();
        options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connectionString)
            .AddInterceptors(new ConnectionPragmas(patience)).Options;
    }

    /// <summary>Full path of the database file.</summary>
    public string Path { get; }

    /// <exception cref="StoreException">The path is a folder.</exception>
    public bool Exists => Directory.Exists(Path)
        ? throw new StoreException($"{Path} is a folder; the store is a file. Name a file, for instance {System.IO.Path.Combine(Path, "analytics.db")}.")
        : File.Exists(Path);

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
    /// <exception cref="StoreException">No store can be there, what is there is none, or another process keeps it.</exception>
    public void Prepare()
    {
        // Usually there is nothing to do, and nobody is waited for.
        if (IsCurrent()) return;
        using var alone = LockForUpgrade();
        using var db = Open();
        try
        {
            StorePreparation.Run(db, Path);
        }
        catch (SqliteException e) when (Explain(e) is { } told)
        {
            throw told;
        }
    }

    /// <summary>Whether the file is a store that this program may use as it is. Changes nothing.</summary>
    public bool IsCurrent()
    {
        if (!Exists || new FileInfo(Path).Length == 0) return false;
        using var db = Open();
        try
        {
            return StorePreparation.IsReady(db, Path);
        }
        catch (SqliteException e) when (Explain(e) is { } told)
        {
            throw told;
        }
    }

    /// <summary>Copies what is committed into a new file, while others read and write.</summary>
    public void CopyTo(string path)
    {
        using var from = new SqliteConnection(connectionString);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    StoreLock LockForUpgrade()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            return StoreLock.WaitFor(Path + ".migrate.lock", TimeSpan.FromSeconds(patience))
                ?? throw new StoreException($"Another process has been upgrading the store {Path} for {patience} seconds; try again later.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    /// <remarks>The file is never opened but by SQLite: closing it elsewhere in the process would drop SQLite's own locks on it.</remarks>
    StoreException? Explain(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => Busy(e),
        8 or 14 => Unusable(e),
        26 => new StoreException($"The file {Path} is not a store (not an SQLite database). It was not changed; name another file.", e),
        _ => null,
    };

    StoreException Busy(Exception inner) =>
        new($"The store {Path} is busy: another process has been writing for {patience} seconds. Try again later.", inner);

    StoreException Unusable(Exception inner) =>
        new($"There can be no store at {Path}: {inner.Message} Name a file in a folder that can be written to, with --db or ANALYTICS_DB.", inner);

    /// <summary>A context on the pending state that sees everything, for commands and jobs.</summary>
    public AnalyticsDb Open() => new SqliteDb(options);

    /// <summary>A context inside one deferred read transaction, fixed to the version published at this moment.</summary>
    public Reader Read(Scope? scope = null) => new(Open(), scope ?? Scope.Everything);

    /// <summary>Waits for the writer's turn and begins a write transaction.</summary>
    /// <exception cref="StoreException">Another process has been writing all the time.</exception>
    public Writer Write(CancellationToken ct = default)
    {
        var turn = Turns.GetOrAdd(Path, _ => new SemaphoreSlim(1, 1));
        turn.Wait(ct);
        try
        {
            return new Writer(Open(), turn);
        }
        catch (SqliteException e) when (Explain(e) is { } told)
        {
            turn.Release();
            throw told;
        }
        catch
        {
            turn.Release();
            throw;
        }
    }
}
