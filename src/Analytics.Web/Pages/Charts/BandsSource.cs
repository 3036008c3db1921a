using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Rounds;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>Officials of a round by post and band of the favourable share: the figures of the round's table of distribution.</summary>
sealed class BandsSource(IMediator mediator, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, Language language) : IChartSource
{
    public string Name => "bands";

    /// <remarks>Never for what leaves the house: in a small post a band is one person.</remarks>
    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (filters.Outward || await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        if (await mediator.Send(new RoundModel.Query(round.Round.Code), ct) is not { } found || found.Distribution.All.WithBase == 0) return null;
        var (all, names) = (found.Distribution.All, BandWords.Of(found.Bands, (key, arguments) => texts[key, arguments], BandWords.Short));
        var posts = found.Positions.Select(p => (Name: p.Name(language.English), Of: found.Distribution.ByPosition[p.Code])).ToList();
        var text = chartWords.Of(round, texts["chart.bands.title", round.City ?? texts["chart.all-cities"]],
            texts["chart.bands.subtitle", words.Base(round.Regime), words.Name(round.Round)] + words.SpacedCoverage(round),
            texts["chart.bands.alt", formats.CountInText(all.WithBase), string.Join("; ", names.Select((n, i) => texts["chart.bands.alt.band", n, formats.CountInText(all.Bands[i])]))]);
        var data = new BandsData(text, posts.Where(p => p.Of.WithBase > 0).Select(p => new BandRow(p.Name, texts["chart.ballots.officials", formats.Count(p.Of.WithBase)], p.Of.Bands)).ToList(), names, LeftOut(all));
        return new ChartPicture(text, new ChartSize(640, 130 + 46 * data.Rows.Count), (size, options) => BandsChart.Build(data, size, options),
            new ChartTable([texts["table.position"], .. names, texts["chart.bands.with-share"]], [false, .. names.Select(_ => true), true],
                [.. posts.Select(p => Row(p.Name, p.Of)), Row(texts["round.all"], all)]), $"bands-{round.Round.Code}");
    }

    IReadOnlyList<string> Row(string name, Distribution of) => [name, .. of.Bands.Select(b => formats.Count(b)), formats.Count(of.WithBase)];

    /// <summary>Who is in no band; null for nobody.</summary>
    string? LeftOut(Distribution all)
    {
        var parts = new[] { ("chart.bands.undetermined", all.Undetermined), ("chart.bands.exempt", all.Exempt) }.Where(p => p.Item2 > 0).Select(p => texts[p.Item1, formats.CountInText(p.Item2)]).ToList();
        return parts.Count == 0 ? null : texts["chart.bands.left-out", string.Join("; ", parts)];
    }
}
