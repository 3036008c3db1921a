using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Matching;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>
/// Finds the person a row speaks of: by official code, else by name and birth, else by name, unit (or its successor) and
/// post; or as somebody has said before. Several candidates are never merged: a new person is made, and who may be whom is
/// asked (<see cref="PersonDoubts"/>).
/// </summary>
/// <remarks>
/// A row with a code can only mean somebody of that code or of none yet: names of those who have one are read only for rows
/// without.
/// </remarks>
sealed class PersonBook
{
    readonly AnalyticsDb db;
    /// <summary>Those who were in the store before.</summary>
    readonly Dictionary<int, Person> byId = [];
    readonly Dictionary<string, Person> byCode = new(StringComparer.Ordinal);
    readonly NameIndex withoutCode = new();
    readonly NameIndex everybody = new();
    /// <summary>Those of <see cref="byId"/> whose births and posts are in the indexes; of people made here they always are.</summary>
    readonly HashSet<int> indexed = [];
    readonly UnitLines lines;
    readonly PersonNames texts = new();
    readonly PersonCandidates candidates;
    readonly KnownAnswers answers;
    readonly PersonDoubts doubts;
    /// <summary>People made here, in the order of their ids.</summary>
    readonly List<Person> created = [];
    readonly HashSet<Person> changed = [];
    readonly int firstCreated;
    int nextId, firstUnsaved;

    public PersonBook(AnalyticsDb db, ReferenceData reference)
    {
        this.db = db;
        lines = new UnitLines(reference.Units);
        candidates = new(db, texts);
        answers = new(db);
        doubts = new(everybody, withoutCode, [.. reference.Positions.Select(p => p.Id)]);
        firstCreated = firstUnsaved = nextId = (db.Persons.Max(p => (int?)p.Id) ?? 0) + 1;
    }

    /// <summary>Whether nobody was known before.</summary>
    public bool IsNew => firstCreated == 1;

    /// <summary>Reads the people whom the rows can mean; to be called before they are looked for.</summary>
    public void Prepare(IReadOnlyList<ResultRow> rows)
    {
        if (IsNew) return;
        foreach (var person in candidates.ByCode(rows.Where(r => r.OfficialCode is not null && !byCode.ContainsKey(r.OfficialCode)))) Know(person);
        var unclear = rows.Where(r => r.OfficialCode is null || !byCode.TryGetValue(r.OfficialCode, out var known) || !IsIn(known, r.UnitId, r.PositionId))
            // With a code of their own only those of the same birth can be meant by a row with another.
            .ToLookup(r => r.OfficialCode is null || r.Born is not null);
        var named = candidates.ByName(unclear[true], codedToo: true).Concat(candidates.ByName(unclear[false], codedToo: false))
            .Where(p => p.Id < firstCreated && indexed.Add(p.Id)).ToList();
        foreach (var person in named) IndexBirth(Know(person), person.Born);
        foreach (var (person, unit, position) in candidates.Posts(named)) IndexPost(byId[person], unit, position);
    }

    static bool IsIn(Person person, int unitId, int positionId) => (person.AnchorUnitId, person.AnchorPositionId) == (unitId, positionId);

    /// <summary>How many questions were written.</summary>
    public int Asked => doubts.Asked;

    /// <summary>The one object that stands for the person here: for somebody who was said to be another, that other.</summary>
    Person Know(Person person)
    {
        if (byId.TryGetValue(person.Id, out var known)) return known;
        var stands = answers.Of(person.Id) is var id && id != person.Id ? Of(id) : person;
        if (person.OfficialCode is { } code) byCode.TryAdd(code, stands);
        return byId[person.Id] = stands;
    }

    /// <param name="born">The person's own, or that of somebody who was said to be the person.</param>
    void IndexBirth(Person person, string? born)
    {
        if (born is null) return;
        if (person.OfficialCode is null) withoutCode.AddBirth(person, born);
        everybody.AddBirth(person, born);
    }

    void IndexPost(Person person, int unitId, int positionId)
    {
        if (person.OfficialCode is null) withoutCode.AddPost(person, unitId, positionId);
        everybody.AddPost(person, unitId, positionId);
    }

    /// <summary>The person a loaded result was given to: a correction or repetition of it speaks of nobody else.</summary>
    public Person Of(int personId) =>
        personId >= firstCreated ? created[personId - firstCreated]
        : byId.TryGetValue(personId, out var person) ? person
        : Know(db.Persons.AsNoTracking().Single(p => p.Id == personId));

