using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Tests;

/// <summary>
/// Where the stores of tests are: files, or, when <c>ANALYTICS_TEST_POSTGRES</c> holds a connection string without a
/// database, databases of that server. A test names its store by a path either way.
/// </summary>
public static class TestStores
{
    /// <summary>Tests of what only a file, or only a server, can suffer carry this trait; the run on the other leaves them out.</summary>
    public const string Kind = "Store", File = "File", Server = "Server";

    static readonly string? Address = Environment.GetEnvironmentVariable("ANALYTICS_TEST_POSTGRES");

    public static bool OnServer => !string.IsNullOrEmpty(Address);

    /// <summary>What <c>ANALYTICS_DB</c> has to say for the store of a path.</summary>
    public static string Setting(string path) => OnServer ? $"{Address};Database={NameOf(path)}" : path;

    static string NameOf(string path) => "t" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..30];

    /// <summary>An open connection past the program under test.</summary>
    public static DbConnection Connect(string path, bool write = false)
    {
        DbConnection connection = OnServer
            ? new NpgsqlConnection(Setting(path) + ";Pooling=false")
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = write ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Closes what this process keeps open of the store.</summary>
    public static void Close(string path)
    {
        if (!OnServer) SqliteConnection.ClearAllPools();
        else NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Puts a copy of a store that nobody has open where there is none.</summary>
    public static void Copy(string from, string to)
    {
        Close(from);
        if (OnServer) Administer($"CREATE DATABASE {NameOf(to)} TEMPLATE {NameOf(from)}");
        else System.IO.File.Copy(from, to);
    }

    /// <summary>Removes a store; of a file also what lies beside it. Nothing when there is none.</summary>
    public static void Remove(string path)
    {
        Close(path);
        if (OnServer) Administer($"DROP DATABASE IF EXISTS {NameOf(path)} WITH (FORCE)");
        else foreach (var file in new[] { path, path + "-wal", path + "-shm" }) System.IO.File.Delete(file);
    }

    static void Administer(string sql)
    {
        using var connection = new NpgsqlConnection(Address + ";Database=postgres;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        // A name made of hexadecimal digits.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
