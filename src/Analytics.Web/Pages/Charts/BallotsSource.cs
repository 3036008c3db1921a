using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>Ballot options of a round by post, in the whole city or in one area.</summary>
sealed class BallotsSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, Language language) : IChartSource
{
    public string Name => "ballots";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var inArea = filters.District is { Length: > 0 };
        var all = (await mediator.Send(new RoundGroupsQuery(inArea ? TrendBy.DistrictPosition : TrendBy.Position, round.Round.Code, filters.Outward), ct)).Groups
            .Where(g => !inArea || g.Snapshot.Key == filters.District).ToList();
        var groups = all.Where(g => g.Snapshot.Base > 0).ToList();
        if (inArea && groups.Count == 0) return null;
        var place = inArea ? groups[0].Row.Name : round.City ?? texts["chart.all-cities"];
        var levels = words.Levels(round.Regime);
        var text = chartWords.Of(round, texts["chart.ballots.title", place], texts["chart.ballots.subtitle", words.Name(round.Round), words.Base(round.Regime)] + words.SpacedCoverage(round) + chartWords.Withheld(all),
            string.Join("; ", groups.Select(g => texts["chart.ballots.alt", PostOf(g), formats.Share(g.Row.FavourableShare), levels[^1], formats.Share(g.Snapshot.LowShare)])));
        var data = new StackedChartData(text, groups.Select(g => Bar(g, round)).ToList(), levels, texts["level.unmarked"]);
        return new ChartPicture(text, new ChartSize(640, 110 + 52 * Math.Max(1, groups.Count)), (size, options) => StackedChart.Build(data, size, options),
            Table(groups, levels, round), $"ballots-{(inArea ? filters.District + "-" : "")}{round.Round.Code}");
    }

    string PostOf(RoundGroup g) => context.Reference.Position(g.Snapshot.Position)?.Name(language.English) ?? g.Snapshot.Position;

    StackedRow Bar(RoundGroup g, RoundView round)
    {
        var s = g.Snapshot;
        double Of(long count) => (double)count / s.Base;
        var due = round.Coverage.DueByPosition.GetValueOrDefault(s.Position);
        var detail = due > 0 && s.By == TrendBy.Position
            ? texts["chart.ballots.detail", formats.Count(s.Officials), formats.Count(due)]
            : texts["chart.ballots.officials", formats.Count(s.Officials)];
        if (g.TooFew) detail += texts["chart.ballots.too-few"];
        return new StackedRow(PostOf(g), detail, Of(s.High), Of(s.Middle), Of(s.Low), Of(Math.Max(0, s.Base - s.High - s.Middle - s.Low)));
    }

    ChartTable Table(List<RoundGroup> groups, IReadOnlyList<string> levels, RoundView round)
    {
        string[] headers = [texts["table.position"], texts["table.officials"], texts["table.base"], .. levels, .. levels.Select(l => l + " (%)")];
        return new(headers, [false, .. headers.Skip(1).Select(_ => true)], groups.Select(IReadOnlyList<string> (g) =>
        {
            long[] counts = round.TwoOptions ? [g.Snapshot.Middle, g.Snapshot.Low] : [g.Snapshot.High, g.Snapshot.Middle, g.Snapshot.Low];
            return
            [
                PostOf(g) + (g.TooFew ? texts["chart.ballots.too-few"] : ""), formats.Count(g.Snapshot.Officials), formats.Count(g.Snapshot.Base),
                .. counts.Select(c => formats.Count(c)), .. counts.Select(c => formats.Share((double)c / g.Snapshot.Base)),
            ];
        }).ToList());
    }
}
