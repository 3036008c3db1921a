using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Domain.Storage;

/// <summary>What the errors of the databases mean to whoever runs the program.</summary>
public static class StoreFaults
{
    /// <summary>ENOSPC, and ERROR_DISK_FULL of Windows.</summary>
    const int NoSpace = 28, NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>What to tell the user of an error of the outside world; null for a mistake of this program.</summary>
    public static string? Explain(Exception e) => e switch
    {
        StoreException => e.Message,
        SqliteException { SqliteErrorCode: 5 or 6 } or PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "The store is busy: another process has been writing all the time. Try again later.",
        SqliteException { SqliteErrorCode: 13 } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } or IOException { HResult: NoSpace or NoSpaceOnWindows } =>
            "Đĩa đã đầy; phần chưa xong không thay đổi gì. Hãy giải phóng dung lượng rồi làm lại. / The disk is full; what was not finished changed nothing. Make room and repeat.",
        SqliteException { SqliteErrorCode: 8 or 10 or 14 } or IOException => $"The store or a file cannot be used: {e.Message}",
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } p =>
            $"The server of the store stopped: {p.MessageText}. What was not finished changed nothing.",
        NpgsqlException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException } =>
            $"The server of the store cannot be reached: {e.Message}. What was not finished changed nothing.",
        _ when IsDamage(e) => $"The store is damaged ({e.Message}). \"verify\" says more; put back a backup.",
        _ when e.InnerException is { } inner => Explain(inner),
        _ => null,
    };

    /// <summary>Whether the database says that what it holds is damaged.</summary>
    public static bool IsDamage(Exception e) => e
        is SqliteException { SqliteErrorCode: 11 }
        or PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted };
}
