using Analytics.Domain.People;

namespace Analytics.Ingest.Loading;

/// <summary>People by name and birth, and by name and post: how somebody without a code is recognised.</summary>
sealed class NameIndex
{
    readonly Dictionary<(string Name, string Born), int> births = [];
    readonly Dictionary<(string Name, int UnitId, int PositionId), int> posts = [];
    readonly List<(Person Person, int Next)> links = [];

    public bool IsEmpty => links.Count == 0;

    public void AddBirth(Person person, string born)
    {
        Link(births, (person.NameFolded, born), person);
        if (born.Length > YearDigits) Link(births, (person.NameFolded, YearOf(born)), person);
    }

    const int YearDigits = 4;

    /// <summary>The year of a full date, not to be taken for a birth of which only the year is known.</summary>
    static string YearOf(string date) => string.Concat(date.AsSpan(0, YearDigits), "-");

    public void AddPost(Person person, int unitId, int positionId) => Link(posts, (person.NameFolded, unitId, positionId), person);

    void Link<TKey>(Dictionary<TKey, int> heads, TKey key, Person person) where TKey : notnull
    {
        links.Add((person, heads.GetValueOrDefault(key, -1)));
        heads[key] = links.Count - 1;
    }

    /// <summary>Everybody of the name and birth, perhaps more than once.</summary>
    public IEnumerable<Person> Born(string name, string born) => From(births.GetValueOrDefault((name, born), -1));

    /// <summary>Those of the name whose birth agrees in the year, one of the two being known to the day and the other not.</summary>
    public IEnumerable<Person> BornInYear(string name, string born) =>
        From(births.GetValueOrDefault((name, born.Length > YearDigits ? born[..YearDigits] : YearOf(born)), -1));

    /// <summary>Everybody of the name in the post of one of the units, perhaps more than once.</summary>
    public IEnumerable<Person> InPost(string name, IEnumerable<int> units, int positionId) =>
        units.SelectMany(unit => From(posts.GetValueOrDefault((name, unit, positionId), -1)));

    IEnumerable<Person> From(int first)
    {
        for (var at = first; at >= 0; at = links[at].Next) yield return links[at].Person;
    }

    /// <summary>The only person of the name and birth who is asked for; null when there is none, or more than one.</summary>
    public Person? OnlyBorn(string name, string born, Predicate<Person> asked)
    {
        Person? only = null;
        return Only(births.GetValueOrDefault((name, born), -1), asked, ref only) ? only : null;
    }

    /// <summary>The only person of the name in the post of one of the units.</summary>
    public Person? OnlyInPost(string name, IEnumerable<int> units, int positionId, Predicate<Person> asked)
    {
        Person? only = null;
        foreach (var unit in units)
            if (!Only(posts.GetValueOrDefault((name, unit, positionId), -1), asked, ref only)) return null;
        return only;
    }

    /// <summary>False as soon as a second person is found.</summary>
    bool Only(int first, Predicate<Person> asked, ref Person? only)
    {
        for (var at = first; at >= 0; at = links[at].Next)
        {
            var person = links[at].Person;
            if (ReferenceEquals(person, only) || !asked(person)) continue;
            if (only is not null) return false;
            only = person;
        }
        return true;
    }
}
