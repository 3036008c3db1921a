using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>
/// The units and posts people have results in. All of them count, not only the latest: files of earlier rounds may be
/// loaded after those of later ones.
/// </summary>
sealed class PersonPlaces
{
    /// <summary>From this many people on all results are looked through, not person by person.</summary>
    const int PeopleAtMost = 5000;

    readonly Dictionary<int, HashSet<(int UnitId, int PositionId)>> places = [];

    public PersonPlaces(AnalyticsDb db, IReadOnlyCollection<int> people)
    {
        if (people.Count == 0) return;
        var results = db.Results.IgnoreQueryFilters().AsNoTracking();
        if (people.Count > PeopleAtMost) AddAll(results);
        else foreach (var chunk in people.Chunk(500)) AddAll(results.Where(r => chunk.Contains(r.PersonId)));
    }

    void AddAll(IQueryable<Domain.Results.Result> results)
    {
        foreach (var r in results.Select(r => new { r.PersonId, r.UnitId, r.PositionId }).Distinct()) Add(r.PersonId, r.UnitId, r.PositionId);
    }

    public void Add(int personId, int unitId, int positionId)
    {
        if (!places.TryGetValue(personId, out var set)) places[personId] = set = [];
        set.Add((unitId, positionId));
    }

    public IReadOnlyCollection<(int UnitId, int PositionId)> Of(int personId) =>
        places.TryGetValue(personId, out var set) ? set : (IReadOnlyCollection<(int, int)>)[];
}
