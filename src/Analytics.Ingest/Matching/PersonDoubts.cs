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
            foreach (var other in everybody.Born(person.NameFolded, born)) Ask(other, MatchReason.OtherCode);
            foreach (var other in everybody.BornInYear(person.NameFolded, born)) Ask(other, MatchReason.BirthYear);
        }
        if (!around.IsEmpty)
            foreach (var position in positionIds)
                if (position != row.PositionId)
                    foreach (var other in around.InPost(person.NameFolded, line, position)) Ask(other, MatchReason.OtherPost);

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
        var asked = new HashSet<(int, int)>();
        var votes = new Dictionary<int, HashSet<(int, int, int)>>();
        foreach (var ids in people.Chunk(400))
        {
            foreach (var m in db.PersonMatches.IgnoreQueryFilters().Where(m => ids.Contains(m.PersonId)).Select(m => new { m.PersonId, m.OtherId })) asked.Add((m.PersonId, m.OtherId));
            foreach (var r in db.Results.IgnoreQueryFilters().Where(r => ids.Contains(r.PersonId) && r.ToVersion == null).Select(r => new { r.PersonId, r.RoundId, r.UnitId, r.PositionId }).ToList())
            {
                if (!votes.TryGetValue(r.PersonId, out var own)) votes[r.PersonId] = own = [];
                own.Add((r.RoundId, r.UnitId, r.PositionId));
            }
        }
        foreach (var ((person, other), match) in found)
        {
            if (asked.Contains((person, other)) || asked.Contains((other, person))) continue;
            if (votes.TryGetValue(person, out var a) && votes.TryGetValue(other, out var b) && a.Overlaps(b)) continue;
            match.ImportId = importId;
            db.PersonMatches.Add(match);
            Asked++;
        }
        db.SaveChanges();
    }
}
