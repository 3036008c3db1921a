using Analytics.Domain.Rounds;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Pages.Officials;

/// <summary>
/// What may be said beside a name: the sum and the rule, never a verdict. An alert is not told; an alarm asks to look
/// into the matter.
/// </summary>
sealed partial class OfficialWords(Texts texts, Formats formats, RuleWords rules, RoundWords rounds, Language language)
{
    /// <summary>This near to a line of the rule the distance is told in a list.</summary>
    const int NearBallots = 5;

    const double SmallestPrintedP = 0.0001;

    /// <summary>Why somebody stands among those at the threshold or to be looked into, as one sentence.</summary>
    public string Why(OfficialLine line, Regime regime)
    {
        var parts = new List<string>();
        if (line.Row.Standing is { Met: { } met, Count: { } count, Base: { } ballots })
        {
            parts.Add(texts["officials.why.rule", rules.Sum(regime, met, count, ballots), RoundWords.NameOf(regime), rules.Condition(regime, met)]);
            // A line that asks for two rounds running has just said so.
            if (line.LowBefore is { } before && !met.Consecutive) parts.Add(LowTwice(before));
            parts.Add(rules.Consequence(regime, met));
            if (line.Next is { } next) parts.Add(rules.Next(next));
        }
        else if (line.Next is { Missing: <= NearBallots } near)
            parts.Add($"{rules.Sum(regime, near.Line, near.Count, near.Base)}, {rules.Next(near)}");
        if (line.Alarm) parts.Add(Alarm(line, regime));
        if (line.AwaitsVerification) parts.Add(texts["verified.no"]);
        return Capital(string.Join("; ", parts)) + ".";
    }

    /// <summary>The remark of a row in the list.</summary>
    public string Remark(OfficialLine line, Regime regime)
    {
        var row = line.Row;
        if (row.Result.Exempt is { } reason) return texts["officials.remark.exempt", reason];
        if (row.Standing.Code == Domain.Rounds.Standing.Undetermined)
            return texts[row.Approximate ? "officials.remark.approximate" : "officials.remark.undetermined", rules.Base(regime)];
        var parts = new List<string>();
        if (row.Standing is { Met: { } met, Count: { } count, Base: { } ballots })
        {
            parts.Add($"{rules.AtThreshold(regime)}: {rules.ShortSum(met, count, ballots)}");
            if (line.LowBefore is { } before) parts.Add(LowTwice(before));
            parts.Add(rules.Consequence(regime, met));
        }
        else if (line.Next is { Missing: <= NearBallots } near)
            parts.Add($"{rules.ShortSum(near.Line, near.Count, near.Base)}, {rules.Next(near)}");
        if (line.Alarm) parts.Add(texts["officials.remark.alarm"]);
        if (line.AwaitsVerification) parts.Add(texts["verified.no"]);
        return string.Join("; ", parts);
    }

    string LowTwice(Round before) => texts["officials.low-twice", rounds.Name(before)];

    /// <summary><c>tỷ lệ thấp 23,1% khác hẳn những người cùng chức danh … cần nắm thêm tình hình</c></summary>
    string Alarm(OfficialLine line, Regime regime) => texts[
        line.OwnSet ? "officials.why.alarm" : "officials.why.alarm-all",
        texts[regime.Options == BallotOptions.Two ? "officials.share.no-confidence" : "officials.share.low"],
        formats.Share(line.Row.LowShare), formats.Share(line.SetShare), Probability(line.Row.FunnelP)];

    public string Probability(double? p) => p switch
    {
        null => Formats.Dash,
        < SmallestPrintedP => texts["officials.p.under", formats.Number(SmallestPrintedP, 4)],
        { } value => formats.Number(value, 4),
    };

    /// <summary>How many cases chance alone would give: whole where that is told apart from none.</summary>
    public string Expected(int compared, double p)
    {
        var expected = compared * p;
        return formats.Number(expected, expected >= 10 ? 0 : 1);
    }

    static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
