using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Shared.Trends;

/// <summary>How far the units of an area lie apart in a round, without any of them.</summary>
/// <param name="Units">Units with a base.</param>
/// <param name="Spread">Null for fewer than two, and where nobody or everybody voted low.</param>
sealed record AreaSpread(int Units, BetweenSpread? Spread);

/// <summary>The same for every viewer of the area: it is taken over all its units.</summary>
sealed record AreaSpreadQuery(string Area, string RoundCode) : IQuery<AreaSpread>, IPublishedData;

sealed class AreaSpreadHandler(QueryContext context) : MediatR.RequestHandler<AreaSpreadQuery, AreaSpread>
{
    protected override AreaSpread Handle(AreaSpreadQuery request)
    {
        var (db, reference) = (context.Db, context.Reference);
        if (reference.Round(request.RoundCode) is not { } round) return new(0, null);
        var ids = CoverageQuery.Of(db, reference, round).Units.Where(u => u.Area == request.Area).Select(u => u.Unit.Id).ToList();
        var delegates = reference.RegimeOf(round).Base == BallotBase.Delegates;
        var units = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter])
            .Where(r => r.RoundId == round.Id && ids.Contains(r.UnitId) && r.Exempt == null)
            .Select(r => new { r.UnitId, Base = delegates ? r.Delegates : r.Collected, Low = r.Low ?? 0 })
            .Where(r => r.Base > 0)
            .GroupBy(r => r.UnitId).OrderBy(g => g.Key).Select(g => new { Low = g.Sum(r => r.Low), Base = g.Sum(r => r.Base!.Value) }).ToList();
        return new(units.Count, BetweenSpread.Of(units.Select(u => (u.Low, u.Base)).ToList()));
    }
}

/// <summary>How far the officials of a post lie apart in a round: φ and ρ of their comparison set.</summary>
/// <param name="MeanBase">Ballots on one official, on average.</param>
sealed record PostSpread(string Position, int Officials, double MeanBase, double Phi, double Rho, bool BeyondChance)
{
    public double TruePart => BetweenSpread.TruePartOf(Rho, MeanBase);
}

/// <summary>The posts that enough officials and units have to be compared within themselves, in their order; none over several cities.</summary>
sealed record PostSpreadQuery(string RoundCode) : IQuery<IReadOnlyList<PostSpread>>, IPublishedData;

sealed class PostSpreadHandler(QueryContext context) : MediatR.RequestHandler<PostSpreadQuery, IReadOnlyList<PostSpread>>
{
    protected override IReadOnlyList<PostSpread> Handle(PostSpreadQuery request)
    {
        if (context.Reference.Round(request.RoundCode) is not { } round || TrendQuery.AllOfRound(context.Db, TrendBy.City, round.Id).Count != 1) return [];
        var sets = context.Db.RoundParameters.AsNoTracking().Where(p => p.RoundId == round.Id).ToDictionary(p => p.Position, StringComparer.Ordinal);
        var posts = TrendQuery.AllOfRound(context.Db, TrendBy.Position, round.Id).Where(s => s.Officials > 0 && !ChanceTests.TooFew(s)).ToDictionary(s => s.Key, StringComparer.Ordinal);
        return context.Reference.Positions.Where(p => sets.ContainsKey(p.Code) && posts.ContainsKey(p.Code)).Select(p => (Set: sets[p.Code], Post: posts[p.Code]))
            .Where(p => p.Set.P0 is > 0 and < 1)
            .Select(p => new PostSpread(p.Set.Position, p.Set.Officials, (double)p.Post.Base / p.Post.Officials, p.Set.Phi, p.Set.Rho, p.Set.Overdispersed)).ToList();
    }
}
