using Analytics.Domain.Names;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>Checked unit rows → unit versions. A version is known by its code and first day.</summary>
sealed class UnitLoading(AnalyticsDb db, LoadOptions options) : IRowLoading
{
    readonly RowPlan<UnitRow, Unit> plan = new();

    public int Unchanged => plan.Unchanged;
    public int New => plan.New.Count;
    public int Corrected => plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file)
    {
        var existing = db.Units.AsNoTracking().ToDictionary(u => (u.Code, u.ValidFrom));
        foreach (var row in file.Units)
        {
            if (existing.TryGetValue((row.Code, row.ValidFrom), out var stored))
                plan.Compare(row, row.Place, stored, Difference.Between(
                    ("name", stored.Name, row.Name), ("kind", stored.Kind, row.Kind), ("level", stored.Level, row.Level),
                    ("parent", stored.ParentCode, row.Parent), ("valid_to", stored.ValidTo, row.ValidTo), ("area", stored.AreaCode, row.Area)), options);
            else plan.New.Add(row);
        }
    }

    static readonly string[] Columns =
        ["id", "code", "name", "name_folded", "sort_key", "kind", "level", "parent_code", "area_code", "valid_from", "valid_to"];

    public void Save(int importId)
    {
        var id = (db.Units.Max(u => (int?)u.Id) ?? 0) + 1;
        using (var insert = db.Bulk("unit", Columns))
        {
            foreach (var r in plan.New)
            {
                insert.Add(id++);
                foreach (var text in (ReadOnlySpan<string?>)[r.Code, r.Name, Folding.Fold(r.Name), SortKeys.Of(r.Name), r.Kind]) insert.Add(text);
                insert.Add((int)r.Level);
                insert.Add(r.Parent);
                insert.Add(r.Area);
                insert.Add(r.ValidFrom);
                insert.Add(r.ValidTo);
                insert.End();
            }
            insert.Complete();
        }
        foreach (var (r, stored) in plan.Corrected)
            db.Units.Where(u => u.Id == stored.Id).ExecuteUpdate(s => s
                .SetProperty(u => u.Name, r.Name).SetProperty(u => u.NameFolded, Folding.Fold(r.Name)).SetProperty(u => u.SortKey, SortKeys.Of(r.Name))
                .SetProperty(u => u.Kind, r.Kind).SetProperty(u => u.Level, r.Level).SetProperty(u => u.ParentCode, r.Parent)
                .SetProperty(u => u.AreaCode, r.Area).SetProperty(u => u.ValidTo, r.ValidTo));
    }
}

/// <summary>Checked change rows → reorganisations.</summary>
sealed class ChangeLoading(AnalyticsDb db, LoadOptions options) : IRowLoading
{
    readonly RowPlan<ChangeRow, UnitChange> plan = new();

    public int Unchanged => plan.Unchanged;
    public int New => plan.New.Count;
    public int Corrected => plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file)
    {
        var existing = db.UnitChanges.AsNoTracking().ToDictionary(c => (c.EffectiveDate, c.FromCode, c.ToCode));
        foreach (var row in file.Changes)
        {
            if (existing.TryGetValue((row.EffectiveDate, row.FromCode, row.ToCode), out var stored))
                plan.Compare(row, row.Place, stored, Difference.Between(
                    ("kind", stored.Kind, row.Kind), ("whole", stored.Whole, row.Whole), ("document", stored.Document, row.Document)), options);
            else plan.New.Add(row);
        }
    }

    public void Save(int importId)
    {
        db.UnitChanges.AddRange(plan.New.Select(r => new UnitChange
        { EffectiveDate = r.EffectiveDate, Kind = r.Kind, FromCode = r.FromCode, ToCode = r.ToCode, Whole = r.Whole, Document = r.Document }));
        foreach (var (r, stored) in plan.Corrected)
            db.UnitChanges.Where(c => c.Id == stored.Id).ExecuteUpdate(s => s
                .SetProperty(c => c.Kind, r.Kind).SetProperty(c => c.Whole, r.Whole).SetProperty(c => c.Document, r.Document));
        db.SaveChanges();
    }
}
