using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Trends;

namespace Analytics.Web.Shared.Rounds;

/// <summary>
/// What a round says, in sentences made from its numbers: it claims only what the statistics support, always with the
/// counts and the comparison. Pages and reports print the same sentences.
/// </summary>
sealed class RoundSentence(Texts texts, Formats formats, RoundWords words)
{
    /// <summary>How many units have reported.</summary>
    public string Reported(RoundView view)
    {
        var coverage = view.Coverage;
        if (coverage.Expected == 0) return "";
        var missing = coverage.Expected - coverage.Reported;
        return missing == 0
            ? texts["sentence.all-reported", formats.Count(coverage.Expected)]
            : texts.Counted("sentence.reported", missing, formats.CountInText(missing),
                formats.Count(coverage.Reported), formats.Count(coverage.Expected), formats.Share((double)coverage.Reported / coverage.Expected));
    }

    /// <summary>The city's shares and its change from the previous comparable round.</summary>
    public string Shares(RoundView view, ReferenceData reference)
    {
        if (view.Whole is null) return view.Cities > 1 ? texts["sentence.several-cities", formats.CountInText(view.Cities)] : "";
        if (view.Whole is not { Snapshot: { LowShare: { } low } s } whole) return texts["sentence.undetermined", formats.CountInText(view.Whole.Snapshot.LeftOut)];
        var shares = texts["sentence.shares", formats.Share(whole.FavourableShare), words.LowName(view.Regime), formats.Share(low), words.SpacedCoverage(view)];
        return shares + (s.Change is { } change && s.PreviousRoundId is { } previous && reference.Round(previous) is { } before
            ? "; " + (ChanceTests.TooFew(s) ? texts["change.too-few"] : Change(change, s.ChangeP, RoundWords.Year(before))) + "."
            : ". " + texts["sentence.first-of-family"]);
    }

    string Change(double change, double? p, string previousYear)
    {
        if (formats.Percent(change) == formats.Percent(0)) return texts["sentence.unchanged", previousYear];
        var direction = texts[change > 0 ? "sentence.up" : "sentence.down"];
        var chance = p switch { null => texts["change.unknown"], <= 0.05 => texts["change.beyond"], _ => texts["change.within"] };
        return texts["sentence.change", previousYear, direction, formats.Points(Math.Abs(change)), chance];
    }

    /// <summary>Which posts changed beyond chance.</summary>
    public string Positions(RoundGroups positions, Func<string, string> nameOf)
    {
        var compared = positions.Groups.Where(g => !g.TooFew && g.Snapshot.Change is not null).ToList();
        if (compared.Count == 0) return "";
        var changed = compared.Where(g => g.Changed).ToList();
        if (changed.Count == 0) return texts["sentence.no-position"];
        return texts["sentence.positions", string.Join("; ", changed.Select(g => texts[g.Snapshot.Change > 0 ? "sentence.position-rises" : "sentence.position-falls",
            nameOf(g.Snapshot.Key), formats.Points(Math.Abs(g.Snapshot.Change!.Value))]))];
    }
}
