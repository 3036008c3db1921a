using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>Checked roster rows → versions in the store: who is due, exempt, vacant or without a council.</summary>
sealed class RosterLoading(AnalyticsDb db, ReferenceData reference, LoadOptions options) : IRowLoading
{
    readonly RowPlan<RosterRow, RosterEntry> plan = new();

    public int Unchanged => plan.Unchanged;
    public int New => plan.New.Count;
    public int Corrected => plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file)
    {
        var rounds = file.Roster.Select(r => r.RoundId).Distinct().ToList();
        var existing = db.Roster.AsNoTracking().Where(r => rounds.Contains(r.RoundId) && r.ToVersion == null)
            .ToDictionary(r => (r.RoundId, r.UnitId, r.PositionId, r.OfficialKey));
        var edited = new EditedVersions(options.RosterVersions, existing.Values);
        var chairs = new Dictionary<(int RoundId, int UnitId, int PositionId), (string Key, string Official)>();
        foreach (var e in existing.Values.OrderBy(e => e.Id).Where(e => !edited.Contains(e))) Holds(chairs, e.RoundId, e.UnitId, e.PositionId, e.OfficialKey, e.Official);
        foreach (var row in file.Roster)
        {
            WarnOfSecondHolder(chairs, row);
            var same = existing.GetValueOrDefault((row.RoundId, row.UnitId, row.PositionId, KeyOf(row)));
            // A version that another row of the file takes the place of leaves its name free.
            var before = edited.Before(row) ?? (same is not null && edited.Contains(same) ? null : same);
            if (edited.IsGone(row)) plan.Refuse(LoadMessages.RosterMoved(row.Place));
            else if (same is not null && same != before && !edited.Contains(same)) plan.Refuse(LoadMessages.OnRosterAlready(row.Place, row.Official ?? ""));
            else if (before is null) plan.New.Add(row);
            else plan.Compare(row, row.Place, before, Differences(before, row), options);
        }
    }

    IReadOnlyList<Difference> Differences(RosterEntry stored, RosterRow row) => Difference.Between(
        ("position", reference.Position(stored.PositionId)?.Code, reference.Position(row.PositionId)?.Code),
        ("official", stored.Official, row.Official), ("official_code", stored.OfficialCode, row.OfficialCode), ("born", stored.Born, row.Born),
        ("in_post_since", stored.InPostSince, row.InPostSince), ("status", stored.Status, row.Status), ("reason", stored.Reason, row.Reason));

    /// <summary>The versions that rows of an edited roster take the place of.</summary>
    sealed class EditedVersions(IReadOnlyDictionary<int, int>? idByRow, IEnumerable<RosterEntry> current)
    {
        readonly IReadOnlyDictionary<int, int> idByRow = idByRow ?? new Dictionary<int, int>();
        readonly Dictionary<int, RosterEntry> current = idByRow is null ? [] : current.Where(e => idByRow.Values.Contains(e.Id)).ToDictionary(e => e.Id);

        public bool Contains(RosterEntry entry) => current.ContainsKey(entry.Id);

        /// <summary>Null for a row that is new, or whose version does not stand any more.</summary>
        public RosterEntry? Before(RosterRow row) =>
            idByRow.TryGetValue(row.Place.Row, out var id) && current.GetValueOrDefault(id) is { } entry && (entry.RoundId, entry.UnitId) == (row.RoundId, row.UnitId) ? entry : null;

        public bool IsGone(RosterRow row) => idByRow.ContainsKey(row.Place.Row) && Before(row) is null;
    }

    void WarnOfSecondHolder(Dictionary<(int, int, int), (string, string)> chairs, RosterRow row)
    {
        if (Holds(chairs, row.RoundId, row.UnitId, row.PositionId, KeyOf(row), row.Official) is { } other)
            plan.Problems.Add(LoadMessages.SecondHolder(row.Place, reference.Position(row.PositionId)!.NameVi, reference.Units.ById(row.UnitId)!.Name, other));
    }

    /// <summary>Notes who holds a post that usually has one holder; gives the name of somebody else noted before.</summary>
    string? Holds(Dictionary<(int, int, int), (string Key, string Official)> chairs, int roundId, int unitId, int positionId, string key, string? official)
    {
        if (official is null || !reference.Position(positionId)!.HasOneHolder) return null;
        if (chairs.TryGetValue((roundId, unitId, positionId), out var first)) return first.Key == key ? null : first.Official;
        chairs[(roundId, unitId, positionId)] = (key, official);
        return null;
    }

    static string KeyOf(RosterRow row) => row.Official is null ? "" : OfficialKeys.Of(row.Official, row.OfficialCode, row.Born);

    static readonly string[] Columns =
    [
        "id", "round_id", "unit_id", "position_id", "official", "official_code", "born", "in_post_since", "status", "reason",
        "official_key", "import_id", "sheet", "row_number", "from_version",
    ];

    public void Save(int importId)
    {
        var version = db.State.Select(s => s.DataVersion).Single() + 1;
        foreach (var chunk in plan.Corrected.Select(c => c.Stored.Id).Chunk(500))
            db.Roster.Where(r => chunk.Contains(r.Id))
                .ExecuteUpdate(s => s.SetProperty(r => r.ToVersion, version).SetProperty(r => r.CloseReason, options.ReplaceReason));
        var id = (db.Roster.IgnoreQueryFilters().Max(r => (int?)r.Id) ?? 0) + 1;
        using var insert = db.Bulk("roster_entry", Columns);
        foreach (var row in plan.New.Concat(plan.Corrected.Select(c => c.Row)))
        {
            foreach (var number in (ReadOnlySpan<int>)[id++, row.RoundId, row.UnitId, row.PositionId]) insert.Add(number);
            foreach (var text in (ReadOnlySpan<string?>)[row.Official, row.OfficialCode, row.Born]) insert.Add(text);
            insert.Add(row.InPostSince);
            insert.Add((int)row.Status);
            insert.Add(row.Reason);
            insert.Add(KeyOf(row));
            insert.Add(importId);
            insert.Add(row.Place.Sheet);
            insert.Add(row.Place.Row);
            insert.Add(version);
            insert.End();
        }
        insert.Complete();
        // A roster changes no trend, but it becomes visible by publication like everything versioned.
        var touched = plan.New.Concat(plan.Corrected.Select(c => c.Row)).First();
        db.StaleMarks.Add(new StaleMark { RoundId = touched.RoundId, UnitId = touched.UnitId });
    }
}
