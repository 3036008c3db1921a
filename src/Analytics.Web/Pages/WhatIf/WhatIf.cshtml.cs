using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.WhatIf;

/// <summary>A round under another rule: whose standing would change, without anything being saved.</summary>
[Authorize(Policy = Policies.Names)]
[KeptPage]
sealed class WhatIfModel(IMediator mediator, QueryContext context, Texts texts, RuleWords rules) : PageModel
{
    const int PageSize = 200;

    [FromRoute] public string Code { get; set; } = "";
    [FromQuery(Name = "regime")] public string? RegimeId { get; set; }
    [FromQuery] public string? Base { get; set; }
    [FromQuery(Name = "line")] public string[] Lines { get; set; } = [];
    [FromQuery(Name = "sign")] public string[] Signs { get; set; } = [];
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public Round Round { get; private set; } = null!;
    public RoundView View { get; private set; } = null!;
    public Regime Own { get; private set; } = null!;
    /// <summary>The rule chosen, as it lies in the store.</summary>
    public Regime Chosen { get; private set; } = null!;
    /// <summary>Rules of the same ballot options, which the round's counts can be read by.</summary>
    public IReadOnlyList<Regime> Choices { get; private set; } = [];
    public SupposedRule Supposed { get; private set; } = null!;
    public WhatIfView? Result { get; private set; }
    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, PageSize);
    public string? Mistake { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var reference = context.Reference;
        if (reference.Round(Code) is not { } round || await mediator.Send(new RoundQuery(Code), ct) is not { } view) return NotFound();
        (Round, View, Own) = (round, view, reference.RegimeOf(round));
        Choices = reference.Regimes.Values.Where(r => r.Options == Own.Options).ToList();
        var asked = RegimeId is { Length: > 0 } id && id != Own.Id ? reference.Regimes.GetValueOrDefault(id) : Own;
        if (asked is null) return NotFound();
        if (asked.Options != Own.Options)
        {
            (Mistake, asked) = ("what-if.other-ballot", Own);
            (Base, Lines, Signs) = (null, [], []);
        }
        Chosen = asked;
        Supposed = new(asked.Id, Base, Lines, Signs);
        var other = Supposed.Apply(asked);
        Mistake ??= other is null ? "rule-form.unreadable" : null;
        if (Mistake is not null || other is null || (asked.Id == Own.Id && !Supposed.IsChanged(Own))) return Request.Query.ContainsKey("format") ? NotFound() : Page();
        Result = await mediator.Send(new WhatIfQuery(Code, Supposed.Written), ct);
        Place = PagePlace.Of(PageNumber ?? 1, Result.Changed.Count, PageSize);
        return this.Export(Result.ToTable, Round.Sample) ?? Page();
    }

    /// <summary>Where an official stands, as the sum that decides; never what would follow.</summary>
    public string Says(Regime regime, StandingResult standing, bool covers) => covers ? rules.Says(regime, standing) : texts["what-if.not-covered"];
}
