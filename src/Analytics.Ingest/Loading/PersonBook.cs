using Analytics.Domain.Names;
using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>
/// Finds the person a row speaks of: by official code, else by name and birth, else by name, unit (or its successor) and
/// post. Several candidates are never merged: a new person is made and the list to confirm is for people to work.
/// </summary>
sealed class PersonBook
{
    readonly AnalyticsDb db;
    readonly Dictionary<int, Person> byId = [];
    readonly Dictionary<string, Person> byCode = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<Person>> byName = new(StringComparer.Ordinal);
    readonly UnitLines lines;
    readonly PersonPlaces places;
    readonly HashSet<Person> changed = [];
    int nextId;

    public List<Person> Created { get; } = [];

    /// <param name="names">Folded names of the file; only people of these names or <paramref name="codes"/> are looked at.</param>
    public PersonBook(AnalyticsDb db, UnitBook units, IReadOnlyCollection<string> names, IReadOnlyCollection<string> codes)
    {
        this.db = db;
        lines = new UnitLines(units);
        nextId = (db.Persons.Max(p => (int?)p.Id) ?? 0) + 1;
        foreach (var person in Candidates(names, codes)) Index(person);
        places = new PersonPlaces(db, byId.Keys);
    }

    IEnumerable<Person> Candidates(IReadOnlyCollection<string> names, IReadOnlyCollection<string> codes)
    {
        if (nextId == 1) return [];
        if (names.Count + codes.Count > 2000) return db.Persons.AsNoTracking().OrderBy(p => p.Id).ToList();
        return names.Chunk(200).SelectMany(chunk => db.Persons.AsNoTracking().Where(p => chunk.Contains(p.NameFolded)).ToList())
            .Concat(codes.Chunk(200).SelectMany(chunk => db.Persons.AsNoTracking().Where(p => p.OfficialCode != null && chunk.Contains(p.OfficialCode)).ToList()))
            .DistinctBy(p => p.Id).OrderBy(p => p.Id);
    }

    void Index(Person person)
    {
        byId[person.Id] = person;
        if (person.OfficialCode is { } code) byCode[code] = person;
        if (!byName.TryGetValue(person.NameFolded, out var list)) byName[person.NameFolded] = list = [];
        list.Add(person);
    }

    /// <summary>The person a loaded result was given to: a correction or repetition of it speaks of nobody else.</summary>
    public Person Of(int personId)
    {
        if (!byId.TryGetValue(personId, out var person)) Index(person = db.Persons.AsNoTracking().Single(p => p.Id == personId));
        return person;
    }

    /// <summary>The person of a new row, made when there is none; says how a known one was recognised, and in which unit they were last known.</summary>
    public (Person Person, string? MatchedBy, int? LastUnitId) Find(string name, string? code, string? born, int unitId, int positionId)
    {
        var folded = Folding.Fold(name);
        var (found, how) = Match(folded, code, born, unitId, positionId);
        if (found is null)
        {
            found = new Person { Id = nextId++, Name = name, NameFolded = folded, SortKey = SortKeys.OfPerson(name), OfficialCode = code, Born = born };
            Created.Add(found);
            Index(found);
        }
        var lastUnit = found.AnchorUnitId;
        Complete(found, code, born, unitId, positionId);
        return (found, how, lastUnit);
    }

    (Person? Person, string? How) Match(string folded, string? code, string? born, int unitId, int positionId)
    {
        if (code is not null && byCode.TryGetValue(code, out var known)) return (known, "code");
        if (!byName.TryGetValue(folded, out var namesakes)) return default;
        // Somebody with another code is another person, whatever the name.
        var open = namesakes.Where(p => code is null || p.OfficialCode is null);
        if (born is not null && Only(open.Where(p => p.Born == born)) is { } born1) return (born1, "born");
        return Only(open.Where(p => (born is null || p.Born is null) && places.Of(p.Id).Any(place => place.PositionId == positionId && lines.AreOne(place.UnitId, unitId)))) is { } same
            ? (same, "post")
            : default;
    }

    static Person? Only(IEnumerable<Person> people)
    {
        Person? only = null;
        foreach (var person in people)
        {
            if (only is not null) return null;
            only = person;
        }
        return only;
    }

    void Complete(Person person, string? code, string? born, int unitId, int positionId)
    {
        var before = (person.OfficialCode, person.Born, person.AnchorUnitId, person.AnchorPositionId);
        if (person.OfficialCode is null && code is not null)
        {
            person.OfficialCode = code;
            byCode[code] = person;
        }
        person.Born ??= born;
        (person.AnchorUnitId, person.AnchorPositionId) = (unitId, positionId);
        places.Add(person.Id, unitId, positionId);
        if (before != (person.OfficialCode, person.Born, person.AnchorUnitId, person.AnchorPositionId)) changed.Add(person);
    }

    static readonly string[] Columns = ["id", "name", "name_folded", "sort_key", "official_code", "born", "anchor_unit_id", "anchor_position_id"];

    /// <summary>Writes new people and what was learned of known ones.</summary>
    public void Save()
    {
        using (var insert = db.Bulk("person", Columns))
        {
            foreach (var p in Created)
                insert.Row(p.Id, p.Name, p.NameFolded, p.SortKey, p.OfficialCode, p.Born, p.AnchorUnitId, p.AnchorPositionId);
            insert.Complete();
        }
        var created = Created.ToHashSet();
        foreach (var p in changed)
            if (!created.Contains(p))
                db.Persons.Where(x => x.Id == p.Id).ExecuteUpdate(s => s
                    .SetProperty(x => x.OfficialCode, p.OfficialCode).SetProperty(x => x.Born, p.Born)
                    .SetProperty(x => x.AnchorUnitId, p.AnchorUnitId).SetProperty(x => x.AnchorPositionId, p.AnchorPositionId));
    }
}
