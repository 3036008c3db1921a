using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>Judged results as pages and commands ask for them. Scope and version are those of the context.</summary>
public static class OfficialQuery
{
    /// <summary>So many are asked for one by one; of more, whole rounds are read.</summary>
    const int FewPersons = 1_000;

    /// <summary>Every result of a round, in file order of the first load.</summary>
    public static IReadOnlyList<OfficialRow> OfRound(AnalyticsDb db, ReferenceData reference, Round round) =>
        Judge(db, reference, round, db.Results.Where(r => r.RoundId == round.Id));

    /// <summary>Every result of a round as known in the version of <paramref name="db"/>, with comparison sets computed anew.</summary>
    public static IReadOnlyList<OfficialRow> AsOf(AnalyticsDb db, ReferenceData reference, Round round, CancellationToken ct = default)
    {
        var computation = TrendComputation.Over(db, reference, new HashSet<TrendBy>(), ct: ct);
        return Judge(db, reference, round, db.Results.Where(r => r.RoundId == round.Id), computation.Parameters(round.Id).ToList());
    }

    /// <summary>The same for some results of the round.</summary>
    public static IReadOnlyList<OfficialRow> Judge(AnalyticsDb db, ReferenceData reference, Round round, IQueryable<Result> results) =>
        Judge(db, reference, round, results, db.RoundParameters.AsNoTracking().Where(p => p.RoundId == round.Id).ToList());

    static List<OfficialRow> Judge(AnalyticsDb db, ReferenceData reference, Round round, IQueryable<Result> results, List<RoundParameters> parameters)
    {
        var judge = new OfficialJudge(reference, round, parameters);
        // No IgnoreQueryFilters for the persons here: it would lift version and scope from the results too.
        var rows = results.AsNoTracking().OrderBy(r => r.Sequence)
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { Result = r, p.OfficialCode }).ToList();
        var previous = Previous(db, reference, round, rows.Select(r => r.Result).ToList());
        return rows.Select(r => judge.Judge(r.Result, r.OfficialCode, previous.TryGetValue(r.Result.Id, out var counts) ? counts : null)).ToList();
    }

    /// <summary>
    /// Counts of the previous round under the same regime, by result id, for rules that ask for two rounds running. A
    /// person's earlier result counts wherever it was, so the viewer's scope does not change a standing.
    /// </summary>
    static Dictionary<int, Counts> Previous(AnalyticsDb db, ReferenceData reference, Round round, List<Result> results)
    {
        if (!reference.RegimeOf(round).Thresholds.Any(t => t.Consecutive)) return [];
        var earlier = reference.Rounds.Where(r => r.RegimeId == round.RegimeId && r.IsBefore(round)).Select(r => r.Id).ToList();
        if (earlier.Count == 0 || results.Count == 0) return [];
        var order = earlier.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var before = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking().Where(r => earlier.Contains(r.RoundId) && r.Exempt == null);
        // Of a page's few the others' earlier results are not read.
        var persons = results.Select(r => r.PersonId).Distinct().ToList();
        if (persons.Count <= FewPersons) before = before.Where(r => persons.Contains(r.PersonId));
        var found = before.AsEnumerable()
            .GroupBy(r => (r.PersonId, r.PositionId))
            .ToDictionary(g => g.Key, g => g.MaxBy(r => order[r.RoundId])!.Counts);
        var previous = new Dictionary<int, Counts>();
        foreach (var result in results)
            if (found.TryGetValue((result.PersonId, result.PositionId), out var counts)) previous[result.Id] = counts;
        return previous;
    }
}
