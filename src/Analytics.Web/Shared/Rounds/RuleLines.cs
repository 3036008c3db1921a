using Analytics.Domain.Rounds;

namespace Analytics.Web.Shared.Rounds;

/// <summary>The fields of a form for base and lines of a rule: the rule as it is, and what was typed.</summary>
sealed record RuleLines(Regime Regime, SupposedRule Supposed);
