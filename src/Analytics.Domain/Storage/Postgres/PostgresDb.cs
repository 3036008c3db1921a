using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Analytics.Domain.Storage.Postgres;

/// <summary>The store on PostgreSQL; its migrations are in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AnalyticsDb(options)
{
    public override BulkInsert Bulk(string table, IReadOnlyList<string> columns) => new PostgresCopy(this, table, columns);

    internal override void Shadow(params IEnumerable<string> tables)
    {
        foreach (var table in tables) Execute($"CREATE TEMP TABLE {table} (LIKE {table}) ON COMMIT DROP");
    }

    internal override void NumberOnFrom(string table, string column) => Execute(
        $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), COALESCE(max(\"{column}\"), 1), max(\"{column}\") IS NOT NULL) FROM \"{table}\"");

    /// <remarks>The server keeps references itself, unless somebody switched that off; its files are its administrator's.</remarks>
    public override IEnumerable<(string Check, IReadOnlyList<string> Wrong)> VerifyDatabase()
    {
        yield return ("references between tables", Texts(
            "SELECT conname::text FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::regnamespace "
            + "UNION ALL SELECT tgname::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            + "WHERE tgenabled = 'D' AND relnamespace = current_schema()::regnamespace"));
    }

    /// <summary>Codes and sort keys are ordered by their bytes, as on SQLite, whatever the language of the server.</summary>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string)))
            property.SetCollation("C");
    }
}

sealed class PostgresDbFactory : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost;Database=design").Options);
}
