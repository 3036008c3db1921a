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
}
