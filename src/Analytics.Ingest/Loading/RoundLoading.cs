using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>Checked round rows → rounds.</summary>
sealed class RoundLoading(AnalyticsDb db, LoadOptions options) : IRowLoading
{
    readonly RowPlan<RoundRow, Round> plan = new();

    public int Unchanged => plan.Unchanged;
    public int New => plan.New.Count;
    public int Corrected => plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file)
    {
        var existing = db.Rounds.AsNoTracking().ToDictionary(r => r.Code, StringComparer.Ordinal);
        foreach (var row in file.Rounds)
        {
            if (existing.TryGetValue(row.Code, out var stored))
                plan.Compare(row, row.Place, stored, Difference.Between(
                    ("name_vi", stored.NameVi, row.NameVi), ("name_en", stored.NameEn, row.NameEn), ("regime", stored.RegimeId, row.Regime),
                    ("held_from", stored.HeldFrom, row.HeldFrom), ("held_to", stored.HeldTo, row.HeldTo), ("due", stored.Due, row.Due),
                    ("level", stored.Level, row.Level), ("sample", stored.Sample, row.Sample)), options);
            else plan.New.Add(row);
        }
    }

    public void Save(int importId)
    {
        foreach (var (row, stored) in plan.Corrected) Fill(db.Rounds.Single(r => r.Id == stored.Id), row);
        db.Rounds.AddRange(plan.New.Select(row => Fill(new Round { Code = row.Code, NameVi = row.NameVi, RegimeId = row.Regime }, row)));
        db.SaveChanges();
    }

    static Round Fill(Round round, RoundRow row)
    {
        (round.NameVi, round.NameEn, round.RegimeId, round.Level, round.Sample) = (row.NameVi, row.NameEn, row.Regime, row.Level, row.Sample);
        (round.HeldFrom, round.HeldTo, round.Due) = (row.HeldFrom, row.HeldTo, row.Due);
        return round;
    }
}

/// <summary>Checked position rows → posts.</summary>
sealed class PositionLoading(AnalyticsDb db, LoadOptions options) : IRowLoading
{
    readonly RowPlan<PositionRow, Position> plan = new();

    public int Unchanged => plan.Unchanged;
    public int New => plan.New.Count;
    public int Corrected => plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file)
    {
        var existing = db.Positions.AsNoTracking().ToDictionary(p => p.Code, StringComparer.Ordinal);
        foreach (var row in file.Positions)
        {
            if (existing.TryGetValue(row.Code, out var stored))
                plan.Compare(row, row.Place, stored, Difference.Between(
                    ("name_vi", stored.NameVi, row.NameVi), ("name_en", stored.NameEn, row.NameEn), ("body", stored.Body, row.Body), ("sort", stored.Sort, row.Sort)), options);
            else plan.New.Add(row);
        }
    }

    public void Save(int importId)
    {
        foreach (var (row, stored) in plan.Corrected) Fill(db.Positions.Single(p => p.Id == stored.Id), row);
        db.Positions.AddRange(plan.New.Select(row => Fill(new Position { Code = row.Code, NameVi = row.NameVi }, row)));
        db.SaveChanges();
    }

    static Position Fill(Position position, PositionRow row)
    {
        (position.NameVi, position.NameEn, position.Body, position.Sort) = (row.NameVi, row.NameEn, row.Body, row.Sort);
        return position;
    }
}
