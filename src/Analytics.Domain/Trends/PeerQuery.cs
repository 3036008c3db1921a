using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>
/// Counts without names of everybody an official is compared with: the same post where enough hold it, else the whole round. They
/// are the yardstick, the same for every viewer whatever the scope.
/// </summary>
public static class PeerQuery
{
    /// <param name="samePost">False compares with all officials of the round.</param>
    /// <returns>Result id, low ballots, base, of everybody with a base.</returns>
    public static IReadOnlyList<(int Result, int Low, int Base)> Of(AnalyticsDb db, ReferenceData reference, Round round, Position position, out bool samePost)
    {
        var ballotBase = reference.RegimeOf(round).Base;
        var rows = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking().Where(r => r.RoundId == round.Id && r.Exempt == null)
            .Select(r => new { r.Id, r.PositionId, r.Low, Base = ballotBase == BallotBase.Delegates ? r.Delegates : r.Collected })
            .Where(r => r.Base > 0).ToList();
        var post = rows.Where(r => r.PositionId == position.Id).ToList();
        samePost = post.Count >= ComparisonSet.MinimumForPosition;
        return (samePost ? post : rows).OrderBy(r => r.Id).Select(r => (r.Id, r.Low ?? 0, r.Base ?? 0)).ToList();
    }

    /// <summary>The same post in one area, however few hold it.</summary>
    /// <param name="area">Code.</param>
    /// <returns>As <see cref="Of"/>.</returns>
    public static IReadOnlyList<(int Result, int Low, int Base)> InArea(AnalyticsDb db, ReferenceData reference, Round round, Position position, string area)
    {
        var ballotBase = reference.RegimeOf(round).Base;
        return db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking().Where(r => r.RoundId == round.Id && r.PositionId == position.Id && r.Exempt == null)
            .Select(r => new { r.Id, r.UnitId, r.Low, Base = ballotBase == BallotBase.Delegates ? r.Delegates : r.Collected })
            .Where(r => r.Base > 0).OrderBy(r => r.Id).AsEnumerable()
            .Where(r => reference.Units.ById(r.UnitId) is { } unit && reference.Units.AreaOf(unit, round.HeldFrom) == area)
            .Select(r => (r.Id, r.Low ?? 0, r.Base ?? 0)).ToList();
    }
}
