using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;

namespace Analytics.Ingest.Loading;

/// <summary>The columns of table <c>result</c> in the order a new version is inserted.</summary>
static class ResultColumns
{
    public static readonly string[] Names =
    [
        "id", "sequence", "round_id", "unit_id", "position_id", "person_id", "official_key", "official_name", "held_on",
        "delegates", "invited", "present", "issued", "collected", "valid", "invalid", "high", "middle", "low",
        "exempt", "published_low_percent", "published_high_percent", "note", "source", "extra",
        "import_id", "sheet", "row_number", "from_version",
    ];

    public static void Insert(BulkInsert insert, int id, int sequence, ResultRow row, int personId, int importId, long version)
    {
        var c = row.Counts;
        insert.Row(
            id, sequence, row.RoundId, row.UnitId, row.PositionId, personId, row.OfficialKey, row.Official, row.HeldOn,
            c.Delegates, c.Invited, c.Present, c.Issued, c.Collected, c.Valid, c.Invalid, c.High, c.Middle, c.Low,
            row.Exempt, row.PublishedLowPercent, row.PublishedHighPercent, row.Note, row.Source, row.Extra,
            importId, row.Place.Sheet, row.Place.Row, version);
    }
}
