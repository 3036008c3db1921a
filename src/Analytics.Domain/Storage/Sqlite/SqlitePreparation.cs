using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>Brings a file to the current schema and seeds it.</summary>
static class SqlitePreparation
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
        StoreSeed.Plant(db);
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
