using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Analytics.Domain.Storage.Postgres;

/// <summary>
/// The store in a database of a PostgreSQL server. Writers of all processes take turns by an advisory lock, which the
/// server frees with the transaction that held it; several processes may serve.
/// </summary>
public sealed partial class PostgresStore : Store
{
    /// <summary>Keys of the advisory locks, unlikely to be another program's in the same database.</summary>
    const long WriterKey = 0x56_46_46_01, UpgradeKey = 0x56_46_46_02, InboxKey = 0x56_46_46_03;

    readonly string connectionString;
    readonly DbContextOptions<PostgresDb> options;

    PostgresStore(NpgsqlConnectionStringBuilder setting) : base(NameOf(setting))
    {
        setting.ApplicationName ??= "Analytics";
        connectionString = setting.ToString();
        options = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connectionString, o => o.CommandTimeout(0)).Options;
    }

    /// <exception cref="StoreException">The setting is no connection string, or names no database.</exception>
    internal static PostgresStore At(string setting)
    {
        NpgsqlConnectionStringBuilder read;
        try
        {
            read = new NpgsqlConnectionStringBuilder(setting);
        }
        catch (ArgumentException e)
        {
            throw new StoreException($"ANALYTICS_DB cannot be read as a PostgreSQL connection string: {e.Message} Expected, for instance, Host=db.example.org;Database=analytics;Username=analytics.", e);
        }
        if (string.IsNullOrWhiteSpace(read.Database))
            throw new StoreException("ANALYTICS_DB names a PostgreSQL server but no database; add, for instance, Database=analytics.");
        return new PostgresStore(read);
    }

    static string NameOf(NpgsqlConnectionStringBuilder setting) =>
        string.Create(CultureInfo.InvariantCulture, $"{setting.Database} on {setting.Host}:{setting.Port}");

    /// <exception cref="StoreException">The server cannot be reached or refuses.</exception>
    public override bool Exists => Asked(db => Table(db, "%") > 0, ofNone: false);

    public override bool IsCurrent() => Asked(db =>
    {
        RefuseOther(db);
        return Table(db, HistoryTable) > 0 && !db.Database.GetPendingMigrations().Any() && StoreSeed.IsPlanted(db);
    }, ofNone: false);

    public override void Prepare()
    {
        if (IsCurrent()) return;
        CreateDatabase();
        _ = Asked(db =>
        {
            Execute(db, string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = '{PatienceSeconds}s'; SELECT pg_advisory_lock({UpgradeKey})"));
            try
            {
                RefuseOther(db);
                db.Database.Migrate();
                StoreSeed.Plant(db);
            }
            finally
            {
                Execute(db, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_unlock({UpgradeKey}); RESET lock_timeout"));
            }
            return true;
        }, ofNone: false);
    }

    public override AnalyticsDb Open() => new PostgresDb(options);

    private protected override DbConnection Connect(bool alone = false)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <remarks>Several processes may serve: there is nothing to hold.</remarks>
    public override IDisposable TryServe(string holder) => Nothing.ToRelease;

    public override string ServedBy => "";

    private protected override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    private protected override IDbContextTransaction BeginWrite(AnalyticsDb db)
    {
        // Read committed: each statement after the lock sees what the writer before has committed.
        var transaction = db.Database.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            Execute(db, string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = '{PatienceSeconds}s'; SELECT pg_advisory_xact_lock({WriterKey})"));
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    private protected override StoreException? Explain(DbException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => Busy(e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege } p =>
            new StoreException($"The server refuses the store {Name}: {p.MessageText}. Check user and password of ANALYTICS_DB.", e),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or IOException } n =>
            new StoreException($"The store {Name} cannot be reached: {n.Message}. Is the server running, and is ANALYTICS_DB right?", e),
        _ => null,
    };

    /// <summary>Asks an open context of the database; <paramref name="ofNone"/> where there is no such database.</summary>
    T Asked<T>(Func<AnalyticsDb, T> question, T ofNone)
    {
        using var db = Open();
        try
        {
            db.Database.OpenConnection();
            return question(db);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return ofNone;
        }
        catch (Exception e) when (Cause(e) is { } cause && Explain(cause) is { } told)
        {
            throw told;
        }
    }

    /// <summary>Makes the database where the server lets us; a server whose administrator made it is asked nothing.</summary>
    void CreateDatabase()
    {
        if (Asked(_ => true, ofNone: false)) return;
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        var maintenance = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ToString();
        try
        {
            using var connection = new NpgsqlConnection(maintenance);
            connection.Open();
            using var command = connection.CreateCommand();
            // An identifier cannot be a parameter: quoted.
#pragma warning disable CA2100
            command.CommandText = $"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" ENCODING 'UTF8' TEMPLATE template0";
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it at the same moment.
        }
        catch (PostgresException e)
        {
            throw new StoreException($"There is no store {Name}, and it cannot be made: {e.MessageText}. Ask the administrator of the server for the database.", e);
        }
    }

    const string HistoryTable = "@_@_EFMigrationsHistory";

    void RefuseOther(AnalyticsDb db)
    {
        if (Table(db, HistoryTable) == 0)
        {
            if (Table(db, "%") > 0) throw new StoreException($"The database {Name} is of another program. It was not changed; name another one.");
            return;
        }
        if (db.Database.GetAppliedMigrations().Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new StoreException($"The store {Name} was made by a newer version of this program or by another one (it has \"{unknown}\"). It was not changed; use that version.");
    }

    /// <summary>How many tables of a name there are; <c>@</c> escapes.</summary>
    static long Table(AnalyticsDb db, string name)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name LIKE $1 ESCAPE '@'";
        var parameter = command.CreateParameter();
        parameter.Value = name;
        command.Parameters.Add(parameter);
        return (long)command.ExecuteScalar()!;
    }

    static void Execute(AnalyticsDb db, string sql)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        // Literals and numbers of this class.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public override IDisposable? TryTakeInbox() => Asked(_ =>
    {
        // Not from the pool: the lock is the connection's, and is gone with it whatever happens.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_try_advisory_lock($1)";
            command.Parameters.Add(new NpgsqlParameter { Value = InboxKey });
            if (command.ExecuteScalar() is true) return connection;
            connection.Dispose();
            return null;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }, ofNone: null);
}
