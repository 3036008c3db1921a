using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>Indexes that are dropped and made again within one transaction.</summary>
/// <remarks>
/// To sort a million keys once costs a fraction of putting each into its place in a tree that no longer fits the cache. Others
/// read on as before: what happens to the schema is part of the transaction, like all else.
/// </remarks>
sealed class IndexesAside
{
    readonly SqliteDb db;
    readonly List<string> statements;

    public IndexesAside(SqliteDb db, IReadOnlyList<string> indexes)
    {
        this.db = db;
        statements = [.. indexes.Select(DefinitionOf)];
        foreach (var index in indexes) Execute($"DROP INDEX \"{index}\"");
    }

    public void MakeAgain() => statements.ForEach(Execute);

    string DefinitionOf(string index)
    {
        using var command = Command("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = $name");
        command.Parameters.AddWithValue("$name", index);
        return command.ExecuteScalar() as string ?? throw new InvalidOperationException($"There is no index {index}.");
    }

    void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <param name="sql">From this program or the store's own schema.</param>
    SqliteCommand Command(string sql)
    {
        var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
