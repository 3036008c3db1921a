using System.Collections.Concurrent;
using System.Data.Common;
using Analytics.Domain.Access;
using Analytics.Domain.Storage.Postgres;
using Analytics.Domain.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Domain.Storage;

/// <summary>A store cannot be used as asked; the message is for the user and says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// One store: opens contexts, readers and writers on it. In-process writers queue first come first served; writers of
/// other processes are waited for up to 30 seconds (<c>ANALYTICS_BUSY_SECONDS</c>).
/// </summary>
public abstract class Store
{
    static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <param name="name">What messages call the store.</param>
    private protected Store(string name) => Name = name;

    /// <summary>What messages call the store: the path of the file, or server and database; never a password.</summary>
    public string Name { get; }

    /// <summary>How long a writer of another process is waited for.</summary>
    private protected int PatienceSeconds { get; } = BusyPatience.Seconds();

    /// <summary>The store a setting names: a file path, a PostgreSQL connection string (<c>Host=…</c>), or nothing for <c>analytics.db</c> in <paramref name="appFolder"/>.</summary>
    /// <exception cref="StoreException">The setting cannot be understood.</exception>
    public static Store At(string? setting, string appFolder)
    {
        if (string.IsNullOrWhiteSpace(setting)) return new SqliteStore(Path.Combine(appFolder, "analytics.db"));
        return setting.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? PostgresStore.At(setting) : new SqliteStore(Path.GetFullPath(setting));
    }

    /// <summary>Whether there is something at the place, be it a store or not.</summary>
    /// <exception cref="StoreException">There can be no store.</exception>
    public abstract bool Exists { get; }

    /// <summary>Creates the store if it is absent, applies migrations, seeds the regimes. Safe beside other processes.</summary>
    /// <exception cref="StoreException">No store can be there, what is there is none, or another process keeps it.</exception>
    public abstract void Prepare();

    /// <summary>Whether there is a store that this program may use as it is. Changes nothing.</summary>
    public abstract bool IsCurrent();

    /// <summary>Makes what the first context of a process makes and all later ones use: some tenths of a second that may pass beside others.</summary>
    public void MakeModel()
    {
        using var db = Open();
        _ = db.Model;
    }

    /// <summary>A context on the pending state that sees everything, for commands and jobs.</summary>
    public abstract AnalyticsDb Open();

    /// <summary>A context inside one read transaction, fixed to the version published at this moment.</summary>
    public Reader Read(Scope? scope = null) => new(this, Connect(), BeginRead, scope ?? Scope.Everything);

    /// <summary>
    /// The same fixed to an earlier version. Results and rosters are those of it; what is derived from them is of now, until
    /// <see cref="Trends.AsKnown"/> puts that right.
    /// </summary>
    internal Reader ReadVersion(long version, Scope scope) => new(this, Connect(alone: true), BeginRead, scope, version);

    /// <summary>An open connection for a reader.</summary>
    /// <param name="alone">Nobody uses it afterwards.</param>
    private protected abstract DbConnection Connect(bool alone = false);

    /// <summary>A context on an open connection of somebody else's.</summary>
    internal AnalyticsDb On(DbConnection connection)
    {
        var db = Open();
        db.Database.SetDbConnection(connection);
        return db;
    }

    /// <summary>Copies what is committed into a new file store, while others read and write.</summary>
    public abstract void CopyTo(string path, CancellationToken ct = default);

    /// <summary>Puts the file store <paramref name="file"/> into the place of this one, at once, and keeps this one as the file <paramref name="keepAs"/>.</summary>
    /// <param name="first">Done while nobody else uses the store, just before the new one is there.</param>
    /// <returns>Where it is kept; null when there was none.</returns>
    /// <exception cref="StoreException">Others use the store; nothing changed.</exception>
    public abstract string? ReplaceWith(string file, string keepAs, Action first);

    /// <summary>What the paths of kept and of half-made copies of the store begin with.</summary>
    /// <param name="appFolder">The folder of the installation.</param>
    public abstract string Beside(string appFolder);

    /// <summary>A context for loading very many rows whose references the program itself has resolved.</summary>
    private protected virtual AnalyticsDb OpenToLoad() => Open();

    /// <summary>Waits for the writer's turn and begins a write transaction.</summary>
    /// <exception cref="StoreException">Another process has been writing all the time.</exception>
    public Writer Write(CancellationToken ct = default) => Write(Open, ct);

    /// <summary>
    /// The same for very many rows whose references come from this transaction: a file store then does not look each of them
    /// up again, which costs more than all the rest of inserting a row; <c>verify</c> does it.
    /// </summary>
    /// <exception cref="StoreException">Another process has been writing all the time.</exception>
    public Writer WriteMany(CancellationToken ct = default) => Write(OpenToLoad, ct);

    Writer Write(Func<AnalyticsDb> open, CancellationToken ct)
    {
        var turn = Turns.GetOrAdd(Name, _ => new SemaphoreSlim(1, 1));
        turn.Wait(ct);
        try
        {
            return new Writer(this, open(), BeginWrite, turn);
        }
        catch (Exception e) when (Cause(e) is { } cause && Explain(cause) is { } told)
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

    /// <summary>
    /// Takes the lock of the one process that schedules and watches the inbox, where a store has only one; null when
    /// another process holds it.
    /// </summary>
    /// <param name="holder">Who asks, for those who come second.</param>
    /// <exception cref="IOException">The lock cannot be made there.</exception>
    public abstract IDisposable? TryServe(string holder);

    /// <summary>Who serves the store, as they said themselves; empty when unknown.</summary>
    public abstract string ServedBy { get; }

    /// <summary>
    /// The turn of one of several processes that watch one inbox; null while another one has it. It ends with the process.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public abstract IDisposable? TryTakeInbox();

    /// <summary>Begins a transaction that sees one state of the store and keeps nobody waiting.</summary>
    private protected abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>Begins a transaction that no other writer runs beside.</summary>
    private protected abstract IDbContextTransaction BeginWrite(AnalyticsDb db);

    /// <summary>What to tell the user of an error of the database; null for a mistake of this program.</summary>
    private protected abstract StoreException? Explain(DbException e);

    /// <summary>What the database said; EF wraps it where trying again may help.</summary>
    private protected static DbException? Cause(Exception? e) => e is null ? null : e as DbException ?? Cause(e.InnerException);

    private protected StoreException Busy(Exception inner) =>
        new($"The store {Name} is busy: another process has been writing for {PatienceSeconds} seconds. Try again later.", inner);
}
