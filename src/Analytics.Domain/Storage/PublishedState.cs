using System.Data.Common;

namespace Analytics.Domain.Storage;

/// <summary>The state of a store by plain statements: every request of every page asks for it, and a context would cost more than the answer.</summary>
static class PublishedState
{
    /// <exception cref="InvalidOperationException">There is no state row: the store was not prepared.</exception>
    public static StoreState Of(DbConnection connection, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT id, data_version, work_version, formula_version FROM store_state";
        using var row = command.ExecuteReader();
        return row.Read() ? new StoreState { Id = row.GetInt32(0), DataVersion = row.GetInt64(1), WorkVersion = row.GetInt64(2), FormulaVersion = row.GetInt32(3) }
            : throw new InvalidOperationException("The store has no state.");
    }

    /// <summary>When a version was published, UTC; null where none of that number was.</summary>
    public static DateTime? At(DbConnection connection, DbTransaction transaction, long version)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT at FROM publication WHERE version = @version";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@version", version);
        command.Parameters.Add(parameter);
        using var row = command.ExecuteReader();
        return row.Read() ? DateTime.SpecifyKind(row.GetDateTime(0), DateTimeKind.Utc) : null;
    }
}
