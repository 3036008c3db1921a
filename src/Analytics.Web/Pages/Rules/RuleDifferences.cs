using Analytics.Domain.Rounds;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Pages.Rules;

/// <param name="Part">What of the rule.</param>
sealed record RuleDifference(string Part, string Was, string Now);

/// <summary>What one rule says otherwise than another, part by part, in the language of the request.</summary>
sealed class RuleDifferences(Texts texts, Language language, RuleWords rules)
{
    public IEnumerable<RuleDifference> Between(Regime was, Regime now)
    {
        if (was.Base != now.Base) yield return new(texts["regime.base"], rules.Base(was), rules.Base(now));
        for (var i = 0; i < Math.Max(was.Thresholds.Count, now.Thresholds.Count); i++)
        {
            var (before, after) = (was.Thresholds.ElementAtOrDefault(i), now.Thresholds.ElementAtOrDefault(i));
            if (before == after) continue;
            yield return new(texts["regime.threshold"], Line(was, before), Line(now, after));
        }
        foreach (var ((part, seen), (_, then)) in RuleForm.Parts(was.Certainty).Zip(RuleForm.Parts(now.Certainty)))
            if (seen != then) yield return new(texts["rules.certainty-of", texts["rules.part." + part]], Sure(seen), Sure(then));
        if (!was.Exemptions.SequenceEqual(now.Exemptions)) yield return new(texts["regime.exempt"], Exempt(was), Exempt(now));
        if (was.Source != now.Source) yield return new(texts["rules.source"], was.Source.In(language.English), now.Source.In(language.English));
        if (was.Notes != now.Notes) yield return new(texts["rules.notes"], was.Notes.In(language.English), now.Notes.In(language.English));
    }

    string Line(Regime regime, Threshold? line) => line is null ? texts["rules.none"] : $"{rules.Condition(regime, line)}: {line.Consequence.In(language.English)}";

    string Sure(bool seen) => texts[seen ? "regime.seen" : "regime.assumed"];

    string Exempt(Regime regime) => regime.Exemptions.Count == 0 ? texts["rules.none"] : string.Join("; ", regime.Exemptions.Select(rules.Exempt));
}
