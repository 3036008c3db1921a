using Analytics.Domain.FollowUp;
using Analytics.Domain.Minutes;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Matching;

/// <summary>Gives current results of one person to another: each is closed, and opened as a version of the other's. Used inside the writer's turn.</summary>
sealed class ResultHands(AnalyticsDb db, long version, DateTime now, string by)
{
    const string Confirmed = "confirmed to be the same person / xác nhận là cùng một người";
    const string TakenBack = "no longer held to be the same person / không còn coi là cùng một người";

    IQueryable<Result> Current(int personId) => db.Results.Where(r => r.PersonId == personId && r.ToVersion == null);

    /// <summary>Ids of the unit versions that results of the two are of.</summary>
    public IReadOnlyList<int> Units(int a, int b) => db.Results.Where(r => (r.PersonId == a || r.PersonId == b) && r.ToVersion == null).Select(r => r.UnitId).Distinct().ToList();

    /// <summary>Code of a round in which both have a result in one post of one unit; null where there is none.</summary>
    public string? RoundOfBoth(int a, int b) => (
        from r in Current(a)
        join o in Current(b) on new { r.RoundId, r.UnitId, r.PositionId } equals new { o.RoundId, o.UnitId, o.PositionId }
        join round in db.Rounds on r.RoundId equals round.Id
        orderby round.HeldFrom
        select round.Code).FirstOrDefault();

    public int Give(int from, int to) => Move(Current(from).ToList(), to, Confirmed);

    /// <summary>Gives back what <paramref name="to"/> had before.</summary>
    public int GiveBack(int from, int to)
    {
        var sequences = db.Results.IgnoreQueryFilters().Where(r => r.PersonId == to && r.ToVersion != null).Select(r => new { r.RoundId, r.Sequence }).Distinct().ToHashSet();
        return Move(Current(from).AsEnumerable().Where(r => sequences.Contains(new { r.RoundId, r.Sequence })).ToList(), to, TakenBack);
    }

    int Move(List<Result> results, int to, string reason)
    {
        if (results.Count == 0) return 0;
        var nextId = db.Results.IgnoreQueryFilters().Max(r => r.Id) + 1;
        var verified = Verified(results);
        foreach (var old in results)
        {
            (old.ToVersion, old.CloseReason) = (version, reason);
            var moved = (Result)db.Entry(old).CurrentValues.ToObject();
            (moved.Id, moved.PersonId, moved.FromVersion, moved.ToVersion, moved.CloseReason) = (nextId++, to, version, null, null);
            // The key is one current version each: the old one goes first.
            db.SaveChanges();
            db.Results.Add(moved);
            db.SaveChanges();
            // The figures are the same, so whoever compared them with the minutes has compared these.
            if (verified.TryGetValue(old.Id, out var v)) db.Verifications.Add(new Verification { ResultId = moved.Id, At = v.At, By = v.By, Document = v.Document });
            db.StaleMarks.Add(new StaleMark { RoundId = old.RoundId, UnitId = old.UnitId });
        }
        db.SaveChanges();
        CaseHands.Move(db, results[0].PersonId, to, results.Select(r => r.RoundId).ToHashSet(), now, by);
        return results.Count;
    }

    Dictionary<int, Verification> Verified(List<Result> results)
    {
        var ids = results.ConvertAll(r => r.Id);
        return db.Verifications.AsNoTracking().Where(v => ids.Contains(v.ResultId) && v.RevokedAt == null).ToDictionary(v => v.ResultId);
    }
}
