using Analytics.Domain.Coverage;
using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>Checked rows of steps → records: one for each day that is new, and for a correction one in the place of another.</summary>
sealed class StepLoading(AnalyticsDb db, LoadOptions options, TimeProvider time) : IRowLoading
{
    /// <summary>What a row of the file would change of one unit.</summary>
    public sealed record Change(StepRow Row, IReadOnlyList<(CoverageStep Step, DateOnly On)> Days, IReadOnlyList<StepRecord> Replaced);

    readonly RowPlan<Change, StepRow> plan = new();

    public int Unchanged => plan.Unchanged;
    public int New => plan.New.Count;
    public int Corrected => plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file)
    {
        var rounds = file.Steps.Select(s => s.RoundId).Distinct().ToList();
        var stored = db.StepRecords.AsNoTracking().Where(s => rounds.Contains(s.RoundId) && s.RemovedAt == null).ToDictionary(s => (s.RoundId, s.UnitId, s.Step));
        foreach (var row in file.Steps)
        {
            var known = row.Days.Select(d => stored.GetValueOrDefault((row.RoundId, row.UnitId, d.Step))).ToList();
            var other = known.OfType<StepRecord>().Where(k => row.Days.Any(d => d.Step == k.Step && d.On != k.On)).ToList();
            var fresh = row.Days.Where((d, i) => known[i]?.On != d.On).ToList();
            var change = new Change(row, fresh, other);
            if (other.Count == 0 && fresh.Count > 0) plan.New.Add(change);
            else plan.Compare(change, row.Place, row, Difference.Between(
                [.. other.Select(o => (ColumnOf(o.Step), (object?)o.On, (object?)row.Days.First(d => d.Step == o.Step).On))]), options);
        }
    }

    static string ColumnOf(CoverageStep step) => step.Code().Replace('-', '_') + "_on";

    public void Save(int importId)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var changes = plan.New.Concat(plan.Corrected.Select(c => c.Row)).ToList();
        foreach (var chunk in changes.SelectMany(c => c.Replaced).Select(r => r.Id).Chunk(500))
            db.StepRecords.Where(s => chunk.Contains(s.Id)).ExecuteUpdate(s => s.SetProperty(r => r.RemovedAt, now).SetProperty(r => r.RemovedBy, options.By));
        foreach (var change in changes)
            db.StepRecords.AddRange(change.Days.Select(d => new StepRecord
            {
                RoundId = change.Row.RoundId,
                UnitId = change.Row.UnitId,
                Step = d.Step,
                On = d.On,
                Note = change.Row.Note,
                At = now,
                By = options.By,
                ImportId = importId,
                Sheet = change.Row.Place.Sheet,
                RowNumber = change.Row.Place.Row,
            }));
        db.SaveChanges();
    }
}
