using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>Rows of a query, handed over by SQLite from inside one step of an aggregate function that takes the columns.</summary>
/// <remarks>
/// A value asked of a statement makes SQLite lock its connection, look the column up, check for want of memory and unlock; an
/// argument of a function is just there. Over a million rows of eighteen columns that is half of all reading.
/// </remarks>
sealed class SqliteWalk : RowScan
{
    const int DirectOnlyUtf8 = raw.SQLITE_UTF8 | 0x000080000;

    delegate void Step(nint context, int count, nint values);
    delegate void Final(nint context);

    // SQLite keeps these pointers as long as a connection lives.
    static readonly Step OnStep = (context, _, values) => running!.Take(context, values);
    static readonly Final OnFinal = _ => { };
    static readonly nint StepPointer = Marshal.GetFunctionPointerForDelegate(OnStep), FinalPointer = Marshal.GetFunctionPointerForDelegate(OnFinal);

    /// <summary>The walk whose statement this thread is stepping.</summary>
    [ThreadStatic]
    static SqliteWalk? running;

    readonly Action<RowScan> visit;
    nint arguments;
    Exception? failure;

    SqliteWalk(Action<RowScan> visit) => this.visit = visit;

    /// <param name="columns">Their number is that of the arguments.</param>
    public static void Run(SqliteDb db, IReadOnlyList<string> columns, string rest, Action<RowScan> visit)
    {
        db.Database.OpenConnection();
        var connection = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        Check(SqliteCalls.CreateFunction(connection.DangerousGetHandle(), "hand_over\0"u8[0], columns.Count, DirectOnlyUtf8, 0, 0, StepPointer, FinalPointer, 0), connection);
        Check(raw.sqlite3_prepare_v2(connection, $"SELECT hand_over({string.Join(", ", columns)}) {rest}", out var statement), connection);
        using (statement)
        {
            var (walk, outer) = (new SqliteWalk(visit), running);
            running = walk;
            try
            {
                var outcome = raw.sqlite3_step(statement);
                if (walk.failure is { } failure) ExceptionDispatchInfo.Throw(failure);
                if (outcome != raw.SQLITE_ROW) Check(outcome, connection);
            }
            finally
            {
                running = outer;
            }
        }
    }

    static void Check(int outcome, sqlite3 connection)
    {
        if (outcome != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(outcome, connection);
    }

    /// <remarks>No exception may pass through SQLite: it is told to stop, and the exception goes on where the statement was stepped.</remarks>
    void Take(nint context, nint values)
    {
        arguments = values;
        try
        {
            visit(this);
        }
#pragma warning disable CA1031 // Thrown again by Run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
            SqliteCalls.Fail(context, raw.SQLITE_ABORT);
        }
    }

    nint Argument(int column) => Marshal.ReadIntPtr(arguments, column * nint.Size);

    public override bool Next() => throw new NotSupportedException("The next row comes by itself.");

    public override int Number(int column) => (int)SqliteCalls.ValueNumber(Argument(column));

    /// <remarks>NULL reads as 0: only then is it worth asking which of the two it is.</remarks>
    public override long? LongOrNull(int column) =>
        SqliteCalls.ValueNumber(Argument(column)) is not 0 and var number ? number : IsNull(column) ? null : 0;

    public override int? NumberOrNull(int column) => (int?)LongOrNull(column);

    public override bool Truth(int column) => SqliteCalls.ValueNumber(Argument(column)) != 0;

    public override double? FractionOrNull(int column) => IsNull(column) ? null : SqliteCalls.ValueFraction(Argument(column));

    public override string Text(int column) => Marshal.PtrToStringUTF8(SqliteCalls.ValueText(Argument(column)))!;

    bool IsNull(int column) => SqliteCalls.ValueType(Argument(column)) == raw.SQLITE_NULL;

    public override void Dispose() { }
}
