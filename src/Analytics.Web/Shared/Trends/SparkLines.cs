using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Shared.Trends;

/// <summary>The small trends of a table's groups by key, all on one scale from zero to the largest share among them.</summary>
sealed record SparkLines(IReadOnlyDictionary<string, string> Markup) : IRowCount
{
    public int RowCount => Markup.Count;

    /// <param name="unfinished">The last round still waits for units.</param>
    public static SparkLines Of(GroupTrends trends, bool unfinished, Formats formats)
    {
        var shown = trends.Rows.Where(r => r.Snapshot.LowShare is not null).ToList();
        var top = shown.Select(r => r.Snapshot.LowShare!.Value).DefaultIfEmpty().Max();
        var family = new Dictionary<int, int>();
        foreach (var column in trends.Columns) family[column.Round.Id] = family.Values.LastOrDefault() + (column.NewFamily ? 1 : 0);
        return new(shown.GroupBy(r => r.Snapshot.Key).ToDictionary(g => g.Key, g =>
        {
            var rows = g.OrderBy(r => r.Round.HeldFrom).ToList();
            var segments = rows.GroupBy(r => family[r.Round.Id]).Select(IReadOnlyList<SparkPoint> (s) => s.Select(r => new SparkPoint(r.Round.HeldFrom.Year, r.Snapshot.LowShare!.Value)).ToList()).ToList();
            return new Sparkline(segments, top, formats.Share(rows[0].Snapshot.LowShare), formats.Share(rows[^1].Snapshot.LowShare),
                unfinished && rows[^1].Round.Id == trends.Columns[^1].Round.Id, string.Join("; ", rows.Select(r => $"{RoundWords.Year(r.Round)}: {formats.Share(r.Snapshot.LowShare)}"))).Svg();
        }, StringComparer.Ordinal));
    }
}

/// <param name="Until">Code of the last round to look at.</param>
/// <param name="Unfinished">That round still waits for units.</param>
sealed record SparkLinesQuery(TrendBy By, string Until, bool Unfinished) : IQuery<SparkLines>, IInLanguage
{
    public sealed class Handler(IMediator mediator, Formats formats) : IRequestHandler<SparkLinesQuery, SparkLines>
    {
        public async Task<SparkLines> Handle(SparkLinesQuery request, CancellationToken cancellationToken) =>
            SparkLines.Of(await mediator.Send(new GroupTrendsQuery(request.By, request.Until), cancellationToken), request.Unfinished, formats);
    }
}
