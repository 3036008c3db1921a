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

/// <summary>The areas of a round, of all posts or of one, between the limits of a funnel. There is none of persons.</summary>
sealed class FunnelSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, Language language) : IChartSource
{
    public string Name => "funnel";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (filters.District is { Length: > 0 } || await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        if (await mediator.Send(new AreaFunnelQuery(round.Round.Code, filters.Position ?? "", filters.Outward), ct) is not { } funnel) return null;
        var post = filters.Position is { Length: > 0 } code ? context.Reference.Position(code)?.Name(language.English) + ", " : "";
        var text = chartWords.Of(round, texts["chart.funnel.title", post + round.City],
            texts["chart.dots.subtitle", words.LowName(round.Regime), words.Name(round.Round), words.Base(round.Regime), texts["chart.funnel.areas"]] + words.SpacedCoverage(round), new FunnelSentence(texts, formats).Of(funnel));
        var wide = formats.Number(funnel.Limits.Widening, 1);
        var data = new FunnelChartData(text, funnel.Areas.Select(a => new FunnelPoint(a.Name, a.Base, a.Share, MarkOf(a))).ToList(),
            new(funnel.Limits.Mean, funnel.Limits.HalfWidth(1, FunnelLimits.Z95), funnel.Limits.HalfWidth(1, FunnelLimits.Z998)),
            [texts["chart.funnel.inside"], texts["chart.funnel.outside95"], texts["chart.funnel.outside998"], texts["chart.tiles.too-few"]],
            texts["chart.funnel.mean", formats.Share(funnel.Limits.Mean)], texts["chart.funnel.95"], texts["chart.funnel.998"], texts["chart.funnel.axis"],
            funnel.Limits.Widening > 1 ? texts["chart.funnel.footnote.wide", wide] : texts["chart.funnel.footnote"]);
        return new ChartPicture(text, new ChartSize(840, 480), (size, options) => FunnelChart.Build(data, size, options), Table(funnel), $"funnel-{(filters.Position is { Length: > 0 } ? filters.Position + "-" : "")}{round.Round.Code}");
    }

    static FunnelMark MarkOf(FunnelArea area) => area.TooFew ? FunnelMark.TooFew : area.Place switch
    {
        FunnelPlace.Outside998 => FunnelMark.Outside998,
        FunnelPlace.Outside95 => FunnelMark.Outside95,
        _ => FunnelMark.Inside,
    };

    ChartTable Table(AreaFunnel funnel) => new(
        [texts["table.area"], texts["table.units"], texts["table.base"], texts["table.low"], texts["chart.funnel.limits"], texts["table.remark"]],
        [false, true, true, true, true, false],
        funnel.Areas.Select(IReadOnlyList<string> (a) =>
        {
            var half = funnel.Limits.HalfWidth(a.Base, FunnelLimits.Z95);
            return
            [
                a.Name, formats.Count(a.Units), formats.Count(a.Base), formats.Share(a.Share), formats.Interval(Math.Max(0, funnel.Limits.Mean - half), Math.Min(1, funnel.Limits.Mean + half)),
                texts[a.TooFew ? "chart.tiles.too-few" : "chart.funnel." + a.Place.ToString().ToLowerInvariant()],
            ];
        }).ToList());
}
