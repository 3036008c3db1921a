using Analytics.Domain.People;

namespace Analytics.Ingest.Loading;

/// <summary>People by name and birth, and by name and post: how somebody without a code is recognised.</summary>
sealed class NameIndex
{
    readonly Chains<string> births = new(static (name, born) => HashCode.Combine(name, born));
    readonly Chains<(int UnitId, int PositionId)> posts = new(static (name, post) => HashCode.Combine(name, post.UnitId, post.PositionId));

    public bool IsEmpty => births.IsEmpty && posts.IsEmpty;

    public void AddBirth(Person person, string born)
    {
        births.Add(person, born);
        if (born.Length > YearDigits) births.Add(person, YearOf(born));
    }

    public void Clear()
    {
        births.Clear();
        posts.Clear();
    }

    const int YearDigits = 4;

    /// <summary>The year of a full date, not to be taken for a birth of which only the year is known.</summary>
    static string YearOf(string date) => string.Concat(date.AsSpan(0, YearDigits), "-");

    public void AddPost(Person person, int unitId, int positionId) => posts.Add(person, (unitId, positionId));

    /// <summary>Everybody of the name and birth, perhaps more than once.</summary>
    public IEnumerable<Person> Born(string name, string born) => births.Of(name, born);

    /// <summary>Those of the name whose birth agrees in the year, one of the two being known to the day and the other not.</summary>
    public IEnumerable<Person> BornInYear(string name, string born) => births.Of(name, born.Length > YearDigits ? born[..YearDigits] : YearOf(born));

    /// <summary>Everybody of the name in the post of one of the units, perhaps more than once.</summary>
    public IEnumerable<Person> InPost(string name, IEnumerable<int> units, int positionId) =>
        units.SelectMany(unit => posts.Of(name, (unit, positionId)));

    /// <summary>The only person of the name and birth who is asked for; null when there is none, or more than one.</summary>
    public Person? OnlyBorn(string name, string born, Predicate<Person> asked)
    {
        Person? only = null;
        return Only(births.Of(name, born), asked, ref only) ? only : null;
    }

    /// <summary>The only person of the name in the post of one of the units.</summary>
    public Person? OnlyInPost(string name, IEnumerable<int> units, int positionId, Predicate<Person> asked)
    {
        Person? only = null;
        foreach (var unit in units)
            if (!Only(posts.Of(name, (unit, positionId)), asked, ref only)) return null;
        return only;
    }

    /// <summary>False as soon as a second person is found.</summary>
    static bool Only(IEnumerable<Person> people, Predicate<Person> asked, ref Person? only)
    {
        foreach (var person in people)
        {
            if (ReferenceEquals(person, only) || !asked(person)) continue;
            if (only is not null) return false;
            only = person;
        }
        return true;
    }

    /// <summary>People by name and something beside it.</summary>
    /// <remarks>
    /// Made for some hundred thousand people: the name is the person's own and stands in no key, and links are in pages that are
    /// never copied. Who is linked may not get another folded name.
    /// </remarks>
    sealed class Chains<T>(Func<string, T, int> hash) where T : IEquatable<T>
    {
        const int PageBits = 10, PageSize = 1 << PageBits;

        /// <param name="Next">Number of the link that was first in the chain before; −1 behind the last.</param>
        readonly record struct Link(Person Person, T Beside, int Next);

        readonly List<Link[]> pages = [];
        /// <summary>Number of the first link of each chain, and one; 0 where there is none.</summary>
        int[] heads = [];
        int count;

        public bool IsEmpty => count == 0;

        public void Add(Person person, T beside)
        {
            if (count == heads.Length) Spread(Math.Max(PageSize, heads.Length * 2));
            if (count >> PageBits == pages.Count) pages.Add(new Link[PageSize]);
            Put(count++, person, beside);
        }

        public void Clear()
        {
            pages.Clear();
            (heads, count) = ([], 0);
        }

        void Put(int number, Person person, T beside)
        {
            ref var head = ref HeadOf(person.NameFolded, beside);
            pages[number >> PageBits][number & (PageSize - 1)] = new(person, beside, head - 1);
            head = number + 1;
        }

        /// <summary>Makes more chains. Put in again in their old order, the latest comes first as before.</summary>
        void Spread(int chains)
        {
            heads = new int[chains];
            for (var number = 0; number < count; number++)
            {
                var link = LinkOf(number);
                Put(number, link.Person, link.Beside);
            }
        }

        Link LinkOf(int number) => pages[number >> PageBits][number & (PageSize - 1)];

        ref int HeadOf(string name, T beside) => ref heads[hash(name, beside) & (heads.Length - 1)];

        /// <summary>The latest first, perhaps more than once.</summary>
        public IEnumerable<Person> Of(string name, T beside)
        {
            if (IsEmpty) yield break;
            for (var number = HeadOf(name, beside) - 1; number >= 0;)
            {
                var link = LinkOf(number);
                if (link.Beside.Equals(beside) && link.Person.NameFolded == name) yield return link.Person;
                number = link.Next;
            }
        }
    }
}
