using Analytics.Domain.Coverage;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Pages.Coverage;

/// <summary>Received and expected by area on the tile map; shaded where units are overdue.</summary>
sealed class CoverageTilesSource(IMediator mediator, TileBook tiles, Texts texts, Formats formats, RoundWords words, ChartWords chartWords) : IChartSource
{
    /// <summary>One area is no map.</summary>
    const int FewestAreas = 2;

    static readonly TileState[] States = [TileState.Overdue, TileState.Waiting, TileState.Complete, TileState.NotExpected];

    public string Name => "coverage-tiles";

    static TileState StateOf(AreaProgress area) =>
        area.Expected == 0 ? TileState.NotExpected : area.Overdue > 0 ? TileState.Overdue : area.Missing > 0 ? TileState.Waiting : TileState.Complete;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var view = await mediator.Send(new ProgressViewQuery(round.Round.Code), ct);
        var areas = view.Areas;
        var placed = areas.Where(a => tiles.PlaceOf(a.Code) is not null).ToList();
        if (placed.Count < FewestAreas || placed.All(a => a.Expected == 0)) return null;
        var text = chartWords.Of(round, texts["chart.coverage-tiles.title", words.Name(round.Round)], texts["chart.coverage-tiles.subtitle", formats.Date(view.Progress.Today)], Finding(areas));
        var data = new TileMapData(text, placed.Select(Drawn).ToList(), States.Select(s => (s, texts[StateKey(s)])).ToList());
        return new ChartPicture(text, new ChartSize(640, 560), (size, options) => TileMapChart.Build(data, size, options), Table(areas), $"coverage-{round.Round.Code}") { Hash = ChartPicture.HashOf(data) };
    }

    Tile Drawn(AreaProgress area)
    {
        var (column, row) = tiles.PlaceOf(area.Code)!.Value;
        var state = StateOf(area);
        var written = state switch
        {
            TileState.NotExpected => Formats.Dash,
            TileState.Complete => Counts(area),
            TileState.Waiting => Counts(area) + "\n" + texts["chart.coverage-tiles.missing", formats.Count(area.Missing)],
            _ => Counts(area) + "\n" + texts["chart.coverage-tiles.overdue", formats.Count(area.Overdue)],
        };
        return new(area.Code, TileBook.ShortName(area.Name), column, row, null, written, state);
    }

    string Counts(AreaProgress area) => $"{formats.Count(area.Received)}/{formats.Count(area.Expected)}";

    static string StateKey(TileState state) => "chart.coverage-tiles.state." + state.ToString().ToLowerInvariant();

    string Finding(IReadOnlyList<AreaProgress> areas)
    {
        string Named(TileState state, Func<AreaProgress, string> say) => string.Join(", ", areas.Where(a => StateOf(a) == state).Select(say));
        var overdue = Named(TileState.Overdue, a => texts["chart.coverage-tiles.alt.area", a.Name, formats.Count(a.Received), formats.Count(a.Expected), formats.Count(a.Overdue)]);
        var waiting = Named(TileState.Waiting, a => a.Name + " " + Counts(a));
        List<string> said = [];
        if (overdue.Length > 0) said.Add(texts["chart.coverage-tiles.alt.overdue", overdue]);
        if (waiting.Length > 0) said.Add(texts["chart.coverage-tiles.alt.waiting", waiting]);
        said.Add(texts["chart.coverage-tiles.alt.complete", formats.CountInText(areas.Count(a => StateOf(a) == TileState.Complete)), formats.CountInText(areas.Count(a => a.Expected > 0))]);
        return string.Join(" ", said);
    }

    ChartTable Table(IReadOnlyList<AreaProgress> areas) => new(
        [texts["table.area"], texts["coverage.expected"], texts["coverage.received"], texts["coverage.missing"], texts["coverage.overdue"], texts["coverage.state"]],
        [false, true, true, true, true, false],
        areas.Select(IReadOnlyList<string> (a) =>
        [
            a.Name, formats.Count(a.Expected), formats.Count(a.Received), formats.Count(a.Missing), formats.Count(a.Overdue), texts[StateKey(StateOf(a))],
        ]).ToList());
}
