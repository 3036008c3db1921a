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
        foreach (var number in (ReadOnlySpan<int>)[id, sequence, row.RoundId, row.UnitId, row.PositionId, personId]) insert.Add(number);
        insert.Add(row.OfficialKey);
        insert.Add(row.Official);
        insert.Add(row.HeldOn);
        foreach (var count in (ReadOnlySpan<int?>)[c.Delegates, c.Invited, c.Present, c.Issued, c.Collected, c.Valid, c.Invalid, c.High, c.Middle, c.Low]) insert.Add(count);
        insert.Add(row.Exempt);
        insert.Add(row.PublishedLowPercent);
        insert.Add(row.PublishedHighPercent);
        foreach (var text in (ReadOnlySpan<string?>)[row.Note, row.Source, row.Extra]) insert.Add(text);
        insert.Add(importId);
        insert.Add(row.Place.Sheet);
        insert.Add(row.Place.Row);
        insert.Add(version);
        insert.End();
    }
}
