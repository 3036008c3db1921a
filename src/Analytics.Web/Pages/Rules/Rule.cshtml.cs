using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Rules;

/// <summary>One rule as it holds: quoted, the rounds under it, and everything that was set of it.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class RuleModel(QueryContext context, CurrentViewer current, RuleDifferences differences) : PageModel
{
    [FromRoute] public string Id { get; set; } = "";
    /// <summary>It has just been set.</summary>
    [FromQuery] public bool Saved { get; set; }

    public Regime Regime { get; private set; } = null!;
    /// <param name="Departure">What the round is under instead, in whole; null where it follows the rule.</param>
    public sealed record Held(Round Round, Regime? Departure);
    public IReadOnlyList<Held> Rounds { get; private set; } = [];
    public IReadOnlyList<RuleEdition> Editions { get; private set; } = [];

    public bool MayWrite => current.Required.May(Policies.Office);

    public IActionResult OnGet()
    {
        var reference = context.Reference;
        if (!reference.Regimes.TryGetValue(Id, out var regime)) return NotFound();
        Regime = regime;
        Rounds = reference.Rounds.Where(r => r.RegimeId == Id).Select(r => new Held(r, reference.Rules.Departures.GetValueOrDefault(r.Id))).ToList();
        Editions = RuleHistory.Of(context, Id);
        return Page();
    }

    public IEnumerable<RuleDifference> Differences(RuleEdition edition) => differences.Between(edition.Was, edition.Now);

    public IEnumerable<RuleDifference> DifferencesFrom(Regime departure) => differences.Between(Regime, departure);
}
