using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Shared.Rounds;

/// <summary>How pages, charts and reports speak of a round, in the language of the request.</summary>
sealed class RoundWords(Texts texts, Formats formats, Language language)
{
    public string Name(Round round) => round.Name(language.English);

    /// <summary><c>2026</c>: how a round is called beside another.</summary>
    public static string Year(Round round) => round.HeldFrom.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>(118/126 đơn vị)</c> for an unfinished round, empty for a finished one: it stands beside every share.</summary>
    public string Coverage(RoundView view) => view.Unfinished
        ? texts["round.coverage", formats.Count(view.Coverage.Reported), formats.Count(view.Coverage.Expected)]
        : "";

    /// <summary>The same with a space before it, for running text.</summary>
    public string SpacedCoverage(RoundView view) => view.Unfinished ? " " + Coverage(view) : "";

    /// <summary>What the ballot's levels are called, in ballot order.</summary>
    public IReadOnlyList<string> Levels(Regime regime) => regime.Options == BallotOptions.Three
        ? [texts["level.high"], texts["level.middle"], texts["level.low"]]
        : [texts["level.confidence"], texts["level.no-confidence"]];

    public string LowName(Regime regime) => texts[regime.Options == BallotOptions.Three ? "level.low" : "level.no-confidence"];

    /// <summary>What shares are taken of: ballots collected, or delegates.</summary>
    public string Base(Regime regime) => texts[regime.Base == BallotBase.Delegates ? "base.delegates" : "base.collected"];

    public string Options(Regime regime) => texts[regime.Options == BallotOptions.Three ? "options.three" : "options.two"];

    /// <summary>Whether a change is beyond chance, in words that claim no more.</summary>
    public string Beyond(bool beyond) => texts[beyond ? "change.beyond" : "change.within"];

    /// <summary>What is said of a group's change: a sentence part; never an arrow.</summary>
    public string Remark(Snapshot s, bool changed)
    {
        if (ChanceTests.TooFew(s)) return texts["change.too-few"];
        if (s.Change is not { } change) return texts["change.none"];
        if (!changed) return texts["change.within"];
        return texts[change > 0 ? "change.rises" : "change.falls"];
    }

    /// <summary>Direction over all comparable rounds, in words.</summary>
    public string Direction(TrendRow row) => texts["direction." + Domain.Statistics.Directions.Code(row.Direction)];

    /// <summary>Key of why figures after are not compared with those before.</summary>
    public static string BreakKey(Regime before, Regime after) => (before.Options, after.Options) switch
    {
        (BallotOptions.Two, BallotOptions.Three) => "chart.trend.break.two-three",
        (BallotOptions.Three, BallotOptions.Two) => "chart.trend.break.three-two",
        _ => "chart.trend.break.other",
    };

    /// <summary>What a rule is called: its id, and the document where a round departs from it.</summary>
    public static string NameOf(Regime regime) => regime.Departure is { } document ? $"{regime.Id} ({document.Number})" : regime.Id;

    /// <summary><c>VFF-2007, hai mức</c>: what tells rounds apart that are not to be compared.</summary>
    public string Kind(Regime regime) => $"{NameOf(regime)}, {Options(regime)}";

    /// <summary>That another rule holds inside a family, in words; null where it judges alike.</summary>
    public string? RuleChange(Regime before, Regime after) =>
        before.Id == after.Id && before.JudgesLike(after) ? null : texts["chart.trend.regime", NameOf(before), NameOf(after)];
}
