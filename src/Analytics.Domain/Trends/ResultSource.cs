using System.Data.Common;
using System.Globalization;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Domain.Trends;

/// <summary>
/// Streams results of one state of the store. Written in SQL that every provider understands and read without tracking,
/// because a refresh looks at every result there is.
/// </summary>
static class ResultSource
{
    const string Columns = "SELECT id, round_id, unit_id, position_id, person_id, CASE WHEN exempt IS NULL THEN 0 ELSE 1 END, "
        + "delegates, invited, present, issued, collected, valid, invalid, high, middle, low, published_low_percent, published_high_percent FROM result ";
    const string Published = "WHERE from_version <= @version AND (to_version IS NULL OR to_version > @version)";

    public static IEnumerable<ResultSums> All(AnalyticsDb db) => Read(db, Published, null);

    /// <summary>Results that become visible with the next version, all of them loaded after <paramref name="lastId"/>.</summary>
    public static IEnumerable<ResultSums> Opened(AnalyticsDb db, long version, int lastId) => Read(
        db, string.Create(CultureInfo.InvariantCulture, $"WHERE id > {lastId} AND from_version > {version} AND to_version IS NULL"), null);

    /// <summary>Visible results that the next version closes.</summary>
    public static IEnumerable<ResultSums> Closed(AnalyticsDb db, long version) => Read(
        db, string.Create(CultureInfo.InvariantCulture, $"WHERE to_version > {version} AND from_version <= {version}"), null);

    /// <summary>Results of some rounds.</summary>
    public static IEnumerable<ResultSums> OfRounds(AnalyticsDb db, IEnumerable<int> rounds) =>
        Read(db, Published + $" AND round_id IN ({string.Join(',', rounds.Select(id => id.ToString(CultureInfo.InvariantCulture)))})", null);

    /// <summary>Results of the units whose codes had one of these versions, for trends by unit.</summary>
    public static IEnumerable<ResultSums> OfUnit(AnalyticsDb db, int unitId) => Read(db, Published + " AND unit_id = @unit", unitId);

    static IEnumerable<ResultSums> Read(AnalyticsDb db, string where, int? unitId)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Columns + where;
        Add(command, "@version", db.Version);
        if (unitId is { } id) Add(command, "@unit", id);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new ResultSums(
                reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4),
                reader.GetInt32(5) != 0,
                new Counts(
                    Count(reader, 6), Count(reader, 7), Count(reader, 8), Count(reader, 9), Count(reader, 10), Count(reader, 11), Count(reader, 12),
                    Count(reader, 13), Count(reader, 14), Count(reader, 15)),
                Percent(reader, 16), Percent(reader, 17));
        }
    }

    static int? Count(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    static double? Percent(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
