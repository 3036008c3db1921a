using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Shared.Rounds;

/// <summary>Lines of a rule in words and as the sum that decides. Everything exact: integers, never a rounded percentage.</summary>
sealed class RuleWords(Texts texts, Formats formats, Language language)
{
    /// <summary><c>phiếu tín nhiệm thấp quá 1/2 số phiếu thu về</c></summary>
    public string Condition(Regime regime, Threshold line)
    {
        var words = texts["rule.condition." + Code(line.Comparison), Count(regime, line), Fraction(line), Base(regime)];
        return line.Consecutive ? texts["rule.consecutive", words] : words;
    }

    /// <summary><c>2 × phiếu tín nhiệm thấp > số phiếu thu về</c></summary>
    public string Arithmetic(Regime regime, Threshold line) =>
        $"{Times(line.Denominator)}{Count(regime, line)} {line.Sign} {Times(line.Numerator)}{Base(regime)}";

    /// <summary><c>31/60 phiếu tín nhiệm thấp > 1/2</c>: how the count lies to the line's fraction.</summary>
    public string Sum(Regime regime, Threshold line, int count, int ballots)
    {
        var sign = line.Compare(count, ballots) switch { < 0 => "<", 0 => "=", _ => ">" };
        return $"{texts["rule.sum", formats.Count(count), formats.Count(ballots), Count(regime, line)]} {sign} {Fraction(line)}";
    }

    /// <summary><c>29/60 &lt; 1/2</c>, where the column says what is counted.</summary>
    public string ShortSum(Threshold line, int count, int ballots)
    {
        var sign = line.Compare(count, ballots) switch { < 0 => "<", 0 => "=", _ => ">" };
        return $"{formats.Count(count)}/{formats.Count(ballots)} {sign} {Fraction(line)}";
    }

    /// <summary><c>còn 2 phiếu đến ngưỡng quá 1/2</c></summary>
    public string Next(NextLine next) => texts.Counted(
        next.Line.Count == ThresholdCount.Low ? "rule.next.low" : "rule.next.confidence", next.Missing, formats.Count(next.Missing), Short(next.Line));

    /// <summary><c>quá 1/2</c>, <c>từ 2/3 trở lên</c></summary>
    public string Short(Threshold line) => texts["rule.short." + Code(line.Comparison), Fraction(line)];

    /// <summary>The general word for being at a line of the rule; it says nothing of what follows.</summary>
    public string AtThreshold(Regime regime) => texts[regime.Options == BallotOptions.Two ? "rule.at-threshold.two" : "rule.at-threshold.three"];

    /// <summary>
    /// What the rule says follows, beside a name: never under an assumed rule, where nothing can be concluded yet.
    /// </summary>
    public string Consequence(Regime regime, Threshold line) =>
        regime.Certainty.Assumed ? texts["rule.no-conclusion"] : texts["rule.consequence", line.Consequence.In(language.English)];

    /// <summary>Where somebody stands, as the sum that decides; never what would follow.</summary>
    public string Says(Regime regime, StandingResult standing) => standing switch
    {
        { Met: { } met, Count: { } count, Base: { } ballots } => texts["rule-form.at-line", AtThreshold(regime), LineOf(regime, met), ShortSum(met, count, ballots)],
        { Code: Standing.Exempt } => texts["unit.absent.exempt"],
        { Code: Standing.Undetermined } => texts["rule-form.undetermined", Base(regime)],
        _ => texts["rule-form.below"],
    };

    static int LineOf(Regime regime, Threshold met) => regime.Thresholds.TakeWhile(t => t != met).Count() + 1;

    /// <summary><c>người giữ chức vụ chưa đủ 9 tháng</c></summary>
    public string Exempt(Exemption exemption) => exemption.Ground switch
    {
        ExemptionGround.ElectedThatYear => texts["rule.exempt.elected-that-year"],
        ExemptionGround.ShortTenure => texts["rule.exempt.short-tenure", formats.Count(exemption.Months)],
        _ => texts["rule.exempt.awaiting-retirement"],
    };

    public string Count(Regime regime, Threshold line) => texts[line.Count == ThresholdCount.Confidence ? "rule.count.confidence"
        : regime.Options == BallotOptions.Two ? "rule.count.no-confidence" : "rule.count.low"];

    public string Base(Regime regime) => texts[regime.Base == BallotBase.Collected ? "rule.base.collected" : "rule.base.delegates"];

    static string Fraction(Threshold line) => string.Create(CultureInfo.InvariantCulture, $"{line.Numerator}/{line.Denominator}");

    static string Times(int factor) => factor == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{factor} × ");

    static string Code(Comparison comparison) => comparison switch
    {
        Comparison.Less => "less",
        Comparison.LessOrEqual => "at-most",
        Comparison.Greater => "more",
        _ => "at-least",
    };
}
