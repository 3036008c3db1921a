using System.Runtime.InteropServices;

namespace Analytics.Domain.Storage.Sqlite;

/// <summary>The calls into SQLite that are made for each value of a row, straight to the library that SQLitePCL brings.</summary>
/// <remarks>
/// Through SQLitePCL each of them takes hold of the statement's handle and lets go again, which costs more than the call: see
/// ADR-008. Who uses them keeps the statement alive, and in the hands of one thread.
/// </remarks>
static class SqliteCalls
{
    const string Library = "e_sqlite3";

    /// <summary>Tells SQLite to copy a text before the call returns.</summary>
    public const nint Transient = -1;

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static extern int BindNumber(nint statement, int index, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double"), SuppressGCTransition]
    public static extern int BindFraction(nint statement, int index, double value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static extern int BindNull(nint statement, int index);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    public static extern int BindText(nint statement, int index, in byte utf8, int bytes, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static extern int ColumnType(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static extern long ColumnNumber(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    public static extern double ColumnFraction(nint statement, int column);

    /// <param name="name">UTF-8, ended by 0.</param>
    /// <param name="arguments">How many the function has.</param>
    /// <param name="state">Given to each call; 0 for none. So may <paramref name="call"/> and <paramref name="destroy"/> be.</param>
    [DllImport(Library, EntryPoint = "sqlite3_create_function_v2")]
    public static extern int CreateFunction(
        nint connection, in byte name, int arguments, int flags, nint state, nint call, nint step, nint final, nint destroy);

    /// <summary>Ends the statement that called a function, with this outcome.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_result_error_code")]
    public static extern void Fail(nint context, int outcome);

    [DllImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    public static extern int ValueType(nint argument);

    [DllImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    public static extern long ValueNumber(nint argument);

    [DllImport(Library, EntryPoint = "sqlite3_value_double"), SuppressGCTransition]
    public static extern double ValueFraction(nint argument);

    /// <summary>UTF-8, ended by 0, good until the function returns.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_value_text"), SuppressGCTransition]
    public static extern nint ValueText(nint argument);
}
