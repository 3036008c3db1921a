using Analytics.Domain.Trends;
using Analytics.Web.Queries;

namespace Analytics.Web.Shared.Trends;

/// <summary>All groups of a grouping through all rounds: as many rows as groups times rounds, whatever the number of results.</summary>
/// <param name="Rows">By group in administrative order or that of the posts, then by round.</param>
/// <param name="Columns">The rounds of these rows in order of time, with the breaks between families.</param>
sealed record GroupTrends(IReadOnlyList<TrendRow> Rows, IReadOnlyList<RoundColumn> Columns) : IRowCount
{
    public int RowCount => Rows.Count;
}

/// <param name="By">One of the stored groupings.</param>
/// <param name="Until">Code of the last round to look at; null for all.</param>
/// <param name="Key">Only groups of this key: the posts of one area; null for all.</param>
/// <param name="Outward">For what leaves the house: without figures of very small groups.</param>
sealed record GroupTrendsQuery(TrendBy By, string? Until = null, string? Key = null, bool Outward = false) : IQuery<GroupTrends>, IInLanguage;

sealed class GroupTrendsHandler(QueryContext context, ComparabilityMarks marks) : MediatR.RequestHandler<GroupTrendsQuery, GroupTrends>
{
    protected override GroupTrends Handle(GroupTrendsQuery request)
    {
        var reference = context.Reference;
        var last = request.Until is { } code ? reference.Round(code) : null;
        var rows = TrendQuery.Stored(context.Db, reference, request.By)
            .Where(r => (request.Key is null || r.Snapshot.Key == request.Key) && (last is null || r.Round.HeldFrom <= last.HeldFrom && r.Round.Level == last.Level)).ToList();
        if (request.Outward) rows = [.. new Outward(context.Db, reference).Of(rows)];
        var (by, key) = request.Key is { } area ? (TrendBy.District, area) : (TrendBy.Position, "");
        return new(rows, RoundColumn.Of(rows.Select(r => r.Round), reference, _ => false, (before, after) => marks.Between(before, after, by, key)));
    }
}
