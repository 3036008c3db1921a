using Analytics.Web.Charts;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;

namespace Analytics.Web.Pages.Charts;

/// <summary>The words every picture carries: source, age and version of the data, marking, sample mark.</summary>
sealed class ChartWords(Texts texts, Formats formats, Language language)
{
    public ChartText Of(RoundView round, string title, string subtitle, string alt) => new(
        title, subtitle,
        texts["chart.source", formats.Instant(round.PublishedAt), formats.Count(round.DataVersion)],
        texts["layout.internal"],
        round.Round.Sample ? texts["layout.sample"] : null,
        alt, language.Code);

    /// <summary>Why some groups have no figure in what leaves the house, behind a subtitle; empty where all have one.</summary>
    public string Withheld(IEnumerable<RoundGroup> groups) => groups.Any(g => g.Hidden) ? texts["chart.withheld"] : "";
}
