using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The tables of a store as they are, read past the program under test.</summary>
static class StoreTables
{
    /// <summary>Columns that hold the time of the run or a random key.</summary>
    static readonly string[] OfTheMoment = ["at", "entry_key"];

    /// <summary>All rows of all tables as text, but for times: equal exactly when two stores hold the same.</summary>
    public static string Dump(string path)
    {
        using var connection = TestStores.Connect(path);
        var text = new StringBuilder();
        foreach (var table in Query(connection, TestStores.OnServer
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '@_@_EF%' ESCAPE '@' ORDER BY table_name"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '@_@_EF%' ESCAPE '@' ORDER BY name"))
            Append(connection, table, "", text);
        return text.ToString();
    }

    /// <summary>What readers see: the published version of results and rosters, and all that is derived from it.</summary>
    public static string DumpPublished(string path)
    {
        using var connection = TestStores.Connect(path);
        var text = new StringBuilder();
        const string published = "WHERE from_version <= (SELECT data_version FROM store_state) AND (to_version IS NULL OR to_version > (SELECT data_version FROM store_state))";
        // A transaction that is rolled back on a server leaves a gap in the numbers of imports.
        string[] left = TestStores.OnServer ? ["to_version", "close_reason", "import_id"] : ["to_version", "close_reason"];
        foreach (var table in new[] { "result", "roster_entry" }) Append(connection, table, published, text, left);
        foreach (var table in new[] { "snapshot", "round_parameters", "threshold_mark", "unit_quality", "publication", "store_state" }) Append(connection, table, "", text);
        return text.ToString();
    }

    /// <summary>Rows of a query, cells joined by <c>|</c>, null as nothing.</summary>
    public static List<string> Query(string path, string sql)
    {
        using var connection = TestStores.Connect(path);
        return Query(connection, sql);
    }

    public static void Execute(string path, string sql)
    {
        using var connection = TestStores.Connect(path, write: true);
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Takes the writer's turn as another program would, until it is disposed.</summary>
    public static DbConnection HoldWriteLock(string path)
    {
        var connection = TestStores.Connect(path, write: true);
        // The key is the program's own: writers of all processes meet on it.
        using var command = Command(connection, TestStores.OnServer ? "BEGIN; SELECT pg_advisory_xact_lock(1447446017)" : "BEGIN IMMEDIATE");
        command.ExecuteNonQuery();
        return connection;
    }

    static void Append(DbConnection connection, string table, string where, StringBuilder text, params string[] without)
    {
        var columns = Query(connection, TestStores.OnServer
            ? $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position"
            : $"SELECT name FROM pragma_table_info('{table}')").Except(OfTheMoment).Except(without).Select(c => $"\"{c}\"").ToList();
        text.Append("== ").AppendLine(table);
        foreach (var row in Query(connection, $"SELECT {string.Join(", ", columns)} FROM \"{table}\" {where} ORDER BY {string.Join(", ", columns)}")) text.AppendLine(row);
    }

    static List<string> Query(DbConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    /// <summary>As SQLite gives it: truth as 1 and 0, dates as yyyy-MM-dd.</summary>
    static string Text(object value) => value switch
    {
        bool truth => truth ? "1" : "0",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        // Texts of the tests.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
