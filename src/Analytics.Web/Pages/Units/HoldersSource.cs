using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Annotations;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Pages.Units;

/// <summary>A post of one unit through the rounds: a line for each holder, never from one person to another. Nobody is named.</summary>
sealed class HoldersSource(IMediator mediator, TimeMarks timeMarks, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, Language language) : IChartSource
{
    public string Name => "holders";

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (filters is not { Unit: { Length: > 0 } code, Position: { Length: > 0 } post } || context.Reference.Position(post) is not { } position) return null;
        if (!TryDay(filters.At, out var at) || await mediator.Send(new UnitQuery(code, at), ct) is not { } view) return null;
        var votes = view.Votes.Where(v => v.Position.Id == position.Id).ToList();
        if (votes.All(v => v.LowShare is null) || await mediator.Send(new RoundQuery(votes[^1].Round.Code), ct) is not { } round) return null;
        var lines = HolderLine.Of(votes, context.Reference);
        var families = lines.GroupBy(l => l.Family).ToList();
        var text = chartWords.Of(round, texts["chart.holders.title", position.Name(language.English), view.Unit.Name],
            string.Join("; ", families.Select(f => texts["chart.trend.segment", Span(f.SelectMany(l => l.Votes)), words.LowName(RuleOf(f.First())), words.Options(RuleOf(f.First())), words.Base(RuleOf(f.First()))])),
            Finding(votes, position, view));
        var notes = await timeMarks.Of(timeMarks.Around(code), ct);
        var data = new TrendChartData(text, lines.Select(Segment).ToList(), Breaks(families).ToList(), [.. Marks(votes), .. timeMarks.Marks(notes, votes.Select(v => v.Round).Distinct().ToList())], texts["chart.holders.footnote"],
            votes[^1].LowShare is { } last ? formats.Share(last) : "");
        return new ChartPicture(text, new ChartSize(560, 330), (size, options) => TrendChart.Build(data, size, options), Table(votes), $"holders-{code}-{post}")
        {
            Hash = ChartPicture.HashOf(data),
            Notes = timeMarks.Lines(notes),
            Place = code,
        };
    }

    static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = read;
        return true;
    }

    Regime RuleOf(HolderLine line) => context.Reference.RegimeOf(line.Votes[0].Round);

    static string Span(IEnumerable<Vote> votes) => (RoundWords.Year(votes.First().Round), RoundWords.Year(votes.Last().Round)) is var (first, last) && first == last ? first : $"{first}–{last}";

    /// <summary>Without a name: what tells the lines apart is that they do not meet.</summary>
    static TrendSegment Segment(HolderLine line) => new("", line.Votes.Select(v => new TrendPoint(RoundAxis.Of(v.Round), RoundWords.Year(v.Round), v.LowShare, v.Interval?.Lower, v.Interval?.Upper, false)).ToList());

    IEnumerable<TrendBreak> Breaks(List<IGrouping<int, HolderLine>> families)
    {
        for (var i = 1; i < families.Count; i++)
        {
            var (before, after) = (families[i - 1].SelectMany(l => l.Votes).MaxBy(v => RoundAxis.Of(v.Round))!, families[i].SelectMany(l => l.Votes).MinBy(v => RoundAxis.Of(v.Round))!);
            yield return new((RoundAxis.Of(before.Round) + RoundAxis.Of(after.Round)) / 2, texts[RoundWords.BreakKey(context.Reference.RegimeOf(before.Round), context.Reference.RegimeOf(after.Round))]);
        }
    }

    IEnumerable<TrendMark> Marks(List<Vote> votes)
    {
        var rounds = votes.GroupBy(v => v.Round.Id).Select(g => g.ToList()).ToList();
        for (var i = 1; i < rounds.Count; i++)
        {
            var (before, after) = (rounds[i - 1][0].Round, rounds[i][0].Round);
            var middle = (RoundAxis.Of(before) + RoundAxis.Of(after)) / 2;
            if (rounds[i].Exists(v => v.NewHolder)) yield return new(middle, texts["chart.holders.changed"]);
            if (context.Reference.AreComparable(before, after) && words.RuleChange(context.Reference.RegimeOf(before), context.Reference.RegimeOf(after)) is { } change) yield return new(middle, change);
        }
    }

    string Finding(List<Vote> votes, Position position, UnitView view) => texts["chart.holders.alt", position.Name(language.English), view.Unit.Name,
        string.Join("; ", votes.Where(v => v.LowShare is not null).Select(v => $"{RoundWords.Year(v.Round)}: {formats.Share(v.LowShare)}{(v.NewHolder ? " (" + texts["chart.holders.changed"] + ")" : "")}"))];

    ChartTable Table(List<Vote> votes) => new(
        [texts["table.round"], texts["rounds.regime"], texts["chart.holders.holder"], texts["table.base"], texts["table.favourable"], texts["table.low"], texts["table.interval"]],
        [false, false, true, true, true, true, true],
        votes.Select(IReadOnlyList<string> (v) =>
        [
            words.Name(v.Round), words.Kind(context.Reference.RegimeOf(v.Round)), formats.Count(v.Holder), formats.Count(v.Base), v.Base is { } all ? formats.Share((double)v.Favourable / all) : Formats.Dash, formats.Share(v.LowShare),
            formats.Interval(v.Interval?.Lower, v.Interval?.Upper),
        ]).ToList());
}
