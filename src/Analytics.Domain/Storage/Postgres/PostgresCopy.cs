using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Domain.Storage.Postgres;

/// <summary>Binary <c>COPY … FROM STDIN</c>.</summary>
sealed class PostgresCopy : BulkInsert
{
    readonly NpgsqlBinaryImporter importer;

    public PostgresCopy(PostgresDb db, string table, IReadOnlyList<string> columns)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        importer = connection.BeginBinaryImport($"COPY \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)");
    }

    public override void Row(params ReadOnlySpan<object?> values)
    {
        importer.StartRow();
        for (var i = 0; i < values.Length; i++) Write(i + 1, values[i]);
    }

    void Write(int index, object? value)
    {
        switch (value)
        {
            case null: importer.WriteNull(); break;
            case int number: importer.Write(number, NpgsqlDbType.Integer); break;
            case long number: importer.Write(number, NpgsqlDbType.Bigint); break;
            case double number: importer.Write(number, NpgsqlDbType.Double); break;
            case string words: importer.Write(words, NpgsqlDbType.Text); break;
            case DateOnly date: importer.Write(date, NpgsqlDbType.Date); break;
            default: throw Unknown(index, value);
        }
    }

    public override void Complete() => importer.Complete();

    public override void Dispose() => importer.Dispose();
}
