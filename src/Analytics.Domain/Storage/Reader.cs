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

    readonly Store store;

    /// <param name="version">An earlier version to look at; null for the published one.</param>
    internal Reader(Store store, AnalyticsDb db, Func<DbConnection, DbTransaction> begin, Scope scope, long? version = null)
    {
        this.store = store;
        Db = db;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        db.Database.OpenConnection();
        transaction = begin(db.Database.GetDbConnection());
        db.Database.UseTransaction(transaction);
        Current = db.State.AsNoTracking().Single();
        State = version is { } earlier ? new StoreState { DataVersion = earlier, WorkVersion = Current.WorkVersion, FormulaVersion = Current.FormulaVersion } : Current;
        PublishedAt = db.Publications.AsNoTracking().Where(p => p.Version == State.DataVersion).Select(p => (DateTime?)p.At).FirstOrDefault();
        db.Version = State.DataVersion;
        db.Scope = scope;
    }

    public AnalyticsDb Db { get; }
    /// <summary>The state that is read; of an earlier version, only <see cref="StoreState.DataVersion"/> is.</summary>
    public StoreState State { get; }
    /// <summary>The state of the store at this moment.</summary>
    public StoreState Current { get; }
    /// <summary>When the version being read was published, UTC; null before the first publication.</summary>
    public DateTime? PublishedAt { get; }

    /// <summary>Units, posts, rounds and regimes; read again only if they may have changed since this process read them.</summary>
    public ReferenceData Reference => KeptReference.Of(store, Db);

    public void Dispose()
    {
        transaction.Dispose();
        Db.Dispose();
    }
}
