using Analytics.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>Brings a store to the current schema and seeds what every store holds: the regimes.</summary>
static class StorePreparation
{
    public static void Run(AnalyticsDb db, string path)
    {
        db.Database.OpenConnection();
        RefuseOther(db, path);
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

    /// <summary>Whether nothing is left to do for <see cref="Run"/>.</summary>
    public static bool IsReady(AnalyticsDb db, string path)
    {
        db.Database.OpenConnection();
        RefuseOther(db, path);
        return IsCurrent(db) && db.State.Any();
    }

    static void RefuseOther(AnalyticsDb db, string path)
    {
        if (Scalar(db, "SELECT count(*) FROM sqlite_master WHERE name LIKE '@_@_EFMigrations%' ESCAPE '@'") == 0)
        {
            if (Scalar(db, "SELECT count(*) FROM sqlite_master") > 0)
                throw new StoreException($"The file {path} is an SQLite database of another program. It was not changed; name another file.");
            return;
        }
        if (Scalar(db, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") > 0
            && db.Database.GetAppliedMigrations().Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new StoreException($"The store {path} was made by a newer version of this program or by another one (it has \"{unknown}\"). It was not changed; use that version.");
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
