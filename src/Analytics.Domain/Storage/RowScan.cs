using System.Data.Common;

namespace Analytics.Domain.Storage;

/// <summary>
/// The rows of a query, one after the other and value by value, for whoever looks at every row there is. Columns count from
/// 0. Nothing else may be asked of the context until it is disposed.
/// </summary>
public abstract class RowScan : IDisposable
{
    /// <summary>Goes on to the next row; false after the last.</summary>
    public abstract bool Next();

    /// <summary>A whole number that is always there.</summary>
    public abstract int Number(int column);

    public abstract int? NumberOrNull(int column);

    public abstract long? LongOrNull(int column);

    public abstract double? FractionOrNull(int column);

    public abstract bool Truth(int column);

    /// <summary>A text that is always there.</summary>
    public abstract string Text(int column);

    public abstract void Dispose();
}

/// <summary>Rows through a data reader, which every provider has.</summary>
sealed class ReaderScan(DbCommand command) : RowScan
{
    readonly DbDataReader reader = command.ExecuteReader();

    public override bool Next() => reader.Read();

    public override int Number(int column) => reader.GetInt32(column);

    public override int? NumberOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public override long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public override bool Truth(int column) => reader.GetBoolean(column);

    public override string Text(int column) => reader.GetString(column);

    public override double? FractionOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    public override void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }
}
