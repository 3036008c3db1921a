using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>Small trends on one scale: of the areas, of one post in the areas, or of the posts of one area.</summary>
sealed class MultiplesSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, TrendWords trendWords, Language language) : IChartSource
{
    public string Name => "multiples";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var (area, post) = (filters.District is { Length: > 0 }, filters.Position is { Length: > 0 });
        if (area && post) return null;
        var all = await mediator.Send(new RoundTrendsQuery(area || post ? TrendBy.DistrictPosition : TrendBy.District, round.Round.Code, filters.Outward), ct);
        var every = all.Groups.Where(g => (!area || g.Key == filters.District) && (!post || g.Position == filters.Position)).ToList();
        var part = ChartPart.Of(filters, every.Count);
        var groups = part.In(every);
        if (groups.All(g => g.Trend.Rows.All(r => r.Snapshot.LowShare is null))) return null;

        var wholes = await Wholes(area || post, round, filters, ct);
        string NameOf(string position) => context.Reference.Position(position)?.Name(language.English) ?? position;
        var panels = groups.Select(g => Panel(area ? NameOf(g.Position) : TileBook.ShortName(g.Trend.Name), g.Trend, wholes.GetValueOrDefault(g.Position))).ToList();
        var longest = groups.Select(g => g.Trend.Segments().ToList()).MaxBy(s => s.Sum(x => x.Count))!;
        var behind = groups.Exists(g => wholes.ContainsKey(g.Position));
        var place = area ? groups[0].Trend.Name : post ? $"{NameOf(filters.Position!)}, {round.City ?? texts["chart.all-cities"]}" : round.City ?? texts["chart.all-cities"];
        var text = chartWords.Of(round, texts[area ? "chart.multiples.title.posts" : "chart.multiples.title", place],
            $"{trendWords.Kinds(longest)}; {texts[area ? "chart.order.posts" : "chart.order.areas"]}{part.Words(texts, formats)}", Finding(every, area ? g => NameOf(g.Position) : g => g.Trend.Name, area ? "position" : "area"));
        var unfinished = groups[0].Trend.Unfinished.Values.Select(u => " · " + texts["chart.trend.unfinished", formats.Count(u.Reported), formats.Count(u.Expected)]);
        var withheld = groups.Exists(g => g.Trend.Rows.Any(r => r.Withheld)) ? texts["chart.withheld"] : "";
        var data = new MultiplesChartData(text, panels, trendWords.Breaks(longest).Select(b => b.Year).ToList(), texts[area ? "chart.multiples.own.post" : "chart.multiples.own"],
            behind ? texts[area || post ? "chart.multiples.behind.post" : "chart.multiples.behind", round.City ?? ""] : "", texts["chart.multiples.break"], texts["chart.multiples.cut-off"],
            texts["chart.trend.footnote"] + withheld + string.Concat(unfinished));
        var across = Math.Min(5, groups.Count);
        return new ChartPicture(text, new ChartSize(840, 150 + 96 * ((groups.Count + across - 1) / across)), (size, options) => MultiplesChart.Build(data, size, options),
            Table(groups, area ? g => NameOf(g.Position) : g => g.Trend.Name, area), $"multiples-{string.Join('-', new[] { filters.District, filters.Position, round.Round.Code }.Where(p => p is { Length: > 0 }))}")
        { Parted = part.Parted };
    }

    /// <summary>What stands behind each panel, by post: the city, or that post in it. Over several cities nothing is pooled.</summary>
    async Task<Dictionary<string, GroupTrendView>> Wholes(bool byPost, RoundView round, ChartFilters filters, CancellationToken ct)
    {
        if (round.Whole is not { } whole) return [];
        if (byPost) return (await mediator.Send(new RoundTrendsQuery(TrendBy.Position, round.Round.Code, filters.Outward), ct)).Groups.ToDictionary(g => g.Position, g => g.Trend, StringComparer.Ordinal);
        return await mediator.Send(new GroupTrendQuery(TrendBy.City, whole.Snapshot.Key, "", filters.Outward), ct) is { } city ? new() { [""] = city } : [];
    }

    MultiplesPanel Panel(string name, GroupTrendView trend, GroupTrendView? whole)
    {
        List<TrendSegment> Segments(GroupTrendView of) => of.Segments().Select(s => trendWords.Segment(s, of)).ToList();
        var last = trend.Rows[^1];
        var few = ChanceTests.TooFew(last.Snapshot);
        var share = last.Withheld ? texts["outward.cell"] : formats.Share(last.Snapshot.LowShare);
        return new(name, Segments(trend), whole is null ? [] : Segments(whole), few && last.Snapshot.LowShare is not null ? texts["chart.heatmap.too-few", share] : share, few);
    }

    /// <summary>Which groups have a direction beyond chance, all looked at together; shapes alone show none.</summary>
    string Finding(List<(string Key, string Position, GroupTrendView Trend)> groups, Func<(string Key, string Position, GroupTrendView Trend), string> nameOf, string noun)
    {
        var moving = groups.Where(g => g.Trend.Rows[^1] is { Direction: not (Direction.None or Direction.Unclear) } last && !ChanceTests.TooFew(last.Snapshot))
            .GroupBy(g => words.Direction(g.Trend.Rows[^1])).Select(g => $"{g.Key}: {string.Join(", ", g.Select(nameOf))}").ToList();
        return moving.Count == 0 ? texts[$"chart.multiples.alt.none.{noun}"] : texts["chart.multiples.alt", string.Join("; ", moving)];
    }

    ChartTable Table(List<(string Key, string Position, GroupTrendView Trend)> groups, Func<(string Key, string Position, GroupTrendView Trend), string> nameOf, bool byPost)
    {
        var rounds = groups.SelectMany(g => g.Trend.Rows.Select((r, i) => (r.Round, Regime: g.Trend.Regimes[i]))).DistinctBy(r => r.Round.Id).OrderBy(r => r.Round.HeldFrom).ToList();
        string Cell(GroupTrendView trend, Round round) => trend.Rows.FirstOrDefault(r => r.Round.Id == round.Id) is not { } row ? Formats.Dash : row.Withheld ? texts["outward.cell"] : formats.Share(row.Snapshot.LowShare);
        return new([texts[byPost ? "table.position" : "table.area"], .. rounds.Select(r => $"{RoundWords.Year(r.Round)} ({words.Options(r.Regime)})")], [false, .. rounds.Select(_ => true)],
            groups.Select(IReadOnlyList<string> (g) => [nameOf(g), .. rounds.Select(r => Cell(g.Trend, r.Round))]).ToList());
    }
}
