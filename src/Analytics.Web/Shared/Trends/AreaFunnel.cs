using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;

namespace Analytics.Web.Shared.Trends;

/// <summary>One area in the funnel of a round.</summary>
/// <param name="TooFew">Under five units: shown, and not said to lie anywhere.</param>
sealed record FunnelArea(string Key, string Name, int Units, long Base, double Share, FunnelPlace Place, bool TooFew);

/// <summary>The areas the viewer sees, between limits taken over all areas of the round.</summary>
sealed record AreaFunnel(FunnelLimits Limits, IReadOnlyList<FunnelArea> Areas) : IRowCount
{
    public int RowCount => Areas.Count;
}

/// <summary>Null: fewer areas than a funnel needs, or several cities, over which nothing is pooled.</summary>
/// <param name="Position">Post code; empty: all posts together.</param>
/// <param name="Outward">For what leaves the house: without areas whose figures are withheld.</param>
sealed record AreaFunnelQuery(string RoundCode, string Position = "", bool Outward = false) : IQuery<AreaFunnel?>;

sealed class AreaFunnelHandler(QueryContext context) : MediatR.RequestHandler<AreaFunnelQuery, AreaFunnel?>
{
    protected override AreaFunnel? Handle(AreaFunnelQuery request)
    {
        var reference = context.Reference;
        if (reference.Round(request.RoundCode) is not { } round || TrendQuery.AllOfRound(context.Db, TrendBy.City, round.Id).Count != 1) return null;
        var by = request.Position.Length > 0 ? TrendBy.DistrictPosition : TrendBy.District;
        var all = TrendQuery.AllOfRound(context.Db, by, round.Id).Where(s => s.Position == request.Position && s is { Base: > 0, LowShare: not null }).ToList();
        // The ballots of an area in a round are far below two thousand million.
        if (FunnelLimits.Of(all.Select(s => ((int)s.Low, (int)s.Base)).ToList()) is not { } limits) return null;
        var outward = request.Outward ? new Outward(context.Db, reference) : null;
        var seen = TrendQuery.Stored(context.Db, reference, by, round.Id).Where(r => r.Snapshot.Position == request.Position && r.Snapshot is { Base: > 0, LowShare: not null } && outward?.Hides(r.Snapshot) != true);
        return new(limits, seen.Select(r => (r.Name, S: r.Snapshot))
            .Select(r => new FunnelArea(r.S.Key, r.Name, r.S.Units, r.S.Base, r.S.LowShare!.Value, limits.PlaceOf(r.S.Low, r.S.Base), ChanceTests.TooFew(r.S))).ToList());
    }
}
