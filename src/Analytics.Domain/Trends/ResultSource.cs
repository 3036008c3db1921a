using System.Globalization;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>
/// Streams results of one state of the store. Written in SQL that every provider understands and read without tracking,
/// because a refresh looks at every result there is.
/// </summary>
static class ResultSource
{
    const string Columns = "SELECT id, round_id, unit_id, position_id, person_id, CASE WHEN exempt IS NULL THEN 0 ELSE 1 END, "
        + "delegates, invited, present, issued, collected, valid, invalid, high, middle, low, published_low_percent, published_high_percent FROM result ";

    public static IEnumerable<ResultSums> All(AnalyticsDb db) => Read(db, Published(db));

    /// <summary>Results that become visible with the next version, all of them loaded after <paramref name="lastId"/>.</summary>
    public static IEnumerable<ResultSums> Opened(AnalyticsDb db, long version, int lastId) =>
        Read(db, Text($"WHERE id > {lastId} AND from_version > {version} AND to_version IS NULL"));

    /// <summary>Visible results that the next version closes.</summary>
    public static IEnumerable<ResultSums> Closed(AnalyticsDb db, long version) =>
        Read(db, Text($"WHERE to_version > {version} AND from_version <= {version}"));

    /// <summary>Results of some rounds.</summary>
    public static IEnumerable<ResultSums> OfRounds(AnalyticsDb db, IEnumerable<int> rounds) =>
        Read(db, Published(db) + $" AND round_id IN ({string.Join(',', rounds.Select(id => Text($"{id}")))})");

    /// <summary>Results of the units whose codes had one of these versions, for trends by unit.</summary>
    public static IEnumerable<ResultSums> OfUnit(AnalyticsDb db, int unitId) => Read(db, Published(db) + Text($" AND unit_id = {unitId}"));

    static string Published(AnalyticsDb db) => Text($"WHERE from_version <= {db.Version} AND (to_version IS NULL OR to_version > {db.Version})");

    static string Text(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);

    static IEnumerable<ResultSums> Read(AnalyticsDb db, string where)
    {
        using var rows = db.Scan(Columns + where);
        while (rows.Next())
            yield return new ResultSums(
                rows.Number(0), rows.Number(1), rows.Number(2), rows.Number(3), rows.Number(4), rows.Number(5) != 0,
                new Counts(
                    rows.NumberOrNull(6), rows.NumberOrNull(7), rows.NumberOrNull(8), rows.NumberOrNull(9), rows.NumberOrNull(10), rows.NumberOrNull(11),
                    rows.NumberOrNull(12), rows.NumberOrNull(13), rows.NumberOrNull(14), rows.NumberOrNull(15)),
                rows.FractionOrNull(16), rows.FractionOrNull(17));
    }
}
