using Analytics.Domain.Coverage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;

namespace Analytics.Web.Shared.Trends;

/// <summary>The groups of a round, each through all its rounds, in administrative order or that of the posts.</summary>
/// <param name="Groups">By key and post; without days of reorganisation, which a page tells once for all.</param>
sealed record RoundTrends(IReadOnlyList<(string Key, string Position, GroupTrendView Trend)> Groups) : IRowCount
{
    public int RowCount => Groups.Sum(g => g.Trend.Rows.Count);
}

/// <param name="RoundCode">Code of an existing round: groups without results in it are left out.</param>
/// <param name="Outward">For what leaves the house: without figures of very small groups.</param>
sealed record RoundTrendsQuery(TrendBy By, string RoundCode, bool Outward = false) : IQuery<RoundTrends>;

sealed class RoundTrendsHandler(QueryContext context) : MediatR.RequestHandler<RoundTrendsQuery, RoundTrends>
{
    protected override RoundTrends Handle(RoundTrendsQuery request)
    {
        var reference = context.Reference;
        if (reference.Round(request.RoundCode) is not { } round) return new([]);
        var inRound = TrendQuery.Stored(context.Db, reference, request.By, round.Id);
        var stored = TrendQuery.Stored(context.Db, reference, request.By);
        var rows = (request.Outward ? new Outward(context.Db, reference).Of(stored) : stored).ToLookup(r => (r.Snapshot.Key, r.Snapshot.Position));
        // Only the latest round can still be coming in.
        var latest = stored.Select(r => r.Round).MaxBy(r => r.HeldFrom);
        var coverage = latest is null ? null : CoverageQuery.Of(context.Db, reference, latest);
        var unfinished = coverage is { Unfinished: true } ? new Dictionary<string, (int, int)> { [latest!.Code] = (coverage.Reported, coverage.Expected) } : [];
        return new(inRound.Select(r => (r.Snapshot.Key, r.Snapshot.Position)).Select(key =>
        {
            var own = rows[key].ToList();
            return (key.Key, key.Position, new GroupTrendView(own[^1].Name, own, own.Select(r => reference.RegimeOf(r.Round)).ToList(), [], unfinished));
        }).ToList());
    }
}
