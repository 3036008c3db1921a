using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Rules;

/// <summary>One round's own base and lines, by the document of its plan.</summary>
[Authorize(Policy = Policies.Office)]
sealed class RoundRuleModel(IMediator mediator, QueryContext context, CurrentViewer current) : RuleFormPage(mediator, current)
{
    /// <summary>The button that shows what following the regime again would change.</summary>
    public const string Back = "back";

    [FromRoute] public string Code { get; set; } = "";

    public Round Round { get; private set; } = null!;
    /// <summary>The rule the round follows where it does not depart.</summary>
    public Regime Own { get; private set; } = null!;
    /// <summary>What is asked is to follow the regime again.</summary>
    public bool GoesBack { get; private set; }

    bool Find()
    {
        if (context.Reference.Round(Code) is not { } round) return false;
        var version = context.Db.RuleVersions.AsNoTracking().SingleOrDefault(v => v.RoundId == round.Id);
        (Round, Own, Regime, Holding) = (round, context.Reference.Regimes[round.RegimeId], context.Reference.RegimeOf(round), version?.Id ?? 0);
        var plan = context.Db.RoundPlans.AsNoTracking().SingleOrDefault(p => p.RoundId == round.Id);
        Form = new() { Version = Holding, Document = plan?.Document, DocumentDay = plan?.DocumentDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        return true;
    }

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    /// <param name="back">Not empty: the round follows its regime again, whatever the fields say.</param>
    public async Task<IActionResult> OnPost([FromForm] RuleForm form, [FromForm(Name = "act")] string? act, [FromForm(Name = "goes-back")] string? back, CancellationToken ct)
    {
        if (!Find()) return NotFound();
        Form = form;
        GoesBack = act == Back || (act == Set && back is { Length: > 0 });
        var typed = new SupposedRule(Own.Id, form.Base, form.Lines, form.Signs);
        var draft = GoesBack ? RuleDraft.Back(Round, Holding) : RuleDraft.Of(Round, Own, typed, Holding);
        if (draft is null) return Wrong("rule-form.unreadable");
        var then = GoesBack ? Own : typed.Apply(Own)!;
        if (then.Base == Regime.Base && then.Thresholds.SequenceEqual(Regime.Thresholds)) return Wrong("rules.mistake.same");
        return await Answer(draft, act, needsDocument: true, $"/rules/{Uri.EscapeDataString(Own.Id)}?saved=true", ct);
    }
}
