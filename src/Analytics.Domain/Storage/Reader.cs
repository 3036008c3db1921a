using System.Data.Common;
using Analytics.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>
/// One consistent look at the store, in one read transaction. The versions are read first, so that a page never
/// straddles a publication.
/// </summary>
/// <remarks>
/// Most looks only ask whether what is remembered is still of the version: they cost a connection and one statement, and the context is made
/// for those that read more.
/// </remarks>
public sealed class Reader : IDisposable
{
    readonly Store store;
    readonly DbConnection connection;
    readonly DbTransaction transaction;
    readonly Scope scope;
    AnalyticsDb? db;

    /// <param name="connection">Open; the reader's own from now on.</param>
    /// <param name="version">An earlier version to look at; null for the published one.</param>
    internal Reader(Store store, DbConnection connection, Func<DbConnection, DbTransaction> begin, Scope scope, long? version = null)
    {
        (this.store, this.connection, this.scope) = (store, connection, scope);
        try
        {
            transaction = begin(connection);
            Current = PublishedState.Of(connection, transaction);
            State = version is { } earlier ? new StoreState { DataVersion = earlier, WorkVersion = Current.WorkVersion, FormulaVersion = Current.FormulaVersion } : Current;
            PublishedAt = PublishedState.At(connection, transaction, State.DataVersion);
        }
        catch
        {
            transaction?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    public AnalyticsDb Db => db ??= Attach();

    /// <summary>The state that is read; of an earlier version, only <see cref="StoreState.DataVersion"/> is.</summary>
    public StoreState State { get; }
    /// <summary>The state of the store at this moment.</summary>
    public StoreState Current { get; }
    /// <summary>When the version being read was published, UTC; null before the first publication.</summary>
    public DateTime? PublishedAt { get; }

    /// <summary>Units, posts, rounds and regimes; read again only if they may have changed since this process read them.</summary>
    public ReferenceData Reference => KeptReference.Of(store, Db);

    AnalyticsDb Attach()
    {
        var attached = store.On(connection);
        attached.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        attached.Database.UseTransaction(transaction);
        (attached.Version, attached.Scope) = (State.DataVersion, scope);
        return attached;
    }

    public void Dispose()
    {
        transaction.Dispose();
        db?.Dispose();
        connection.Dispose();
    }
}
