using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>The current rows that came from one import, all or one of them. Used inside the writer's turn.</summary>
sealed class WithdrawnRows(AnalyticsDb db, int importId)
{
    IQueryable<Result> results = db.Results.Where(r => r.ImportId == importId && r.ToVersion == null);
    IQueryable<RosterEntry> roster = db.Roster.Where(r => r.ImportId == importId && r.ToVersion == null);

    /// <summary>Sheets in which the import has a row of this number, current or not; a CSV is one sheet without a name.</summary>
    public IReadOnlyList<string?> SheetsWith(int row) =>
        db.Results.IgnoreQueryFilters().Where(r => r.ImportId == importId && r.RowNumber == row).Select(r => r.Sheet).AsEnumerable()
            .Concat(db.Roster.IgnoreQueryFilters().Where(r => r.ImportId == importId && r.RowNumber == row).Select(r => r.Sheet))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    public void Narrow(int row, string? sheet)
    {
        results = results.Where(r => r.RowNumber == row && r.Sheet == sheet);
        roster = roster.Where(r => r.RowNumber == row && r.Sheet == sheet);
    }

    /// <summary>Ids of the unit versions the rows are of.</summary>
    public IReadOnlyList<int> Units() => results.Select(r => r.UnitId).Distinct().AsEnumerable().Union(roster.Select(r => r.UnitId).Distinct()).ToList();

    /// <summary>How many of the rows had closed an older version, and the imports that hold those.</summary>
    public (int Rows, IReadOnlyList<int> Imports) Corrected()
    {
        var before = results
            .SelectMany(r => db.Results.IgnoreQueryFilters().Where(e => e.RoundId == r.RoundId && e.Sequence == r.Sequence && e.Id < r.Id && e.ToVersion == r.FromVersion), (r, e) => e.ImportId)
            .Concat(roster.SelectMany(
                r => db.Roster.IgnoreQueryFilters().Where(e => e.RoundId == r.RoundId && e.UnitId == r.UnitId && e.PositionId == r.PositionId
                    && e.OfficialKey == r.OfficialKey && e.Id < r.Id && e.ToVersion == r.FromVersion), (r, e) => e.ImportId))
            .GroupBy(id => id).Select(g => new { Import = g.Key, Rows = g.Count() }).OrderBy(g => g.Import).ToList();
        return (before.Sum(b => b.Rows), before.Select(b => b.Import).ToList());
    }

    /// <summary>What becomes stale without the rows.</summary>
    public IReadOnlyList<StaleMark> Marks()
    {
        var touched = results.Select(r => new { r.RoundId, r.UnitId }).Distinct().ToList();
        // A roster changes no trend, but it is gone by publication like everything versioned.
        if (touched.Count == 0) touched = roster.OrderBy(r => r.Id).Select(r => new { r.RoundId, r.UnitId }).Take(1).ToList();
        return touched.Count > ResultLoading.MarksAtMost
            ? [new StaleMark()]
            : touched.Select(t => new StaleMark { RoundId = t.RoundId, UnitId = t.UnitId }).ToList();
    }

    public (int Results, int Roster) Close(long version, string reason) => (
        results.ExecuteUpdate(s => s.SetProperty(r => r.ToVersion, version).SetProperty(r => r.CloseReason, reason)),
        roster.ExecuteUpdate(s => s.SetProperty(r => r.ToVersion, version).SetProperty(r => r.CloseReason, reason)));
}
