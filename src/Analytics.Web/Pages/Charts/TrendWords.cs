using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Shared.Annotations;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;

namespace Analytics.Web.Pages.Charts;

/// <summary>How the rounds of a group become the segments and breaks of a trend, and what is said of them.</summary>
sealed class TrendWords(Texts texts, RoundWords words)
{
    /// <summary>Which share of which ballots each family of rounds shows.</summary>
    public string Kinds(IEnumerable<IReadOnlyList<(TrendRow Row, Regime Regime)>> segments) => string.Join("; ", segments.Select(s =>
        texts["chart.trend.segment", Span(s), words.LowName(s[0].Regime), words.Options(s[0].Regime), words.Base(s[0].Regime)]));

    static string Span(IReadOnlyList<(TrendRow Row, Regime Regime)> segment)
    {
        var (first, last) = (RoundWords.Year(segment[0].Row.Round), RoundWords.Year(segment[^1].Row.Round));
        return first == last ? first : first + "–" + last;
    }

    public TrendSegment Segment(IReadOnlyList<(TrendRow Row, Regime Regime)> rows, GroupTrendView trend) => new(
        words.LowName(rows[0].Regime) + " (" + words.Options(rows[0].Regime) + ")",
        rows.Select(r =>
        {
            var unfinished = trend.Unfinished.ContainsKey(r.Row.Round.Code);
            var s = r.Row.Snapshot;
            return new TrendPoint(RoundAxis.Of(r.Row.Round), RoundWords.Year(r.Row.Round) + (unfinished ? "*" : ""), s.LowShare, s.LowLower, s.LowUpper, unfinished);
        }).ToList());

    public IEnumerable<TrendBreak> Breaks(IReadOnlyList<IReadOnlyList<(TrendRow Row, Regime Regime)>> segments)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            var (before, after) = (segments[i - 1][^1], segments[i][0]);
            yield return new TrendBreak((RoundAxis.Of(before.Row.Round) + RoundAxis.Of(after.Row.Round)) / 2, texts[RoundWords.BreakKey(before.Regime, after.Regime)]);
        }
    }
}
