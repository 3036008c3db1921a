using Analytics.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>Brings a store to the current schema and seeds what every store holds: the regimes.</summary>
static class StorePreparation
{
    public static void Run(AnalyticsDb db)
    {
        db.Database.OpenConnection();
        if (!IsCurrent(db))
        {
            // A process killed while migrating leaves a row here, and Migrate() would wait for it for ever. The caller
            // holds the store's own lock, so nobody else is migrating.
            if (Scalar(db, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") > 0)
                Execute(db, "DELETE FROM \"__EFMigrationsLock\"");
            Execute(db, "PRAGMA journal_mode=WAL");
            db.Database.Migrate();
        }
        Seed(db);
    }

    static bool IsCurrent(AnalyticsDb db) =>
        Scalar(db, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") > 0 && !db.Database.GetPendingMigrations().Any();

    static void Seed(AnalyticsDb db)
    {
        if (db.State.Any()) return;
        using var transaction = db.Database.BeginTransaction();
        if (db.State.Any()) return;
        db.State.Add(new StoreState());
        db.Regimes.AddRange(RegimeFile.Shipped().Select((r, i) => new RegimeRow { Id = r.Id, Sort = i, Json = r.Json }));
        db.SaveChanges();
        transaction.Commit();
    }

    static long Scalar(AnalyticsDb db, string sql)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    static void Execute(AnalyticsDb db, string sql)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
