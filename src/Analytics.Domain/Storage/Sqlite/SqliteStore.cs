using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>The store in a file.</summary>
public sealed class SqliteStore : Store
{
    readonly string connectionString, aloneString;
    readonly ConnectionPragmas pragmas;
    readonly DbContextOptions<SqliteDb> options, loading;

    internal SqliteStore(string path) : base(path)
    {
        connectionString = ConnectionString(foreignKeys: true);
        aloneString = ConnectionString(foreignKeys: true, pooling: false);
        pragmas = new(PatienceSeconds);
        options = Options(connectionString);
        // Not kept for the next one: its cache would outlive the load.
        loading = Options(ConnectionString(foreignKeys: false, pooling: false), toLoad: true);
    }

    string ConnectionString(bool foreignKeys, bool pooling = true) =>
        new SqliteConnectionStringBuilder { DataSource = FilePath, ForeignKeys = foreignKeys, DefaultTimeout = PatienceSeconds, Pooling = pooling }.ToString();

    DbContextOptions<SqliteDb> Options(string connection, bool toLoad = false) =>
        new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).AddInterceptors(new ConnectionPragmas(PatienceSeconds, toLoad)).Options;

    /// <summary>Full path of the database file.</summary>
    public string FilePath => Name;

    /// <exception cref="StoreException">The path is a folder.</exception>
    public override bool Exists => Directory.Exists(FilePath)
        ? throw new StoreException($"{FilePath} is a folder; the store is a file. Name a file, for instance {Path.Combine(FilePath, "analytics.db")}.")
        : File.Exists(FilePath);

    public override void Prepare()
    {
        // Usually there is nothing to do, and nobody is waited for.
        if (IsCurrent()) return;
        using var alone = LockForUpgrade();
        using var db = Open();
        try
        {
            SqlitePreparation.Run(db, FilePath);
        }
        catch (SqliteException e) when (Explain(e) is { } told)
        {
            throw told;
        }
    }

    public override bool IsCurrent()
    {
        if (!Exists || new FileInfo(FilePath).Length == 0) return false;
        try
        {
            using var connection = Connect(alone: true);
            return SqlitePreparation.IsReady(connection, FilePath);
        }
        catch (SqliteException e) when (Explain(e) is { } told)
        {
            throw told;
        }
    }

    public override AnalyticsDb Open() => new SqliteDb(options);

    private protected override DbConnection Connect(bool alone = false)
    {
        var connection = new SqliteConnection(alone ? aloneString : connectionString);
        try
        {
            connection.Open();
            pragmas.Set(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private protected override AnalyticsDb OpenToLoad() => new SqliteDb(loading);

    public override void CopyTo(string path, CancellationToken ct = default)
    {
        using var from = new SqliteConnection(connectionString);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    public override string? ReplaceWith(string file, string keepAs, Action first)
    {
        using var alone = LockForUpgrade();
        return new StoreSwap(FilePath, keepAs, PatienceSeconds).Run(file, first);
    }

    public override string Beside(string appFolder) => FilePath;

    string ServerLockFile => FilePath + ".server.lock";

    public override IDisposable? TryServe(string holder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        return StoreLock.TryTake(ServerLockFile, holder);
    }

    public override string ServedBy => StoreLock.HolderOf(ServerLockFile);

    /// <remarks>Who serves the store serves it alone.</remarks>
    public override IDisposable TryTakeInbox() => Nothing.ToRelease;

    /// <remarks>EF's own transaction would be IMMEDIATE and queue readers behind writers.</remarks>
    private protected override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    private protected override IDbContextTransaction BeginWrite(AnalyticsDb db) => db.Database.BeginTransaction();

    /// <summary>Prepares a file that is a copy and nobody's store: afterwards nothing lies beside it.</summary>
    internal void PrepareCopy()
    {
        Prepare();
        File.Delete(UpgradeLockFile);
    }

    string UpgradeLockFile => FilePath + ".migrate.lock";

    StoreLock LockForUpgrade()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            return StoreLock.WaitFor(UpgradeLockFile, TimeSpan.FromSeconds(PatienceSeconds))
                ?? throw new StoreException($"Another process has been upgrading the store {FilePath} for {PatienceSeconds} seconds; try again later.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    /// <remarks>The file is never opened but by SQLite: closing it elsewhere in the process would drop SQLite's own locks on it.</remarks>
    private protected override StoreException? Explain(DbException e) => (e as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => Busy(e),
        8 or 14 => Unusable(e),
        26 => new StoreException($"The file {FilePath} is not a store (not an SQLite database). It was not changed; name another file.", e),
        _ => null,
    };

    StoreException Unusable(Exception inner) =>
        new($"There can be no store at {FilePath}: {inner.Message} Name a file in a folder that can be written to, with --db or ANALYTICS_DB.", inner);
}
