using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// Low share of every area through the rounds or, of one area, of its posts. Each family of rounds has a scale of its own
/// and a gap before it, since figures of two families are not compared.
/// </summary>
sealed class RoundsHeatmapSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, Language language) : IChartSource
{
    public string Name => "heatmap-rounds";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var area = filters.District is { Length: > 0 } code ? code : null;
        var trends = await mediator.Send(new GroupTrendsQuery(area is null ? TrendBy.District : TrendBy.DistrictPosition, null, area, filters.Outward), ct);
        if (trends.Rows.All(r => r.Snapshot.LowShare is null)) return null;
        var areas = area is null ? trends.Rows.GroupBy(r => r.Snapshot.Key).OrderBy(g => g.Key, StringComparer.Ordinal).ToList() : [];
        var part = ChartPart.Of(filters, areas.Count);
        var rows = area is null
            ? part.In(areas).Select(g => (g.Last().Name, Cells(g, trends.Columns))).ToList()
            : context.Reference.Positions.Select(p => (Post: p, Rows: trends.Rows.Where(r => r.Snapshot.Position == p.Code).ToList())).Where(p => p.Rows.Count > 0)
                .Select(p => (p.Post.Name(language.English), Cells(p.Rows, trends.Columns))).ToList();
        var place = area is null ? round.City ?? texts["chart.all-cities"] : trends.Rows[^1].Name;
        var families = RoundColumn.Families(trends.Columns).ToList();
        var text = chartWords.Of(round, texts[area is null ? "chart.rounds.title" : "chart.rounds.title.posts", place],
            texts["chart.rounds.subtitle"] + part.Words(texts, formats) + (trends.Rows.Any(r => r.Withheld) ? texts["chart.withheld"] : ""), Finding(trends, families));
        var marks = trends.Columns.SelectMany(c => c.Marks).Distinct().ToList();
        string Head(RoundColumn c) => RoundWords.Year(c.Round) + (Unfinished(c, round) ? "*" : "") + string.Concat(c.Marks.Select(m => " ▲" + Number(marks, m)));
        var data = new HeatmapData(text, rows.Select(r => r.Item1).ToList(), trends.Columns.Select(Head).ToList(), rows.Select(r => r.Item2).ToArray(), "", "")
        {
            Groups = families.Select(f => Group(f, trends)).ToList(),
            Footnote = Footnote(marks, trends, round),
        };
        return new ChartPicture(text, new ChartSize(area is null ? 960 : 760, area is null ? 190 + 20 * rows.Count : 150 + 26 * rows.Count), (size, options) => HeatmapChart.Build(data, size, options),
            new ChartTable([texts[area is null ? "table.area" : "table.position"], .. data.ColumnNames.Zip(trends.Columns, (n, c) => $"{n}: {words.LowName(c.Regime)}")], [false, .. data.ColumnNames.Select(_ => true)],
                data.RowNames.Zip(data.Cells, IReadOnlyList<string> (n, cells) => [n, .. cells.Select(c => c.Text)]).ToList()),
            $"heatmap-rounds-{(area is null ? "" : area + "-")}{round.Round.Code}")
        { Parted = part.Parted };
    }

    HeatCell[] Cells(IEnumerable<TrendRow> group, IReadOnlyList<RoundColumn> columns)
    {
        var byRound = group.ToDictionary(r => r.Round.Id);
        return columns.Select(c => !byRound.TryGetValue(c.Round.Id, out var row) ? new HeatCell(null, Formats.Dash)
            : row.Withheld ? new HeatCell(null, texts["outward.cell"])
            : new HeatCell(ChanceTests.TooFew(row.Snapshot) ? null : row.Snapshot.LowShare, formats.Share(row.Snapshot.LowShare))).ToArray();
    }

    HeatGroup Group(IReadOnlyList<RoundColumn> family, GroupTrends trends)
    {
        var rule = family[0].Regime;
        var name = texts["chart.rounds.family", words.LowName(rule), words.Options(rule)];
        var high = Shares(family, trends).Select(s => (double?)s).Max();
        return new(family[0].NewFamily ? texts["chart.rounds.family.apart", name] : name, family.Count,
            texts["chart.rounds.low", words.LowName(rule), Span(family)], formats.Share(high ?? 0))
        { ScaleHigh = high };
    }

    static string Span(IReadOnlyList<RoundColumn> family) =>
        family.Count == 1 ? RoundWords.Year(family[0].Round) : RoundWords.Year(family[0].Round) + "–" + RoundWords.Year(family[^1].Round);

    static IEnumerable<double> Shares(IReadOnlyList<RoundColumn> family, GroupTrends trends)
    {
        var ids = family.Select(c => c.Round.Id).ToHashSet();
        return trends.Rows.Where(r => ids.Contains(r.Round.Id) && !r.Withheld && !ChanceTests.TooFew(r.Snapshot)).Select(r => r.Snapshot.LowShare).OfType<double>();
    }

    static bool Unfinished(RoundColumn column, RoundView round) => column.Round.Id == round.Round.Id && round.Unfinished;

    static string Number(List<string> marks, string mark) =>
        marks.Count < 2 ? "" : (marks.IndexOf(mark) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    string? Footnote(List<string> marks, GroupTrends trends, RoundView round)
    {
        var notes = marks.Select(m => $"▲{Number(marks, m)} {m}").ToList();
        if (trends.Columns.Any(c => Unfinished(c, round))) notes.Add(texts["chart.trend.unfinished", formats.Count(round.Coverage.Reported), formats.Count(round.Coverage.Expected)]);
        return notes.Count == 0 ? null : string.Join(" · ", notes);
    }

    string Finding(GroupTrends trends, List<IReadOnlyList<RoundColumn>> families) => string.Join(" ", families.Select(f =>
    {
        var shares = Shares(f, trends).ToList();
        return shares.Count == 0
            ? texts["chart.rounds.alt.none", Span(f)]
            : texts["chart.rounds.alt", Span(f), words.LowName(f[0].Regime), formats.Share(shares.Min()), formats.Share(shares.Max())];
    }));
}
