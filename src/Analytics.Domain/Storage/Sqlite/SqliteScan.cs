using System.Collections;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>Rows straight from SQLite's statement.</summary>
sealed class SqliteScan : RowScan
{
    readonly SqliteConnection connection;
    readonly sqlite3_stmt statement;
    readonly nint handle;

    /// <param name="parameters">Whole numbers, truths and texts.</param>
    public SqliteScan(SqliteDb db, string sql, DbParameterCollection? parameters = null)
    {
        db.Database.OpenConnection();
        connection = (SqliteConnection)db.Database.GetDbConnection();
        var outcome = raw.sqlite3_prepare_v2(connection.Handle, sql, out statement);
        SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        handle = statement.DangerousGetHandle();
        foreach (DbParameter parameter in parameters ?? (IEnumerable)Array.Empty<DbParameter>())
            Bind(raw.sqlite3_bind_parameter_index(statement, parameter.ParameterName), parameter.Value);
    }

    void Bind(int index, object? value)
    {
        var outcome = value switch
        {
            string text => raw.sqlite3_bind_text(statement, index, text),
            long or int or bool => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException($"A {value?.GetType().Name ?? "NULL"} is not bound here."),
        };
        SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
    }

    public override bool Next()
    {
        var outcome = raw.sqlite3_step(statement);
        if (outcome == raw.SQLITE_ROW) return true;
        if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        return false;
    }

    public override int Number(int column) => (int)SqliteCalls.ColumnNumber(handle, column);

    /// <remarks>NULL reads as 0: only then is it worth asking which of the two it is.</remarks>
    public override long? LongOrNull(int column) =>
        SqliteCalls.ColumnNumber(handle, column) is not 0 and var number ? number : IsNull(column) ? null : 0;

    public override int? NumberOrNull(int column) => (int?)LongOrNull(column);

    public override bool Truth(int column) => SqliteCalls.ColumnNumber(handle, column) != 0;

    public override string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public override double? FractionOrNull(int column) => IsNull(column) ? null : SqliteCalls.ColumnFraction(handle, column);

    bool IsNull(int column) => SqliteCalls.ColumnType(handle, column) == raw.SQLITE_NULL;

    public override void Dispose() => statement.Dispose();
}
