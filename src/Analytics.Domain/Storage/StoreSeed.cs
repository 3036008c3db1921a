using Analytics.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>What every store holds from the first: its state and the regimes.</summary>
static class StoreSeed
{
    public static void Plant(AnalyticsDb db)
    {
        if (db.State.Any()) return;
        using var transaction = db.Database.BeginTransaction();
        if (db.State.Any()) return;
        db.State.Add(new StoreState());
        db.Regimes.AddRange(RegimeFile.Shipped().Select((r, i) => new RegimeRow { Id = r.Id, Sort = i, Json = r.Json }));
        db.SaveChanges();
        transaction.Commit();
    }
}
