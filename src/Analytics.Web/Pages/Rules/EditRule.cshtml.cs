using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Rules;

/// <summary>A rule is set anew, with a reason, for all its rounds.</summary>
[Authorize(Policy = Policies.Office)]
sealed class EditRuleModel(IMediator mediator, QueryContext context, CurrentViewer current) : RuleFormPage(mediator, current)
{
    [FromRoute] public string Id { get; set; } = "";

    bool Find()
    {
        if (!context.Reference.Regimes.TryGetValue(Id, out var regime)) return false;
        var version = context.Db.RuleVersions.AsNoTracking().SingleOrDefault(v => v.RoundId == null && v.RegimeId == Id);
        (Regime, Form, Holding) = (regime, RuleForm.Of(regime, version), version?.Id ?? 0);
        return true;
    }

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] RuleForm form, [FromForm(Name = "act")] string? act, CancellationToken ct)
    {
        if (!Find()) return NotFound();
        Form = form;
        var (rule, mistake) = form.Apply(Regime, context.Reference.Rules.FamilyBases[Id]);
        if (rule is null) return Wrong(mistake!);
        var draft = RuleDraft.Of(rule, Holding);
        return draft.Json == RegimeFile.Write(Regime) ? Wrong("rules.mistake.same") : await Answer(draft, act, needsDocument: false, $"/rules/{Uri.EscapeDataString(Id)}?saved=true", ct);
    }
}
