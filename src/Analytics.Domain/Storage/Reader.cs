using Analytics.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>
/// One consistent look at the store. The transaction is deferred (EF's own would be IMMEDIATE on SQLite and queue
/// readers behind writers) and the versions are read first, so that a page never straddles a publication.
/// </summary>
public sealed class Reader : IDisposable
{
    readonly SqliteTransaction transaction;

    internal Reader(AnalyticsDb db, Scope scope)
    {
        Db = db;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        db.Database.OpenConnection();
        transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        db.Database.UseTransaction(transaction);
        State = db.State.AsNoTracking().Single();
        PublishedAt = db.Publications.AsNoTracking().Where(p => p.Version == State.DataVersion).Select(p => (DateTime?)p.At).FirstOrDefault();
        db.Version = State.DataVersion;
        db.Scope = scope;
    }

    public AnalyticsDb Db { get; }
    public StoreState State { get; }
    /// <summary>When the version being read was published, UTC; null before the first publication.</summary>
    public DateTime? PublishedAt { get; }

    public void Dispose()
    {
        transaction.Dispose();
        Db.Dispose();
    }
}