    /// <summary>The person of a new row, made when there is none; says how a known one was recognised, and in which unit they were last known.</summary>
    public (Person Person, string? MatchedBy, int? LastUnitId) Find(ResultRow row)
    {
        var (name, code, born, unitId, positionId) = (row.Official, row.OfficialCode, row.Born, row.UnitId, row.PositionId);
        var (found, how) = Match(row);
        if (found is null)
        {
            found = new Person { Id = nextId++, Name = name, NameFolded = texts.Folded(name), SortKey = texts.SortKey(name), OfficialCode = code, Born = born };
            created.Add(found);
            if (code is not null) byCode[code] = found;
            IndexBirth(found, born);
        }
        var lastUnit = found.AnchorUnitId;
        // Nobody need be asked about whom the post itself or an answer tells.
        if (how is null || (how is "code" or "born" && !IsIn(found, unitId, positionId))) doubts.Look(found, row, lines.Of(unitId));
        Complete(found, code, born, unitId, positionId);
        return (found, how, lastUnit);
    }

    (Person? Person, string? How) Match(ResultRow row)
    {
        var (name, code, born, unitId, positionId) = (row.Official, row.OfficialCode, row.Born, row.UnitId, row.PositionId);
        if (code is not null && byCode.TryGetValue(code, out var known)) return (known, "code");
        var index = code is null ? everybody : withoutCode;
        if (index.IsEmpty) return default;
        var folded = texts.Folded(name);
        if (!answers.IsEmpty && answers.ForRow(row.OfficialKey, lines.Of(unitId), positionId) is { } said) return (Of(said), "answer");
        // Somebody with another code is another person, whatever the name.
        if (born is not null && index.OnlyBorn(folded, born, p => code is null || p.OfficialCode is null) is { } samebirth) return (samebirth, "born");
        return index.OnlyInPost(folded, lines.Of(unitId), positionId, p => (code is null || p.OfficialCode is null) && (born is null || p.Born is null)) is { } samepost
            ? (samepost, "post")
            : default;
    }

    void Complete(Person person, string? code, string? born, int unitId, int positionId)
    {
        var before = (person.OfficialCode, person.Born, person.AnchorUnitId, person.AnchorPositionId);
        if (person.OfficialCode is null && code is not null)
        {
            person.OfficialCode = code;
            byCode[code] = person;
        }
        if (person.Born is null && born is not null)
        {
            person.Born = born;
            IndexBirth(person, born);
        }
        if (!IsIn(person, unitId, positionId))
        {
            (person.AnchorUnitId, person.AnchorPositionId) = (unitId, positionId);
            IndexPost(person, unitId, positionId);
        }
        if (person.Id < firstUnsaved && before != (person.OfficialCode, person.Born, person.AnchorUnitId, person.AnchorPositionId)) changed.Add(person);
    }

    static readonly string[] Columns = ["id", "name", "name_folded", "sort_key", "official_code", "born", "anchor_unit_id", "anchor_position_id"];

    /// <summary>Writes the people who are new since the last time.</summary>
    public void SaveNew()
    {
        if (firstUnsaved == nextId) return;
        using (var insert = db.Bulk("person", Columns))
        {
            foreach (var p in created.Skip(firstUnsaved - firstCreated))
            {
                insert.Add(p.Id);
                foreach (var text in (ReadOnlySpan<string?>)[p.Name, p.NameFolded, p.SortKey, p.OfficialCode, p.Born]) insert.Add(text);
                insert.Add(p.AnchorUnitId);
                insert.Add(p.AnchorPositionId);
                insert.End();
            }
            insert.Complete();
        }
        firstUnsaved = nextId;
    }

    /// <summary>Nobody is looked for any more: lets go of everybody, but for what is still to be written.</summary>
    public void End()
    {
        SaveNew();
        foreach (var index in (ReadOnlySpan<NameIndex>)[everybody, withoutCode]) index.Clear();
        byCode.Clear();
        byCode.TrimExcess();
        byId.Clear();
        byId.TrimExcess();
        created.Clear();
        created.TrimExcess();
    }

    /// <summary>Writes what was learned of people who were written before, and what is to be asked about them.</summary>
    public void SaveChanges(int importId)
    {
        doubts.Save(db, importId);
        PersonChanges.Save(db, changed);
    }
}
