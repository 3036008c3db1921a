using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Shared.Annotations;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>The low share of a city, area, post, or post of an area through the rounds.</summary>
sealed class TrendSource(IMediator mediator, TimeMarks timeMarks, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, TrendWords trendWords) : IChartSource
{
    public string Name => "trend";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var (by, key, position) = filters switch
        {
            { District: { Length: > 0 } area, Position: { Length: > 0 } post } => (TrendBy.DistrictPosition, area, post),
            { District: { Length: > 0 } area } => (TrendBy.District, area, ""),
            { Position: { Length: > 0 } post } => (TrendBy.Position, post, post),
            { City: { Length: > 0 } city } => (TrendBy.City, city, ""),
            _ => (TrendBy.City, round.Whole?.Snapshot.Key ?? "", ""),
        };
        if (await mediator.Send(new GroupTrendQuery(by, key, position, filters.Outward), ct) is not { } trend) return null;
        if (trend.Rows.All(r => r.Snapshot.LowShare is null)) return null;
        var segments = trend.Segments().ToList();
        var text = chartWords.Of(round, texts["chart.trend.title", trend.Name], trendWords.Kinds(segments), Finding(trend));
        var place = by == TrendBy.Position ? round.Whole?.Snapshot.Key ?? "" : key;
        var notes = await timeMarks.Of(timeMarks.Around(place), ct);
        var rounds = trend.Rows.Select(r => r.Round).ToList();
        var data = new TrendChartData(text, segments.Select(s => trendWords.Segment(s, trend)).ToList(), trendWords.Breaks(segments).ToList(), [.. Marks(trend, segments, rounds), .. timeMarks.Marks(notes, rounds)],
            Footnote(trend), trend.Rows[^1].Snapshot.LowShare is { } last ? formats.Share(last) : "")
        {
            Top = filters.Top,
        };
        return new ChartPicture(text, new ChartSize(640, 400), (size, options) => TrendChart.Build(data, size, options), Table(trend),
            $"trend-{string.Join('-', new[] { key, position }.Where(p => p.Length > 0).Distinct())}")
        {
            Notes = timeMarks.Lines(notes),
            Place = place,
        };
    }

    IEnumerable<TrendMark> Marks(GroupTrendView trend, List<IReadOnlyList<(TrendRow Row, Regime Regime)>> segments, List<Round> rounds)
    {
        var axis = new RoundAxis(rounds);
        foreach (var day in trend.Reorganisations)
            if (axis.Place(day) is { } at) yield return new TrendMark(at, texts["chart.trend.reorganisation", formats.Date(day)]);
        foreach (var segment in segments)
            for (var i = 1; i < segment.Count; i++)
                if (words.RuleChange(segment[i - 1].Regime, segment[i].Regime) is { } change)
                    yield return new TrendMark((RoundAxis.Of(segment[i].Row.Round) + RoundAxis.Of(segment[i - 1].Row.Round)) / 2, change);
    }

    string Footnote(GroupTrendView trend) => texts["chart.trend.footnote"] + (trend.Rows.Any(r => r.Withheld) ? texts["chart.withheld"] : "")
        + (trend.Rows.Any(r => ChanceTests.TooFew(r.Snapshot) && r.Snapshot.LowShare is not null) ? texts["chart.trend.few", formats.CountInText(ChanceTests.FewUnits)] : "")
        + string.Concat(trend.Unfinished.Values.Select(u => " · " + texts["chart.trend.unfinished", formats.Count(u.Reported), formats.Count(u.Expected)]));

    string Finding(GroupTrendView trend)
    {
        var shown = trend.Rows.Where(r => r.Snapshot.LowShare is not null).ToList();
        return texts["chart.trend.alt", trend.Name, string.Join("; ", shown.Select(r => $"{RoundWords.Year(r.Round)}: {formats.Share(r.Snapshot.LowShare)}"))];
    }

    string NameOf(Round round, GroupTrendView trend) => words.Name(round)
        + (trend.Unfinished.TryGetValue(round.Code, out var u) ? " " + texts["round.coverage", formats.Count(u.Reported), formats.Count(u.Expected)] : "");

    ChartTable Table(GroupTrendView trend) => new(
        [texts["table.round"], texts["rounds.regime"], texts["table.officials"], texts["table.units"], texts["table.base"], texts["table.favourable"], texts["table.low"], texts["table.interval"], texts["table.change"]],
        [false, false, true, true, true, true, true, true, true],
        trend.Rows.Select((r, i) => Cells(r, trend.Regimes[i], trend)).ToList());

    IReadOnlyList<string> Cells(TrendRow row, Regime regime, GroupTrendView trend)
    {
        var s = row.Snapshot;
        return
        [
            NameOf(row.Round, trend), words.Kind(regime), row.Withheld ? texts["outward.cell"] : formats.Count(s.Officials), formats.Count(s.Units), formats.Count(s.Base), formats.Share(row.FavourableShare),
            formats.Share(s.LowShare), formats.Interval(s.LowLower, s.LowUpper), ChanceTests.TooFew(s) && s.Change is not null ? texts["change.too-few"] : formats.Change(s.Change),
        ];
    }
}
