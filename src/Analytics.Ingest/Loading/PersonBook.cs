using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>
/// Finds the person a row speaks of: by official code, else by name and birth, else by name, unit (or its successor) and
/// post. Several candidates are never merged: a new person is made and the list to confirm is for people to work.
/// </summary>
/// <remarks>
/// A row with a code can only mean somebody of that code or of none yet: names of those who have one are read only for rows
/// without.
/// </remarks>
sealed class PersonBook
{
    readonly AnalyticsDb db;
    readonly Dictionary<int, Person> byId = [];
    readonly Dictionary<string, Person> byCode = new(StringComparer.Ordinal);
    readonly NameIndex withoutCode = new();
    readonly NameIndex everybody = new();
    readonly HashSet<int> indexed = [];
    readonly UnitLines lines;
    readonly PersonNames texts = new();
    readonly PersonCandidates candidates;
    readonly List<Person> created = [];
    readonly HashSet<Person> changed = [];
    readonly bool loadedBefore;
    int nextId, firstUnsaved;

    public PersonBook(AnalyticsDb db, UnitBook units)
    {
        this.db = db;
        lines = new UnitLines(units);
        candidates = new(db, texts);
        firstUnsaved = nextId = (db.Persons.Max(p => (int?)p.Id) ?? 0) + 1;
        loadedBefore = nextId > 1;
    }

    /// <summary>Reads the people whom the rows can mean; to be called before they are looked for.</summary>
    public void Prepare(IReadOnlyList<ResultRow> rows)
    {
        if (!loadedBefore) return;
        foreach (var person in candidates.ByCode(rows.Where(r => r.OfficialCode is not null && !byCode.ContainsKey(r.OfficialCode)))) Know(person);
        var named = candidates.ByName(rows.Where(r => r.OfficialCode is null), codedToo: true)
            .Concat(candidates.ByName(rows.Where(r => r.OfficialCode is not null && !byCode.ContainsKey(r.OfficialCode)), codedToo: false))
            .Select(Know).Where(p => indexed.Add(p.Id)).ToList();
        foreach (var person in named) IndexBirth(person);
        foreach (var (person, unit, position) in candidates.Posts(named)) IndexPost(byId[person], unit, position);
    }

    /// <summary>The one object that stands for the person here.</summary>
    Person Know(Person person)
    {
        if (byId.TryGetValue(person.Id, out var known)) return known;
        if (person.OfficialCode is { } code) byCode.TryAdd(code, person);
        return byId[person.Id] = person;
    }

    void IndexBirth(Person person)
    {
        if (person.OfficialCode is null) withoutCode.AddBirth(person);
        everybody.AddBirth(person);
    }

    void IndexPost(Person person, int unitId, int positionId)
    {
        if (person.OfficialCode is null) withoutCode.AddPost(person, unitId, positionId);
        everybody.AddPost(person, unitId, positionId);
    }

    /// <summary>The person a loaded result was given to: a correction or repetition of it speaks of nobody else.</summary>
    public Person Of(int personId) =>
        byId.TryGetValue(personId, out var person) ? person : Know(db.Persons.AsNoTracking().Single(p => p.Id == personId));

    /// <summary>The person of a new row, made when there is none; says how a known one was recognised, and in which unit they were last known.</summary>
    public (Person Person, string? MatchedBy, int? LastUnitId) Find(string name, string? code, string? born, int unitId, int positionId)
    {
        var (found, how) = Match(name, code, born, unitId, positionId);
        if (found is null)
        {
            found = new Person { Id = nextId++, Name = name, NameFolded = texts.Folded(name), SortKey = texts.SortKey(name), OfficialCode = code, Born = born };
            created.Add(found);
            indexed.Add(found.Id);
            IndexBirth(Know(found));
        }
        var lastUnit = found.AnchorUnitId;
        Complete(found, code, born, unitId, positionId);
        return (found, how, lastUnit);
    }

    (Person? Person, string? How) Match(string name, string? code, string? born, int unitId, int positionId)
    {
        if (code is not null && byCode.TryGetValue(code, out var known)) return (known, "code");
        var index = code is null ? everybody : withoutCode;
        if (index.IsEmpty) return default;
        var folded = texts.Folded(name);
        // Somebody with another code is another person, whatever the name.
        if (born is not null && index.Born(folded, born, p => code is null || p.OfficialCode is null) is { } samebirth) return (samebirth, "born");
        return index.InPost(folded, lines.Of(unitId), positionId, p => (code is null || p.OfficialCode is null) && (born is null || p.Born is null)) is { } samepost
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
            IndexBirth(person);
        }
        if ((person.AnchorUnitId, person.AnchorPositionId) != (unitId, positionId))
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
        if (created.Count == 0) return;
        using (var insert = db.Bulk("person", Columns))
        {
            foreach (var p in created)
            {
                insert.Add(p.Id);
                foreach (var text in (ReadOnlySpan<string?>)[p.Name, p.NameFolded, p.SortKey, p.OfficialCode, p.Born]) insert.Add(text);
                insert.Add(p.AnchorUnitId);
                insert.Add(p.AnchorPositionId);
                insert.End();
            }
            insert.Complete();
        }
        created.Clear();
        firstUnsaved = nextId;
    }

    /// <summary>Writes what was learned of people who were written before.</summary>
    public void SaveChanges()
    {
        foreach (var p in changed)
            db.Persons.Where(x => x.Id == p.Id).ExecuteUpdate(s => s
                .SetProperty(x => x.OfficialCode, p.OfficialCode).SetProperty(x => x.Born, p.Born)
                .SetProperty(x => x.AnchorUnitId, p.AnchorUnitId).SetProperty(x => x.AnchorPositionId, p.AnchorPositionId));
    }
}
