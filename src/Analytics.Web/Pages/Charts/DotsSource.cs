using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Districts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>The low share of each area of a round (of one post, where one is asked for), or of each unit of one area, beside that of the city.</summary>
sealed class DotsSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, Language language) : IChartSource
{
    public string Name => "dots";

    public bool MayBeAnonymous(ChartFilters filters) => string.IsNullOrEmpty(filters.District);

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        return filters.District is { Length: > 0 } area ? await Units(area, round, filters, ct) : await Areas(round, filters, ct);
    }

    async Task<ChartPicture?> Areas(RoundView round, ChartFilters filters, CancellationToken ct)
    {
        var post = filters.Position is { Length: > 0 } code ? context.Reference.Position(code) : null;
        if (filters.Position is { Length: > 0 } && post is null) return null;
        var all = await mediator.Send(new RoundGroupsQuery(post is null ? TrendBy.District : TrendBy.DistrictPosition, round.Round.Code, filters.Outward), ct);
        var groups = all with { Groups = all.Groups.Where(g => post is null || g.Snapshot.Position == post.Code).ToList() };
        if (groups.Groups.All(g => g.Snapshot.LowShare is null)) return null;
        var part = ChartPart.Of(filters, groups.Groups.Count);
        var of = post is null ? round.City ?? texts["chart.all-cities"] : $"{post.Name(language.English)}, {round.City ?? texts["chart.all-cities"]}";
        var text = chartWords.Of(round, texts["chart.dots.title", of], Subtitle(round, texts["chart.order.areas"]) + part.Words(texts, formats) + chartWords.Withheld(groups.Groups),
            new GroupSentence(texts, formats, "area").Different(groups, g => g.Row.Name));
        DotLine[] lines = groups.Groups.Select(g => g.Level).FirstOrDefault(l => l is not null) is { } level ? [Line(round.City ?? "", level)] : [];
        var shown = part.In(groups.Groups);
        var rows = shown.Select(Row).ToList();
        var legend = Enum.GetValues<DotState>().Where(s => rows.Exists(r => r.State == s && r.Share is not null)).Select(s => (s, texts[StateKey(s)])).ToList();
        return Picture(new DotsChartData(text, rows, lines, legend, texts["chart.dots.cut-off"], texts["chart.dots.footnote"]), Table(shown), $"dots-{(post is null ? "" : post.Code + "-")}{round.Round.Code}") with { Parted = part.Parted };
    }

    DotRow Row(RoundGroup g)
    {
        var (s, state) = (g.Snapshot, StateOf(g));
        var end = s.LowShare is null ? (g.Hidden ? texts["outward.cell"] : Formats.Dash) : state switch
        {
            DotState.Higher => texts["chart.dots.row.higher", formats.Share(s.LowShare)],
            DotState.Lower => texts["chart.dots.row.lower", formats.Share(s.LowShare)],
            DotState.TooFew => texts["chart.heatmap.too-few", formats.Share(s.LowShare)],
            _ => formats.Share(s.LowShare),
        };
        return new(g.Row.Name, s.LowShare, s.LowLower, s.LowUpper, state, end);
    }

    static DotState StateOf(RoundGroup g) => g.TooFew ? DotState.TooFew : !g.Different ? DotState.Usual : g.IsHigher ? DotState.Higher : DotState.Lower;

    static string StateKey(DotState state) => "chart.tiles.state." + (state == DotState.Usual ? "neutral" : state.ToString().ToLowerInvariant());

    ChartTable Table(IEnumerable<RoundGroup> groups) => new(
        [texts["table.area"], texts["table.units"], texts["table.base"], texts["table.low"], texts["table.interval"], texts["table.remark"]],
        [false, true, true, true, true, false],
        groups.Select(IReadOnlyList<string> (g) =>
        [
            g.Row.Name, formats.Count(g.Snapshot.Units), g.Hidden ? texts["outward.cell"] : formats.Count(g.Snapshot.Base), formats.Share(g.Snapshot.LowShare), formats.Interval(g.Snapshot.LowLower, g.Snapshot.LowUpper),
            g.Hidden ? texts["outward.hidden"] : g.Snapshot.LowShare is null ? texts["chart.tiles.state.nodata"] : texts[StateKey(StateOf(g))],
        ]).ToList());

    /// <summary>Units are shown beside the city and their area, and none is said to differ: no test stands behind it.</summary>
    async Task<ChartPicture?> Units(string area, RoundView round, ChartFilters filters, CancellationToken ct)
    {
        if (filters.Outward || filters.Position is { Length: > 0 }) return null;
        var group = (await mediator.Send(new RoundGroupsQuery(TrendBy.District, round.Round.Code), ct)).Groups.FirstOrDefault(g => g.Snapshot.Key == area);
        var units = (await mediator.Send(new AreaUnitsQuery(area, round.Round.Code), ct)).Units.Where(u => u.Expected || u.Reported).ToList();
        var shares = units.Select(u => u.LowShare).OfType<double>().ToList();
        if (group is null || shares.Count == 0) return null;
        var part = ChartPart.Of(filters, units.Count);
        var shown = part.In(units);
        var lines = new List<DotLine>();
        if (round.Whole?.Snapshot.LowShare is { } city) lines.Add(Line(round.City ?? "", city));
        if (group.Snapshot.LowShare is { } own) lines.Add(Line(group.Row.Name, own));
        var text = chartWords.Of(round, texts["chart.dots.title.units", group.Row.Name], Subtitle(round, texts["chart.order.units"]) + part.Words(texts, formats),
            texts["chart.dots.units.alt", formats.Count(shares.Count), group.Row.Name, formats.Share(shares.Min()), formats.Share(shares.Max()), string.Join("; ", lines.Select(l => l.Text))]);
        var rows = shown.Select(u => new DotRow(u.Unit.Name, u.LowShare, u.Interval?.Lower, u.Interval?.Upper, DotState.Usual, Share(u))).ToList();
        var table = new ChartTable([texts["district.unit"], texts["table.officials"], texts["table.base"], texts["table.low"], texts["table.interval"]], [false, true, true, true, true],
            shown.Select(IReadOnlyList<string> (u) => [u.Unit.Name, u.Reported ? formats.Count(u.Officials) : Formats.Dash, u.Base > 0 ? formats.Count(u.Base) : Formats.Dash, Share(u), formats.Interval(u.Interval?.Lower, u.Interval?.Upper)]).ToList());
        return Picture(new DotsChartData(text, rows, lines, [], texts["chart.dots.cut-off"], texts["chart.dots.units.footnote"]), table, $"dots-{area}-{round.Round.Code}") with { Parted = part.Parted };
    }

    string Share(AreaUnit unit) => unit.Reported ? formats.Share(unit.LowShare) : texts["chart.dots.row.missing"];

    DotLine Line(string name, double share) => new(share, $"{name}: {formats.Share(share)}");

    string Subtitle(RoundView round, string order) => texts["chart.dots.subtitle", words.LowName(round.Regime), words.Name(round.Round), words.Base(round.Regime), order] + words.SpacedCoverage(round);

    static ChartPicture Picture(DotsChartData data, ChartTable table, string stem) =>
        new(data.Text, new ChartSize(840, Math.Max(200, 140 + 22 * data.Rows.Count)), (size, options) => DotsChart.Build(data, size, options), table, stem);
}
