using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Previews;

/// <summary>
/// Results whose standing differs between the published version and the pending one. Judged are the results that changed,
/// later ones of the same people where a rule looks at two rounds running, and whole rounds whose rule or day changed.
/// </summary>
sealed class StandingChanges(AnalyticsDb db, PublishedState before, ReferenceData reference)
{
    const int AtOnce = 500;

    public List<StandingChange> Read()
    {
        var changes = new List<StandingChange>();
        foreach (var (roundId, people) in Touched().OrderBy(t => reference.Round(t.Key)!.HeldFrom).ThenBy(t => reference.Round(t.Key)!.Code, StringComparer.Ordinal))
        {
            var old = Judged(before.Version, before.Reference, roundId, people);
            var now = Judged(AnalyticsDb.Pending, reference, roundId, people);
            changes.AddRange(old.Keys.Union(now.Keys).Order().Select(s => Compare(old.GetValueOrDefault(s), now.GetValueOrDefault(s))).OfType<StandingChange>());
        }
        return changes;
    }

    /// <summary>By round, whose results are judged anew; null: everybody's.</summary>
    Dictionary<int, HashSet<int>?> Touched()
    {
        var next = before.Version + 1;
        var touched = new Dictionary<int, HashSet<int>?>();
        var changed = db.Results.IgnoreQueryFilters().Where(r => r.FromVersion == next || r.ToVersion == next)
            .Select(r => new { r.RoundId, r.PersonId }).Distinct().ToList();
        foreach (var round in changed.GroupBy(c => c.RoundId, c => c.PersonId))
            foreach (var later in RoundsLookingBackTo(round.Key).Prepend(round.Key)) Add(touched, later, round);
        foreach (var round in reference.Rounds.Where(RuleChanged))
            foreach (var later in RoundsLookingBackTo(round.Id).Prepend(round.Id)) touched[later] = null;
        return touched;
    }

    static void Add(Dictionary<int, HashSet<int>?> touched, int round, IEnumerable<int> people)
    {
        if (!touched.TryGetValue(round, out var known)) touched[round] = known = [];
        known?.UnionWith(people);
    }

    bool RuleChanged(Round round) => before.Reference.Round(round.Id) is { } was && (was.RegimeId != round.RegimeId || was.HeldFrom != round.HeldFrom);

    IEnumerable<int> RoundsLookingBackTo(int roundId)
    {
        var regimes = new[] { before.Reference.Round(roundId)?.RegimeId, reference.Round(roundId)?.RegimeId };
        return reference.Rounds.Where(r => r.Id != roundId && regimes.Contains(r.RegimeId) && reference.RegimeOf(r).Thresholds.Any(t => t.Consecutive)).Select(r => r.Id);
    }

    Dictionary<int, OfficialRow> Judged(long version, ReferenceData then, int roundId, HashSet<int>? people)
    {
        var judged = new Dictionary<int, OfficialRow>();
        if (then.Round(roundId) is not { } round) return judged;
        db.Version = version;
        // A rule that looks back reads all earlier results at each call: then everybody at once is less work.
        var parts = people is null || then.RegimeOf(round).Thresholds.Any(t => t.Consecutive) ? [null] : people.Chunk(AtOnce).Cast<int[]?>();
        foreach (var part in parts)
        {
            var results = db.Results.Where(r => r.RoundId == roundId);
            if (part is not null) results = results.Where(r => part.Contains(r.PersonId));
            foreach (var row in OfficialQuery.Judge(db, then, round, results))
                if (people is null || people.Contains(row.Result.PersonId)) judged[row.Result.Sequence] = row;
        }
        db.Version = AnalyticsDb.Pending;
        return judged;
    }

    /// <summary>Null where nothing is to be told: the same standing, or a new result at no threshold.</summary>
    StandingChange? Compare(OfficialRow? old, OfficialRow? now)
    {
        if (old?.Standing.Code == now?.Standing.Code || (old is null && now is { Standing.AtThreshold: false })) return null;
        var row = (now ?? old)!;
        var r = row.Result;
        return new(Subjects.Of(reference, r.RoundId, r.UnitId, r.PositionId, r.OfficialName), r.UnitId, row.Round.RegimeId, Text(old, before.Reference), Text(now, reference));
    }

    static StandingText? Text(OfficialRow? row, ReferenceData then)
    {
        if (row is null) return null;
        var line = row.Standing.Met is { } met ? then.RegimeOf(row.Round).Thresholds.ToList().IndexOf(met) : (int?)null;
        return new(row.Standing.Code, line, row.Standing.Count, row.Standing.Base);
    }
}
