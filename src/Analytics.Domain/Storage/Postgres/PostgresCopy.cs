using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Domain.Storage.Postgres;

/// <summary>Binary <c>COPY … FROM STDIN</c>.</summary>
sealed class PostgresCopy : BulkInsert
{
    readonly NpgsqlBinaryImporter importer;
    readonly int columns;
    int column;

    public PostgresCopy(PostgresDb db, string table, IReadOnlyList<string> columns)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        importer = connection.BeginBinaryImport($"COPY \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)");
        this.columns = columns.Count;
    }

    public override void Add(int value) => Write(value, NpgsqlDbType.Integer);

    public override void Add(long value) => Write(value, NpgsqlDbType.Bigint);

    public override void Add(bool value) => Write(value, NpgsqlDbType.Boolean);

    public override void Add(double? value)
    {
        if (value is { } number) Write(number, NpgsqlDbType.Double);
        else AddNull();
    }

    public override void Add(string? value)
    {
        if (value is not null) Write(value, NpgsqlDbType.Text);
        else AddNull();
    }

    public override void Add(DateOnly? value)
    {
        if (value is { } date) Write(date, NpgsqlDbType.Date);
        else AddNull();
    }

    public override void Add(DateTime value) => Write(value, NpgsqlDbType.TimestampTz);

    public override void Add(DateTimeOffset value) => Write(value.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    void Write<T>(T value, NpgsqlDbType type)
    {
        Begin();
        importer.Write(value, type);
    }

    private protected override void AddNull()
    {
        Begin();
        importer.WriteNull();
    }

    void Begin()
    {
        if (column++ == 0) importer.StartRow();
    }

    public override void End()
    {
        if (column != columns) throw WrongWidth(column, columns);
        column = 0;
    }

    public override void Complete() => importer.Complete();

    public override void Dispose() => importer.Dispose();
}
