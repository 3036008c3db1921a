using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Domain.Storage;

/// <summary>Copies every row of one store into another of the same schema, whatever the databases behind them.</summary>
/// <remarks>What is told apart by the model alone: tables, columns and what refers to what. Both sides are in a transaction of the caller's.</remarks>
static class StoreCopy
{
    /// <summary>Empties the tables of <paramref name="to"/> and fills them.</summary>
    public static void Run(AnalyticsDb from, AnalyticsDb to, CancellationToken ct = default)
    {
        var tables = InOrder(from.Model);
        foreach (var table in Enumerable.Reverse(tables)) to.Empty(NameOf(table));
        foreach (var table in tables) Copy(from, to, table, ct);
        foreach (var table in tables)
            if (table.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } id] }) to.NumberOnFrom(NameOf(table), id.GetColumnName());
    }

    static string NameOf(IEntityType table) => table.GetTableName() ?? throw new InvalidOperationException($"{table.Name} has no table.");

    /// <summary>What is referred to before what refers to it.</summary>
    static List<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var table in model.GetEntityTypes()) Visit(table);
        return ordered;

        void Visit(IEntityType table)
        {
            if (ordered.Contains(table)) return;
            foreach (var reference in table.GetForeignKeys())
                if (reference.PrincipalEntityType != table) Visit(reference.PrincipalEntityType);
            ordered.Add(table);
        }
    }

    static void Copy(AnalyticsDb from, AnalyticsDb to, IEntityType table, CancellationToken ct)
    {
        var columns = table.GetProperties().ToList();
        var names = columns.ConvertAll(c => c.GetColumnName());
        using var command = from.Database.GetDbConnection().CreateCommand();
        command.Transaction = from.Database.CurrentTransaction?.GetDbTransaction();
        // Names are the model's.
#pragma warning disable CA2100
        command.CommandText = $"SELECT {string.Join(", ", names.Select(n => $"\"{n}\""))} FROM \"{NameOf(table)}\"";
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        using var insert = to.Bulk(NameOf(table), names);
        var adders = columns.ConvertAll(Adder);
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < adders.Count; i++)
                if (rows.IsDBNull(i)) insert.Add((string?)null);
                else adders[i](insert, rows, i);
            insert.End();
        }
        insert.Complete();
    }

    static Action<BulkInsert, DbDataReader, int> Adder(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (type.IsEnum || type == typeof(int)) return static (insert, rows, i) => insert.Add(rows.GetInt32(i));
        if (type == typeof(long)) return static (insert, rows, i) => insert.Add(rows.GetInt64(i));
        if (type == typeof(bool)) return static (insert, rows, i) => insert.Add(rows.GetBoolean(i));
        if (type == typeof(double)) return static (insert, rows, i) => insert.Add(rows.GetDouble(i));
        if (type == typeof(string)) return static (insert, rows, i) => insert.Add(rows.GetString(i));
        if (type == typeof(DateOnly)) return static (insert, rows, i) => insert.Add(rows.GetFieldValue<DateOnly>(i));
        if (type == typeof(DateTime)) return static (insert, rows, i) => insert.Add(DateTime.SpecifyKind(rows.GetDateTime(i), DateTimeKind.Utc));
        if (type == typeof(DateTimeOffset)) return static (insert, rows, i) => insert.Add(rows.GetFieldValue<DateTimeOffset>(i));
        throw new InvalidOperationException($"{column.DeclaringType.Name}.{column.Name} is of the type {type.Name}, which is copied nowhere yet.");
    }
}
