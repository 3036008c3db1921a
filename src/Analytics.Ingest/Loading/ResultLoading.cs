using Analytics.Domain.Names;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>Checked result rows → versions in the store, with provenance and stale marks. Runs inside the writer's turn.</summary>
sealed class ResultLoading(AnalyticsDb db, ReferenceData reference, LoadOptions options) : IRowLoading
{
    /// <summary>From this many touched groups on one mark for everything is cheaper than marks one by one.</summary>
    const int MarksAtMost = 2000;

    /// <summary>From this many units on the whole rounds are looked at, not unit by unit.</summary>
    const int UnitsAtMost = 400;

    readonly RowPlan<ResultRow, Result> plan = new();
    PersonBook people = null!;
    readonly Dictionary<ResultRow, Person> personOf = new(ReferenceEqualityComparer.Instance);

    public int Unchanged => plan.Unchanged;
    public int New => plan.New.Count;
    public int Corrected => plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file)
    {
        var rows = file.Results;
        var existing = Existing(rows);
        var holders = Holders(existing.Values);
        people = new PersonBook(db, reference.Units,
            rows.Select(r => Folding.Fold(r.Official)).ToHashSet(StringComparer.Ordinal),
            rows.Where(r => r.OfficialCode is not null).Select(r => r.OfficialCode!).ToHashSet(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            if (existing.TryGetValue((row.RoundId, row.UnitId, row.PositionId, row.OfficialKey), out var stored))
            {
                plan.Compare(row, row.Place, stored, ResultComparison.Between(stored, row), options);
                Identify(row, people.Of(stored.PersonId), row.OfficialCode is not null ? "code" : row.Born is not null ? "born" : "post", row.UnitId);
            }
            else
            {
                plan.New.Add(row);
                var (person, how, lastUnit) = people.Find(row.Official, row.OfficialCode, row.Born, row.UnitId, row.PositionId);
                Identify(row, person, how, lastUnit);
            }
            WarnOfSecondHolder(row, holders);
        }
    }

    Dictionary<(int, int, int, string), Result> Existing(IReadOnlyList<ResultRow> rows)
    {
        var rounds = rows.Select(r => r.RoundId).Distinct().ToList();
        var query = db.Results.AsNoTracking().Where(r => rounds.Contains(r.RoundId) && r.ToVersion == null);
        var units = rows.Select(r => r.UnitId).Distinct().ToList();
        if (units.Count <= UnitsAtMost) query = query.Where(r => units.Contains(r.UnitId));
        return query.ToDictionary(r => (r.RoundId, r.UnitId, r.PositionId, r.OfficialKey));
    }

    static Dictionary<(int, int, int), Dictionary<string, string>> Holders(IEnumerable<Result> existing)
    {
        var holders = new Dictionary<(int, int, int), Dictionary<string, string>>();
        foreach (var r in existing) Put(holders, (r.RoundId, r.UnitId, r.PositionId), r.OfficialKey, r.OfficialName);
        return holders;
    }

    static Dictionary<string, string> Put(Dictionary<(int, int, int), Dictionary<string, string>> holders, (int, int, int) post, string key, string name)
    {
        if (!holders.TryGetValue(post, out var names)) holders[post] = names = new(StringComparer.Ordinal);
        names.TryAdd(key, name);
        return names;
    }

    void WarnOfSecondHolder(ResultRow row, Dictionary<(int, int, int), Dictionary<string, string>> holders)
    {
        var position = reference.Position(row.PositionId)!;
        if (!position.Code.EndsWith("-CHAIR", StringComparison.Ordinal)) return;
        var names = Put(holders, (row.RoundId, row.UnitId, row.PositionId), row.OfficialKey, row.Official);
        if (names.Count > 1)
            plan.Problems.Add(LoadMessages.SecondHolder(row.Place, position.NameVi, reference.Units.ById(row.UnitId)!.Name, names.First(n => n.Key != row.OfficialKey).Value));
    }

    void Identify(ResultRow row, Person person, string? how, int? lastUnit)
    {
        personOf[row] = person;
        if (how is null || person.Name == row.Official) return;
        // Guessing codes must not tell names of other areas.
        var known = options.AllowedUnits is { } allowed && (lastUnit is not { } unit || !allowed.Contains(unit)) ? null : person.Name;
        plan.Problems.Add(how switch
        {
            "code" => LoadMessages.NameVariant(row.Place, row.Official, known, "official code", "mã cán bộ"),
            "born" => LoadMessages.NameVariant(row.Place, row.Official, known, "birth date", "ngày, năm sinh"),
            _ => LoadMessages.NameVariant(row.Place, row.Official, known, "unit and post", "đơn vị và chức danh"),
        });
    }

    public void Save(int importId)
    {
        people.Save();
        var version = db.State.Select(s => s.DataVersion).Single() + 1;
        Close(plan.Corrected.Select(c => c.Stored.Id), version);
        var id = (db.Results.IgnoreQueryFilters().Max(r => (int?)r.Id) ?? 0) + 1;
        using (var insert = db.Bulk("result", ResultColumns.Names))
        {
            foreach (var row in plan.New) ResultColumns.Insert(insert, id, id++, row, personOf[row].Id, importId, version);
            foreach (var (row, stored) in plan.Corrected) ResultColumns.Insert(insert, id++, stored.Sequence, row, personOf[row].Id, importId, version);
            insert.Complete();
        }
        Mark();
    }

    void Close(IEnumerable<int> ids, long version)
    {
        foreach (var chunk in ids.Chunk(500))
            db.Results.Where(r => chunk.Contains(r.Id))
                .ExecuteUpdate(s => s.SetProperty(r => r.ToVersion, version).SetProperty(r => r.CloseReason, options.ReplaceReason));
    }

    void Mark()
    {
        var touched = plan.New.Concat(plan.Corrected.Select(c => c.Row)).Select(r => (r.RoundId, r.UnitId)).Distinct().ToList();
        if (touched.Count > MarksAtMost) db.StaleMarks.Add(new StaleMark());
        else db.StaleMarks.AddRange(touched.Select(t => new StaleMark { RoundId = t.RoundId, UnitId = t.UnitId }));
    }
}
