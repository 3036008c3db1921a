using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// The areas as tiles or, where the user has supplied their outlines or those of their units, as a map; only those that
/// differ from the city beyond chance are shaded.
/// </summary>
sealed class TilesSource(IMediator mediator, TileBook tiles, MapBook maps, Texts texts, Formats formats, RoundWords words, ChartWords chartWords) : IChartSource
{
    public string Name => "tiles";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var groups = (await mediator.Send(new RoundGroupsQuery(TrendBy.District, round.Round.Code, filters.Outward), ct)).Groups;
        var outlines = groups.Select(g => OutlinesOf(g.Snapshot.Key, round)).ToList();
        var isMap = groups.Count > 0 && outlines.All(o => o.Count > 0);
        var placed = groups.Select(g => (Group: g, Place: tiles.PlaceOf(g.Snapshot.Key))).Where(g => isMap || g.Place is not null).ToList();
        if (placed.Count == 0) return null;
        var drawn = placed.Select(g => new Tile(g.Group.Snapshot.Key, TileBook.ShortName(g.Group.Row.Name), g.Place?.Column ?? 0, g.Place?.Row ?? 0,
            g.Group.Snapshot.LowShare, g.Group.Hidden ? texts["outward.cell"] : formats.Share(g.Group.Snapshot.LowShare), StateOf(g.Group))).ToList();
        var text = chartWords.Of(round, texts["chart.tiles.title", round.City ?? ""],
            texts["chart.tiles.subtitle", words.LowName(round.Regime), words.Name(round.Round)] + words.SpacedCoverage(round) + chartWords.Withheld(groups), Finding(drawn));
        var data = new TileMapData(text, drawn,
        [
            (TileState.Higher, texts["chart.tiles.higher"]), (TileState.Lower, texts["chart.tiles.lower"]),
            (TileState.Neutral, texts["chart.tiles.neutral"]), (TileState.TooFew, texts["chart.tiles.too-few"]),
        ]);
        var map = new MapData(data, isMap ? outlines.SelectMany((shapes, tile) => shapes.Select(s => (s, tile))).ToList() : []);
        return new ChartPicture(text, new ChartSize(640, 560), (size, options) => isMap ? MapChart.Build(map, size, options) : TileMapChart.Build(data, size, options), Table(placed.Select(p => p.Group)), $"tiles-{round.Round.Code}");
    }

    /// <summary>The outline of an area, else those of all its units in the round; empty where one of them is missing.</summary>
    List<MapShape> OutlinesOf(string area, RoundView round)
    {
        if (maps.ShapeOf(area) is { } whole) return [whole];
        var units = round.Coverage.Units.Where(u => u.Area == area).Select(u => maps.ShapeOf(u.Unit.Code)).ToList();
        return units.All(u => u is not null) ? units.OfType<MapShape>().ToList() : [];
    }

    static TileState StateOf(RoundGroup g)
    {
        if (g.Snapshot.LowShare is null) return TileState.NoData;
        if (g.TooFew) return TileState.TooFew;
        if (!g.Different) return TileState.Neutral;
        return g.IsHigher ? TileState.Higher : TileState.Lower;
    }

    string Finding(List<Tile> drawn)
    {
        string Names(TileState state) => string.Join(", ", drawn.Where(t => t.State == state).Select(t => $"{t.Name} {t.Text}"));
        var (higher, lower) = (Names(TileState.Higher), Names(TileState.Lower));
        if (higher.Length + lower.Length == 0) return texts["chart.tiles.alt.none"];
        return string.Join(" ", new[] { higher.Length > 0 ? texts["chart.tiles.alt.higher", higher] : "", lower.Length > 0 ? texts["chart.tiles.alt.lower", lower] : "" }.Where(t => t.Length > 0));
    }

    ChartTable Table(IEnumerable<RoundGroup> groups) => new(
        [texts["table.area"], texts["table.units"], texts["table.base"], texts["table.low"], texts["table.interval"], texts["table.remark"]],
        [false, true, true, true, true, false],
        groups.Select(IReadOnlyList<string> (g) =>
        [
            g.Row.Name, formats.Count(g.Snapshot.Units), g.Hidden ? texts["outward.cell"] : formats.Count(g.Snapshot.Base), formats.Share(g.Snapshot.LowShare), formats.Interval(g.Snapshot.LowLower, g.Snapshot.LowUpper),
            g.Hidden ? texts["outward.hidden"] : texts["chart.tiles.state." + StateOf(g).ToString().ToLowerInvariant()],
        ]).ToList());
}
