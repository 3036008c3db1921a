using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>The current results that rows of a file may repeat or correct, by their key.</summary>
sealed class LoadedResults(AnalyticsDb db)
{
    const int UnitsAtOnce = 400;

    /// <summary>Whether there were no results at all before the file.</summary>
    public bool None { get; } = !db.Results.IgnoreQueryFilters().Any();

    /// <summary>By round: whether it had results before the file. A round that had none has nothing to compare with.</summary>
    readonly Dictionary<int, bool> hadResults = [];

    public Dictionary<(int RoundId, int UnitId, int PositionId, string OfficialKey), Result> Of(IReadOnlyList<ResultRow> rows)
    {
        var found = new Dictionary<(int, int, int, string), Result>();
        if (None) return found;
        var rounds = rows.Select(r => r.RoundId).Distinct().Where(HadResults).ToList();
        if (rounds.Count == 0) return found;
        foreach (var units in rows.Select(r => r.UnitId).Distinct().Chunk(UnitsAtOnce))
            foreach (var r in db.Results.AsNoTracking().Where(r => units.Contains(r.UnitId) && rounds.Contains(r.RoundId) && r.ToVersion == null))
                found[(r.RoundId, r.UnitId, r.PositionId, r.OfficialKey)] = r;
        return found;
    }

    bool HadResults(int roundId)
    {
        if (!hadResults.TryGetValue(roundId, out var had)) hadResults[roundId] = had = db.Results.IgnoreQueryFilters().Any(r => r.RoundId == roundId);
        return had;
    }
}
