namespace Analytics.Web.Pages.Rules;

/// <summary>The lower half of a form that sets a rule: what would change, then document, reason and the button that sets it.</summary>
sealed record RuleConfirm(RuleFormPage Page, bool NeedsDocument);
