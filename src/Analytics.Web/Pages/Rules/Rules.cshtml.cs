using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Rules;

/// <summary>All rules with the rounds held under each.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class RulesModel(QueryContext context, RuleWords rules) : PageModel
{
    /// <param name="Departing">Rounds among them that depart from the rule by a document of their own.</param>
    public sealed record Line(Regime Regime, IReadOnlyList<Round> Rounds, int Departing);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IActionResult OnGet()
    {
        var reference = context.Reference;
        Lines = reference.Rules.Regimes.Select(regime =>
        {
            var rounds = reference.Rounds.Where(r => r.RegimeId == regime.Id).ToList();
            return new Line(regime, rounds, rounds.Count(r => reference.Rules.Departures.ContainsKey(r.Id)));
        }).ToList();
        return this.Export(Export, Lines.Any(l => l.Rounds.Any(r => r.Sample))) ?? Page();
    }

    ExportTable Export() => ExportTable.Of("rules", Lines,
        ("regime", l => l.Regime.Id), ("name_vi", l => l.Regime.Name.Vi), ("name_en", l => l.Regime.Name.En), ("family", l => l.Regime.Family),
        ("valid_from", l => l.Regime.ValidFrom), ("valid_to", l => l.Regime.ValidTo), ("options", l => l.Regime.Options == BallotOptions.Two ? 2 : 3),
        ("base", l => rules.Base(l.Regime)), ("thresholds", l => string.Join("; ", l.Regime.Thresholds.Select(t => rules.Condition(l.Regime, t)))),
        ("assumed", l => l.Regime.Certainty.Assumed), ("rounds", l => l.Rounds.Count), ("departing", l => l.Departing), ("source_vi", l => l.Regime.Source.Vi));
}
