using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>Brings a file to the current schema and seeds it.</summary>
static class SqlitePreparation
{
    /// <summary>The migrations of this program, as EF finds them.</summary>
    static readonly Lazy<IReadOnlySet<string>> Known = new(() => typeof(SqliteDb).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteDb)).Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()
        .ToHashSet(StringComparer.Ordinal));

    public static void Run(AnalyticsDb db, string path)
    {
        db.Database.OpenConnection();
        var connection = db.Database.GetDbConnection();
        RefuseOther(connection, path);
        if (!IsCurrent(connection))
        {
            // A process killed while migrating leaves a row here, and Migrate() would wait for it for ever. The caller
            // holds the store's own lock, so nobody else is migrating.
            if (Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") > 0)
                Execute(connection, "DELETE FROM \"__EFMigrationsLock\"");
            Execute(connection, "PRAGMA journal_mode=WAL");
            db.Database.Migrate();
        }
        StoreSeed.Plant(db);
    }

    /// <summary>Whether nothing is left to do for <see cref="Run"/>.</summary>
    /// <remarks>By plain statements: the model that a context needs is a third of the time of a start, and is made beside the rest of it.</remarks>
    public static bool IsReady(DbConnection connection, string path)
    {
        RefuseOther(connection, path);
        return IsCurrent(connection) && Scalar(connection, StoreSeed.CountSql) == StoreSeed.Count;
    }

    static void RefuseOther(DbConnection connection, string path)
    {
        if (Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE name LIKE '@_@_EFMigrations%' ESCAPE '@'") == 0)
        {
            if (Scalar(connection, "SELECT count(*) FROM sqlite_master") > 0)
                throw new StoreException($"The file {path} is an SQLite database of another program. It was not changed; name another file.");
            return;
        }
        if (Applied(connection).Except(Known.Value, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new StoreException($"The store {path} was made by a newer version of this program or by another one (it has \"{unknown}\"). It was not changed; use that version.");
    }

    static bool IsCurrent(DbConnection connection) => Known.Value.IsSubsetOf(Applied(connection));

    static List<string> Applied(DbConnection connection)
    {
        if (Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") == 0) return [];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1";
        using var rows = command.ExecuteReader();
        var applied = new List<string>();
        while (rows.Read()) applied.Add(rows.GetString(0));
        return applied;
    }

    static long Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // Literals of this class.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
