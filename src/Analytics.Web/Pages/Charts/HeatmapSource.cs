using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>Low share by area and post in a round; groups too small to compare are said to be so and not shaded.</summary>
sealed class HeatmapSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, Language language) : IChartSource
{
    public string Name => "heatmap";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var groups = (await mediator.Send(new RoundGroupsQuery(TrendBy.DistrictPosition, round.Round.Code, filters.Outward), ct)).Groups;
        if (groups.Count == 0) return null;
        var all = groups.GroupBy(g => g.Snapshot.Key).Select(g => (g.First().Row.Name, ByPost: g.ToDictionary(x => x.Snapshot.Position))).ToList();
        var part = ChartPart.Of(filters, all.Count);
        var areas = part.In(all);
        var posts = context.Reference.Positions.Where(p => groups.Any(g => g.Snapshot.Position == p.Code)).ToList();
        var cells = areas.Select(a => posts.Select(p => Cell(a.ByPost.GetValueOrDefault(p.Code))).ToArray()).ToArray();
        var text = chartWords.Of(round, texts["chart.heatmap.title", round.City ?? ""],
            texts["chart.heatmap.subtitle", words.LowName(round.Regime), words.Name(round.Round), words.Base(round.Regime)] + words.SpacedCoverage(round) + part.Words(texts, formats) + chartWords.Withheld(groups), Finding(groups));
        var data = new HeatmapData(text, areas.Select(a => a.Name).ToList(), posts.Select(p => p.Name(language.English)).ToList(), cells, texts["chart.heatmap.low"], texts["chart.heatmap.high"],
            ScaleHigh: groups.Where(g => !g.TooFew).Max(g => g.Snapshot.LowShare));
        return new ChartPicture(text, new ChartSize(960, 160 + 20 * areas.Count), (size, options) => HeatmapChart.Build(data, size, options),
            new ChartTable([texts["table.area"], .. posts.Select(p => p.Name(language.English))], [false, .. posts.Select(_ => true)],
                areas.Select((a, i) => (IReadOnlyList<string>)[a.Name, .. cells[i].Select(c => c.Text)]).ToList()),
            $"heatmap-{round.Round.Code}")
        { Parted = part.Parted };
    }

    HeatCell Cell(RoundGroup? group) => group?.Snapshot.LowShare is not { } share
        ? new HeatCell(null, group?.Hidden == true ? texts["outward.cell"] : Formats.Dash)
        : group.TooFew ? new HeatCell(null, texts["chart.heatmap.too-few", formats.Share(share)]) : new HeatCell(share, formats.Share(share));

    string Finding(IReadOnlyList<RoundGroup> groups)
    {
        var comparable = groups.Where(g => !g.TooFew && g.Snapshot.LowShare is not null).ToList();
        if (comparable.Count == 0) return texts["chart.heatmap.alt.none"];
        var highest = comparable.MaxBy(g => g.Snapshot.LowShare)!;
        var lowest = comparable.MinBy(g => g.Snapshot.LowShare)!;
        return texts["chart.heatmap.alt", formats.Share(lowest.Snapshot.LowShare), formats.Share(highest.Snapshot.LowShare), highest.Row.Name, context.Reference.Position(highest.Snapshot.Position)!.Name(language.English)];
    }
}
