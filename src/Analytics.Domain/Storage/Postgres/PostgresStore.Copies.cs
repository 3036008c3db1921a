using Analytics.Domain.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Analytics.Domain.Storage.Postgres;

/// <summary>Copies of the store are files: what a backup holds, and what a restore puts back.</summary>
public sealed partial class PostgresStore
{
    public override void CopyTo(string path, CancellationToken ct = default)
    {
        var copy = new SqliteStore(path);
        copy.PrepareCopy();
        using (var now = Read())
        using (var writer = copy.WriteMany(ct))
        {
            StoreCopy.Run(now.Db, writer.Db, ct);
            writer.Commit();
        }
        // Closed, it leaves no log.
        SqliteConnection.ClearAllPools();
    }

    public override string? ReplaceWith(string file, string keepAs, Action first)
    {
        // Backups of earlier versions are brought up to this one before their rows come in.
        var replacement = new SqliteStore(file);
        replacement.PrepareCopy();
        var kept = Exists;
        Prepare();
        using (var writer = Write())
        {
            RefuseOthers(writer.Db);
            if (kept) CopyTo(keepAs);
            first();
            using var rows = replacement.Read();
            StoreCopy.Run(rows.Db, writer.Db);
            writer.Db.ChangeTracker.Clear();
            writer.Commit();
        }
        SqliteConnection.ClearAllPools();
        return kept ? keepAs : null;
    }

    /// <summary>Whoever has the database open may hold what is no longer true, or write between the old and the new.</summary>
    void RefuseOthers(AnalyticsDb db)
    {
        NpgsqlConnection.ClearAllPools();
        for (var until = DateTime.UtcNow.AddSeconds(PatienceSeconds); Others(db) > 0; Thread.Sleep(200))
            if (DateTime.UtcNow > until)
                throw new StoreException($"The store {Name} is in use: other programs have had it open for {PatienceSeconds} seconds. Stop them and repeat. Nothing was changed.");
    }

    static long Others(AnalyticsDb db)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
        return (long)command.ExecuteScalar()!;
    }

    public override string Beside(string appFolder) => Path.Combine(appFolder, "store.db");
}
