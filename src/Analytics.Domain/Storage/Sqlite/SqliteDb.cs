using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>The store on SQLite; its migrations are in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AnalyticsDb(options)
{
    public override BulkInsert Bulk(string table, IReadOnlyList<string> columns) => new SqliteInsert(this, table, columns);

    internal override void Shadow(params IEnumerable<string> tables)
    {
        foreach (var table in tables) Execute($"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table} WHERE 0");
    }

    public override RowScan Scan(string sql) => new SqliteScan(this, sql);

    public override void ForEach(IReadOnlyList<string> columns, string rest, Action<RowScan> row) => SqliteWalk.Run(this, columns, rest, row);

    public override RowScan Scan(IQueryable query)
    {
        using var command = query.CreateDbCommand();
        return new SqliteScan(this, command.CommandText, command.Parameters);
    }

    public override Action SetAside(IReadOnlyList<string> indexes) => new IndexesAside(this, indexes).MakeAgain;

    public override IEnumerable<(string Check, IReadOnlyList<string> Wrong)> VerifyDatabase()
    {
        yield return ("database file", Texts("PRAGMA integrity_check").Where(t => t != "ok").ToList());
        yield return ("references between tables", Texts("PRAGMA foreign_key_check"));
    }
}

sealed class SqliteDbFactory : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options);
}
