using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Domain.Storage;

/// <summary>The writer's turn: one transaction beside which no other writer runs. Without <see cref="Commit"/> nothing is kept.</summary>
public sealed class Writer : IDisposable
{
    readonly Store store;
    readonly SemaphoreSlim turn;
    readonly IDbContextTransaction transaction;

    internal Writer(Store store, AnalyticsDb db, Func<AnalyticsDb, IDbContextTransaction> begin, SemaphoreSlim turn)
    {
        this.store = store;
        this.turn = turn;
        Db = db;
        try
        {
            transaction = begin(db);
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    public AnalyticsDb Db { get; }

    /// <summary>The state row, tracked; change it to publish.</summary>
    public StoreState State => Db.State.Single();

    /// <summary>Units, posts, rounds and regimes; asked for before any of them is changed.</summary>
    public ReferenceData Reference => KeptReference.Of(store, Db);

    /// <summary>Everything that a page shows and that is not a result or roster raises this.</summary>
    public void RaiseWorkVersion() => State.WorkVersion++;

    public void Commit()
    {
        Db.SaveChanges();
        transaction.Commit();
    }

    public void Dispose()
    {
        transaction.Dispose();
        Db.Dispose();
        turn.Release();
    }
}
