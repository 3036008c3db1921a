using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Rules;

/// <summary>A form that sets a rule in two steps: what would change is shown, and only what was shown can be set.</summary>
abstract class RuleFormPage(IMediator mediator, CurrentViewer current) : PageModel
{
    /// <summary>The button that sets, and not only shows.</summary>
    public const string Set = "set";

    /// <summary>The rule the fields begin with.</summary>
    public Regime Regime { get; private protected set; } = null!;
    public RuleForm Form { get; private protected set; } = new();
    /// <summary>Id of the version that holds; 0: none was set.</summary>
    public int Holding { get; private protected set; }
    /// <summary>What would change; null before anything was asked.</summary>
    public RuleEffectView? Effect { get; private set; }
    /// <summary>Key of what is wrong; null when nothing is.</summary>
    public string? Mistake { get; private set; }

    private protected PageResult Wrong(string mistake)
    {
        Mistake = mistake;
        return Page();
    }

    /// <param name="act">The button pressed.</param>
    /// <param name="needsDocument">Whether it can be set by a document only.</param>
    /// <param name="done">Where to go once it is set.</param>
    private protected async Task<IActionResult> Answer(RuleDraft draft, string? act, bool needsDocument, string done, CancellationToken ct)
    {
        Effect = await mediator.Send(new RuleEffectQuery(draft), ct);
        if (Form.Version != Holding) return Wrong("rules.mistake.changed");
        if (act != Set) return Page();
        if (Form.Shown != Effect.Mark) return Wrong("rules.mistake.look-again");
        if (Form.Mistake(needsDocument) is { } mistake) return Wrong(mistake);
        var setting = new RuleSetting(draft.RegimeId, draft.RoundId, draft.Json, Typed.Line(Form.Document), Form.DocumentDate, Typed.Line(Form.Reason), current.Required.UserName, Holding);
        return await mediator.Send(new SetRuleCommand(setting), ct) ? new SeeOther(done) : Wrong("rules.mistake.changed");
    }
}
