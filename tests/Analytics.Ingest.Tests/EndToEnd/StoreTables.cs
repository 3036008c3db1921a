using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The tables of a store as they are, read past the program under test.</summary>
static class StoreTables
{
    /// <summary>Columns that hold the time of the run or a random key.</summary>
    static readonly string[] OfTheMoment = ["at", "entry_key"];

    /// <summary>All rows of all tables as text, but for times: equal exactly when two stores hold the same.</summary>
    public static string Dump(string path)
    {
        using var connection = Open(path);
        var text = new StringBuilder();
        foreach (var table in Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '@_@_EF%' ESCAPE '@' ORDER BY name"))
            Append(connection, table, "", text);
        return text.ToString();
    }

    /// <summary>What readers see: the published version of results and rosters, and all that is derived from it.</summary>
    public static string DumpPublished(string path)
    {
        using var connection = Open(path);
        var text = new StringBuilder();
        const string published = "WHERE from_version <= (SELECT data_version FROM store_state) AND (to_version IS NULL OR to_version > (SELECT data_version FROM store_state))";
        foreach (var table in new[] { "result", "roster_entry" }) Append(connection, table, published, text, "to_version", "close_reason");
        foreach (var table in new[] { "snapshot", "round_parameters", "threshold_mark", "publication", "store_state" }) Append(connection, table, "", text);
        return text.ToString();
    }

    /// <summary>Rows of a query, cells joined by <c>|</c>, null as nothing.</summary>
    public static List<string> Query(string path, string sql)
    {
        using var connection = Open(path);
        return Query(connection, sql);
    }

    public static void Execute(string path, string sql)
    {
        using var connection = Open(path, SqliteOpenMode.ReadWrite);
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Takes the writer's turn as another program would, until it is disposed.</summary>
    public static SqliteConnection HoldWriteLock(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite);
        using var command = Command(connection, "BEGIN IMMEDIATE");
        command.ExecuteNonQuery();
        return connection;
    }

    static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    static void Append(SqliteConnection connection, string table, string where, StringBuilder text, params string[] without)
    {
        var columns = Query(connection, $"SELECT name FROM pragma_table_info('{table}')").Except(OfTheMoment).Except(without).Select(c => $"\"{c}\"").ToList();
        text.Append("== ").AppendLine(table);
        foreach (var row in Query(connection, $"SELECT {string.Join(", ", columns)} FROM \"{table}\" {where} ORDER BY {string.Join(", ", columns)}")) text.AppendLine(row);
    }

    static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        // Texts of the tests.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
