using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>One prepared INSERT, run row by row.</summary>
/// <remarks>
/// Binds straight to SQLite's statement. Through a command with parameters, binding cost as much as all the rest:
/// see <c>benchmarks/results</c>.
/// </remarks>
sealed class SqliteInsert : BulkInsert
{
    readonly sqlite3 connection;
    readonly sqlite3_stmt statement;
    byte[] text = new byte[256];

    public SqliteInsert(AnalyticsDb db, string table, IReadOnlyList<string> columns)
    {
        connection = ((SqliteConnection)db.Database.GetDbConnection()).Handle
            ?? throw new InvalidOperationException("Rows are inserted inside a transaction; there is none.");
        // Table and column names are literals of this program, never input.
        var sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, sql, out statement), connection);
    }

    public override void Row(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), connection);
        var outcome = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, connection);
    }

    int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        int number => raw.sqlite3_bind_int(statement, index, number),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        double number => raw.sqlite3_bind_double(statement, index, number),
        string words => BindText(index, words),
        DateOnly date => BindText(index, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw Unknown(index, value),
    };

    int BindText(int index, string words)
    {
        if (words.Length == 0) return raw.sqlite3_bind_text(statement, index, ""); // an empty span would be NULL
        var most = Encoding.UTF8.GetMaxByteCount(words.Length);
        if (most > text.Length) text = new byte[most];
        return raw.sqlite3_bind_text(statement, index, text.AsSpan(0, Encoding.UTF8.GetBytes(words, text)));
    }

    public override void Complete() { }

    public override void Dispose() => statement.Dispose();
}
