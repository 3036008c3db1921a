using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>Reads the people whom rows may mean, and the posts they have had.</summary>
/// <remarks>A few rows are asked about one by one, many by reading everybody once.</remarks>
sealed class PersonCandidates(AnalyticsDb db, PersonNames texts)
{
    /// <summary>From this many rows, or people, on everything is read.</summary>
    const int AskedFor = 10_000;

    const int AtOnce = 400;

    /// <summary>Those whose code a row names.</summary>
    public IEnumerable<Person> ByCode(IEnumerable<ResultRow> rows)
    {
        var codes = rows.Select(r => r.OfficialCode!).ToHashSet(StringComparer.Ordinal);
        var coded = db.Persons.AsNoTracking().Where(p => p.OfficialCode != null);
        return codes.Count > AskedFor
            ? coded.AsEnumerable().Where(p => codes.Contains(p.OfficialCode!)).ToList()
            : codes.Chunk(AtOnce).SelectMany(chunk => coded.Where(p => chunk.Contains(p.OfficialCode!)).ToList());
    }

    /// <summary>Those of a row's name, in the order they were made.</summary>
    /// <param name="codedToo">Also those who have a code.</param>
    public IReadOnlyList<Person> ByName(IEnumerable<ResultRow> rows, bool codedToo)
    {
        var names = rows.Select(r => texts.Folded(r.Official)).ToHashSet(StringComparer.Ordinal);
        var open = db.Persons.AsNoTracking().Where(p => codedToo || p.OfficialCode == null);
        return names.Count > AskedFor
            ? open.OrderBy(p => p.Id).AsEnumerable().Where(p => names.Contains(p.NameFolded)).ToList()
            : names.Chunk(AtOnce).SelectMany(chunk => open.Where(p => chunk.Contains(p.NameFolded)).ToList()).OrderBy(p => p.Id).ToList();
    }

    /// <summary>
    /// The units and posts people have results in. All of them count, not only the latest: files of earlier rounds may be
    /// loaded after those of later ones.
    /// </summary>
    public IEnumerable<(int PersonId, int UnitId, int PositionId)> Posts(IReadOnlyCollection<Person> people)
    {
        if (people.Count == 0) yield break;
        var results = db.Results.IgnoreQueryFilters().AsNoTracking();
        var asked = people.Select(p => p.Id).ToHashSet();
        var parts = asked.Count > AskedFor ? [results] : asked.Chunk(AtOnce).Select(chunk => results.Where(r => chunk.Contains(r.PersonId)));
        foreach (var part in parts)
            foreach (var r in part.Select(r => new { r.PersonId, r.UnitId, r.PositionId }).Distinct().ToList())
                if (asked.Contains(r.PersonId)) yield return (r.PersonId, r.UnitId, r.PositionId);
    }
}
