using System.Data.Common;
using Analytics.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>
/// One consistent look at the store, in one read transaction. The versions are read first, so that a page never
/// straddles a publication.
/// </summary>
public sealed class Reader : IDisposable
{
    readonly DbTransaction transaction;

    internal Reader(AnalyticsDb db, Func<DbConnection, DbTransaction> begin, Scope scope)
    {
        Db = db;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        db.Database.OpenConnection();
        transaction = begin(db.Database.GetDbConnection());
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
