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
    static readonly string[] Columns =
    [
        "id", "round_id", "unit_id", "position_id", "person_id", "CASE WHEN exempt IS NULL THEN 0 ELSE 1 END", "delegates", "invited", "present",
        "issued", "collected", "valid", "invalid", "high", "middle", "low", "published_low_percent", "published_high_percent",
    ];

    /// <summary>Takes a result.</summary>
    public delegate void Taker(in ResultSums result);

    public static IEnumerable<ResultSums> All(AnalyticsDb db) => Read(db, Published(db));

    /// <summary>Every result, as fast as can be.</summary>
    public static void ForAll(AnalyticsDb db, Taker take) => db.ForEach(Columns, "FROM result " + Published(db), row => take(Of(row)));

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
        using var rows = db.Scan($"SELECT {string.Join(", ", Columns)} FROM result {where}");
        while (rows.Next()) yield return Of(rows);
    }

    static ResultSums Of(RowScan row) => new(
        row.Number(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4), row.Number(5) != 0,
        new Counts(
            row.NumberOrNull(6), row.NumberOrNull(7), row.NumberOrNull(8), row.NumberOrNull(9), row.NumberOrNull(10), row.NumberOrNull(11),
            row.NumberOrNull(12), row.NumberOrNull(13), row.NumberOrNull(14), row.NumberOrNull(15)),
        row.FractionOrNull(16), row.FractionOrNull(17));
}
