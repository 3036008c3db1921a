using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Loading;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Matching;

/// <summary>
/// Collects, while rows are loaded, who may be the same person without the rules of identity saying so. Nobody is merged
/// for it: each pair becomes a question (<see cref="PersonMatch"/>).
/// </summary>
sealed class PersonDoubts(NameIndex everybody, NameIndex withoutCode, IReadOnlyList<int> positionIds)
{
    /// <summary>Of a name that half a district bears nobody could say anything.</summary>
    const int MostPerRow = 10;

    /// <summary>From so many people on all results are looked at once instead of asking about people.</summary>
    const int AskedFor = 10_000;

    const int YearLength = 4;

    static readonly string[] Columns = ["person_id", "other_id", "reason", "state", "unit_id", "position_id", "official_key", "import_id"];

    readonly Dictionary<(int PersonId, int OtherId), PersonMatch> found = [];

    /// <summary>Questions written.</summary>
    public int Asked { get; private set; }

    /// <param name="person">Whose the row is: just made, or seen in this post for the first time.</param>
    /// <param name="line">The unit and those it continues.</param>
    public void Look(Person person, ResultRow row, IReadOnlyCollection<int> line)
    {
        var left = MostPerRow;
        // Two codes in one unit are two people.
        var around = person.OfficialCode is null ? everybody : withoutCode;
        if (!around.IsEmpty)
            foreach (var other in around.InPost(person.NameFolded, line, row.PositionId)) Ask(other, InSamePost(person, other));
        if (person.Born is { } born)
        {
            foreach (var other in OfBirth(person.NameFolded, born)) Ask(other, MatchReason.OtherCode);
            foreach (var other in everybody.BornInYear(person.NameFolded, born)) Ask(other, MatchReason.BirthYear);
        }
        if (!around.IsEmpty)
            foreach (var position in positionIds)
                if (position != row.PositionId)
                    foreach (var other in around.InPost(person.NameFolded, line, position)) Ask(other, MatchReason.OtherPost);

        // Of a common name and one year of birth there are hundreds in a country: a year tells something in the same unit only.
        IEnumerable<Person> OfBirth(string name, string day) => day.Length > YearLength
            ? everybody.Born(name, day)
            : !everybody.Born(name, day).Any(other => other.Id != person.Id) ? []
            : positionIds.SelectMany(position => everybody.InPost(name, line, position)).Where(other => other.Born == day);

        void Ask(Person other, MatchReason reason)
        {
            if (left == 0 || other.Id == person.Id || found.ContainsKey((person.Id, other.Id)) || found.ContainsKey((other.Id, person.Id))) return;
            if (!MayBe(person, other, reason)) return;
            left--;
            found[(person.Id, other.Id)] = new PersonMatch
            {
                PersonId = person.Id,
                OtherId = other.Id,
                Reason = reason,
                UnitId = row.UnitId,
                PositionId = row.PositionId,
                OfficialKey = row.OfficialKey,
            };
        }
    }

    static MatchReason InSamePost(Person a, Person b) =>
        a.Born is null || b.Born is null ? MatchReason.Several : SameYearAtLeast(a.Born, b.Born) ? MatchReason.BirthYear : MatchReason.OtherBirth;

    /// <summary>Two codes are two people, unless the birth date says that one of the codes may be wrong; so are two birth dates, unless the post is the same.</summary>
    static bool MayBe(Person a, Person b, MatchReason reason) => reason switch
    {
        MatchReason.OtherCode => true,
        _ when a.OfficialCode is not null && b.OfficialCode is not null => false,
        MatchReason.OtherPost => a.Born is null || b.Born is null || SameYearAtLeast(a.Born, b.Born),
        _ => true,
    };

    /// <summary>Equal, or one is the year of the other.</summary>
    static bool SameYearAtLeast(string a, string b) => a == b || (a.Length != b.Length && a.AsSpan(0, 4).SequenceEqual(b.AsSpan(0, 4)));

    /// <summary>Writes the questions that were not asked before. Who has results beside each other in one post is two people.</summary>
    public void Save(AnalyticsDb db, int importId)
    {
        if (found.Count == 0) return;
        var people = found.Keys.SelectMany(k => new[] { k.PersonId, k.OtherId }).ToHashSet();
        var asked = people.Chunk(400).SelectMany(ids => db.PersonMatches.IgnoreQueryFilters().Where(m => ids.Contains(m.PersonId)).Select(m => new { m.PersonId, m.OtherId }).ToList())
            .Select(m => (m.PersonId, m.OtherId)).ToHashSet();
        var votes = Votes(db, people);
        using var insert = db.Bulk("person_match", Columns);
        foreach (var ((person, other), match) in found)
        {
            if (asked.Contains((person, other)) || asked.Contains((other, person))) continue;
            if (votes.TryGetValue(person, out var a) && votes.TryGetValue(other, out var b) && a.Overlaps(b)) continue;
            Insert(insert, match, importId);
            Asked++;
        }
        insert.Complete();
    }

    static void Insert(BulkInsert insert, PersonMatch match, int importId)
    {
        foreach (var number in (ReadOnlySpan<int>)[match.PersonId, match.OtherId, (int)match.Reason, (int)match.State, match.UnitId, match.PositionId]) insert.Add(number);
        insert.Add(match.OfficialKey);
        insert.Add(importId);
        insert.End();
    }

    /// <summary>Where each of the people has a result: round, unit and post.</summary>
    static Dictionary<int, HashSet<(int, int, int)>> Votes(AnalyticsDb db, HashSet<int> people)
    {
        var results = db.Results.IgnoreQueryFilters().Where(r => r.ToVersion == null);
        var parts = people.Count > AskedFor ? [results] : people.Chunk(400).Select(ids => results.Where(r => ids.Contains(r.PersonId)));
        var votes = new Dictionary<int, HashSet<(int, int, int)>>();
        foreach (var part in parts)
            foreach (var r in part.Select(r => new { r.PersonId, r.RoundId, r.UnitId, r.PositionId }))
            {
                if (!people.Contains(r.PersonId)) continue;
                if (!votes.TryGetValue(r.PersonId, out var own)) votes[r.PersonId] = own = [];
                own.Add((r.RoundId, r.UnitId, r.PositionId));
            }
        return votes;
    }
}
