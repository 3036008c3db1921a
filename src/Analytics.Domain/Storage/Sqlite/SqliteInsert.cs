using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>One prepared INSERT, run row by row.</summary>
/// <remarks>
/// Binds straight to SQLite's statement. Through a command with parameters, binding cost as much as all the rest:
/// see <c>benchmarks/results</c>. A value that the column had in the row before is still bound and not bound again; most
/// columns of a file repeat or are empty.
/// </remarks>
sealed class SqliteInsert : BulkInsert
{
    enum Bound { Nothing, Null, Number, Date, EmptyText, Other }

    readonly sqlite3 connection;
    readonly sqlite3_stmt statement;
    readonly nint handle;
    readonly Bound[] bound;
    readonly long[] numbers;
    byte[] text = new byte[256];
    int column;

    public SqliteInsert(AnalyticsDb db, string table, IReadOnlyList<string> columns)
    {
        connection = ((SqliteConnection)db.Database.GetDbConnection()).Handle
            ?? throw new InvalidOperationException("Rows are inserted inside a transaction; there is none.");
        // Table and column names are literals of this program, never input.
        var sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(connection, sql, out statement));
        handle = statement.DangerousGetHandle();
        (bound, numbers) = (new Bound[columns.Count], new long[columns.Count]);
    }

    public override void Add(int value) => Add((long)value);

    public override void Add(bool value) => Add(value ? 1L : 0L);

    public override void Add(long value)
    {
        if (bound[column] != Bound.Number || numbers[column] != value)
        {
            Check(SqliteCalls.BindNumber(handle, column + 1, value));
            (bound[column], numbers[column]) = (Bound.Number, value);
        }
        column++;
    }

    public override void Add(double? value)
    {
        if (value is not { } number)
        {
            AddNull();
            return;
        }
        Check(SqliteCalls.BindFraction(handle, column + 1, number));
        bound[column++] = Bound.Other;
    }

    public override void Add(string? value)
    {
        if (value is null)
        {
            AddNull();
            return;
        }
        if (value.Length == 0)
        {
            if (bound[column] != Bound.EmptyText) BindText(0);
            bound[column++] = Bound.EmptyText;
            return;
        }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > text.Length) text = new byte[most];
        BindText(Encoding.UTF8.GetBytes(value, text));
        bound[column++] = Bound.Other;
    }

    public override void Add(DateOnly? value)
    {
        if (value is not { } date)
        {
            AddNull();
            return;
        }
        if (bound[column] != Bound.Date || numbers[column] != date.DayNumber)
        {
            date.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            BindText(length);
            (bound[column], numbers[column]) = (Bound.Date, date.DayNumber);
        }
        column++;
    }

    /// <remarks>As EF writes them.</remarks>
    public override void Add(DateTime value) => Add(value.ToString("yyyy'-'MM'-'dd HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture));

    public override void Add(DateTimeOffset value) => Add(value.ToString("yyyy'-'MM'-'dd HH':'mm':'ss.FFFFFFFzzz", CultureInfo.InvariantCulture));

    void BindText(int bytes) => Check(SqliteCalls.BindText(handle, column + 1, text[0], bytes, SqliteCalls.Transient));

    private protected override void AddNull()
    {
        if (bound[column] != Bound.Null)
        {
            Check(SqliteCalls.BindNull(handle, column + 1));
            bound[column] = Bound.Null;
        }
        column++;
    }

    public override void End()
    {
        if (column != bound.Length) throw WrongWidth(column, bound.Length);
        column = 0;
        var outcome = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (outcome != raw.SQLITE_DONE) Check(outcome);
    }

    void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(outcome, connection);
    }

    public override void Complete() { }

    public override void Dispose() => statement.Dispose();
}
