using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Analytics.Domain.Storage;

/// <summary>The store on SQLite; its migrations are in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AnalyticsDb(options);

sealed class SqliteDbFactory : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options);
}
