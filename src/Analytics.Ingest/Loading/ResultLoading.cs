using Analytics.Domain.Imports;
using Analytics.Domain.Minutes;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>Checked result rows → versions in the store, with provenance and stale marks. Runs inside the writer's turn.</summary>
/// <remarks>
/// A file may come in parts: each is compared and written (<see cref="Flush"/>) before the next. What is compared is always
/// what was loaded before the file; a row that comes twice in it is the check's to find.
/// </remarks>
sealed class ResultLoading(AnalyticsDb db, ReferenceData reference, LoadOptions options) : IRowLoading
{
    /// <summary>From this many touched groups on one mark for everything is cheaper than marks one by one.</summary>
    internal const int MarksAtMost = 2000;

    readonly RowPlan<ResultRow, Result> plan = new();
    readonly LoadedResults loaded = new(db);
    readonly PostHolders holders = new();
    readonly PersonBook people = new(db, reference);
    /// <summary>Beside the new and the corrected rows of the plan.</summary>
    readonly List<Person> newPeople = [], correctedPeople = [];
    readonly HashSet<(int RoundId, int UnitId)> touched = [];
    int newWritten, correctedWritten, nextId;
    int voted, complete, reconciled, published, confirmed;
    long version;

    /// <summary>Whether there were neither results nor people before the file: then nothing is looked for while it is loaded.</summary>
    public bool IntoNothing => loaded.None && people.IsNew;

    /// <summary>Told of each new result that is written; null when nobody wants to know.</summary>
    public TrendsAhead? Ahead { get; init; }

    public int Unchanged => plan.Unchanged;
    public int New => newWritten + plan.New.Count;
    public int Corrected => correctedWritten + plan.Corrected.Count;
    public int Conflicts => plan.Conflicts;
    public IReadOnlyList<string> Notes => people.Asked == 0 ? [] : [LoadMessages.PeopleToConfirm(people.Asked)];
    public IReadOnlyList<Reading.Problem> Problems => plan.Problems;

    public void Compare(CheckedFile file) => Compare(file.Results);

    /// <summary>Compares the rows of a file, or its next ones.</summary>
    public void Compare(IReadOnlyList<ResultRow> rows)
    {
        var existing = loaded.Of(rows);
        holders.Add(existing.Values);
        people.Prepare(rows);
        foreach (var row in rows) Compare(row, existing);
    }

    void Compare(ResultRow row, Dictionary<(int, int, int, string), Result> existing)
    {
        Person person;
        if (existing.Count > 0 && existing.TryGetValue((row.RoundId, row.UnitId, row.PositionId, row.OfficialKey), out var stored))
        {
            person = people.Of(stored.PersonId);
            if (plan.Compare(row, row.Place, stored, ResultComparison.Between(stored, row), options))
            {
                correctedPeople.Add(person);
                CountQuality(row);
            }
            WarnOfVariant(row, person, row.OfficialCode is not null ? "code" : row.Born is not null ? "born" : "post", row.UnitId);
        }
        else
        {
            (person, var how, var lastUnit) = people.Find(row);
            plan.New.Add(row);
            newPeople.Add(person);
            CountQuality(row);
            WarnOfVariant(row, person, how, lastUnit);
        }
        WarnOfSecondHolder(row, person);
    }

    void CountQuality(ResultRow row)
    {
        if (row.Exempt is not null) return;
        var quality = RowQuality.Of(row.Counts, reference.RegimeOf(reference.Round(row.RoundId)!), row.PublishedLowPercent, row.PublishedHighPercent);
        voted++;
        if (quality.Complete) complete++;
        if (quality.Reconciled) reconciled++;
        if (quality.Published) published++;
        if (quality.Confirmed) confirmed++;
    }

    /// <summary>Says with the import how good the results it brings are.</summary>
    public void Describe(Import import) =>
        (import.Voted, import.Complete, import.Reconciled, import.Published, import.Confirmed) = (voted, complete, reconciled, published, confirmed);

    void WarnOfSecondHolder(ResultRow row, Person person)
    {
        var position = reference.Position(row.PositionId)!;
        if (!position.HasOneHolder) return;
        if (holders.OtherThan(row, person.Id) is { } other)
            plan.Problems.Add(LoadMessages.SecondHolder(row.Place, position.NameVi, reference.Units.ById(row.UnitId)!.Name, people.Of(other).Name));
    }

    void WarnOfVariant(ResultRow row, Person person, string? how, int? lastUnit)
    {
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

    /// <summary>Writes what has been compared so far, and forgets it.</summary>
    public void Flush(int importId)
    {
        people.SaveNew();
        if (nextId == 0)
        {
            version = db.State.Select(s => s.DataVersion).Single() + 1;
            nextId = (db.Results.IgnoreQueryFilters().Max(r => (int?)r.Id) ?? 0) + 1;
        }
        Close(plan.Corrected.Select(c => c.Stored.Id));
        using (var insert = db.Bulk("result", ResultColumns.Names))
        {
            foreach (var (row, person) in plan.New.Zip(newPeople))
            {
                ResultColumns.Insert(insert, nextId, nextId, row, person.Id, importId, version);
                Ahead?.Add(nextId, row.RoundId, row.UnitId, row.PositionId, person.Id, row.Exempt is not null, row.Counts, row.PublishedLowPercent, row.PublishedHighPercent);
                nextId++;
            }
            foreach (var ((row, stored), person) in plan.Corrected.Zip(correctedPeople)) ResultColumns.Insert(insert, nextId++, stored.Sequence, row, person.Id, importId, version);
            insert.Complete();
        }
        foreach (var row in plan.New.Concat(plan.Corrected.Select(c => c.Row)))
            if (touched.Count <= MarksAtMost) touched.Add((row.RoundId, row.UnitId));
        (newWritten, correctedWritten) = (New, Corrected);
        Forget();
    }

    /// <summary>Forgets what has been compared so far without writing it: the file is refused in any case.</summary>
    public void Forget()
    {
        plan.New.Clear();
        plan.Corrected.Clear();
        newPeople.Clear();
        correctedPeople.Clear();
    }

    /// <summary>Writes the last rows of a file that came in parts, and lets go of what rows were compared with.</summary>
    public void End(int importId)
    {
        Flush(importId);
        people.End();
        holders.Clear();
    }

    public void Save(int importId)
    {
        Flush(importId);
        people.SaveChanges(importId);
        if (touched.Count > MarksAtMost) db.StaleMarks.Add(new StaleMark());
        else db.StaleMarks.AddRange(touched.Select(t => new StaleMark { RoundId = t.RoundId, UnitId = t.UnitId }));
    }

    void Close(IEnumerable<int> ids)
    {
        foreach (var chunk in ids.Chunk(500))
            db.Results.Where(r => chunk.Contains(r.Id))
                .ExecuteUpdate(s => s.SetProperty(r => r.ToVersion, version).SetProperty(r => r.CloseReason, options.ReplaceReason));
    }
}
