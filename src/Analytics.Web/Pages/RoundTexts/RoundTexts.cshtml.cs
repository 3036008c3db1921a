using Analytics.Domain.Coverage;
using Analytics.Web.Access;
using Analytics.Web.Pages.Coverage;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.RoundTexts;

/// <summary>The text of a round, of the city or of one unit: sections with all their versions, opinions counted by theme.</summary>
[Authorize(Policy = Policies.Names)]
sealed class RoundTextsModel(IMediator mediator, CurrentViewer current) : PageModel
{
    const int LongestSection = 8000;
    const int LongestTheme = 200;
    const int MostOpinions = 1_000_000;

    [FromRoute] public string Code { get; set; } = "";
    [FromQuery] public string? Unit { get; set; }
    [FromQuery] public int? Saved { get; set; }

    public TextView View { get; private set; } = null!;
    public ProgressView Progress { get; private set; } = null!;
    /// <summary>What the writer typed, where it could not be kept.</summary>
    public IReadOnlyDictionary<TextSection, string> Drafts { get; private set; } = new Dictionary<TextSection, string>();
    public IReadOnlyList<TextSection> Conflicts { get; private set; } = [];
    public string? Mistake { get; private set; }
    public string? OpinionMistake { get; private set; }
    /// <summary>Theme and number that could not be counted, as typed.</summary>
    public (string Theme, string? Count) Opinion { get; private set; } = ("", null);

    /// <summary>The text of the city is the office's; that of a unit also of those who send its results.</summary>
    public bool MayWrite => View.Unit is null ? current.Required.May(Policies.Office) : current.Required.May(Policies.Import) && current.Required.Scope.Holds(View.Unit.Id);

    string Address => $"/rounds/{Uri.EscapeDataString(Code)}/text" + (View.Unit is { } unit ? "?unit=" + Uri.EscapeDataString(unit.Code) + "&" : "?");

    async Task<bool> Find(CancellationToken ct)
    {
        if (await mediator.Send(new TextQuery(Code, Unit), ct) is not { } view) return false;
        View = view;
        Progress = await mediator.Send(new ProgressViewQuery(Code), ct);
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] Dictionary<string, string?> body, [FromForm] Dictionary<string, int> seen, CancellationToken ct)
    {
        if (!await Find(ct) || !MayWrite) return NotFound();
        var drafts = TextSections.All.Where(s => body.ContainsKey(s.Code()))
            .Select(s => new SectionDraft(s, Typed.Lines(body[s.Code()]), seen.GetValueOrDefault(s.Code()))).ToList();
        if (drafts.Any(d => d.Body.Length > LongestSection))
        {
            (Mistake, Drafts) = ("text.mistake.long", drafts.ToDictionary(d => d.Section, d => d.Body));
            return Page();
        }
        var saved = await mediator.Send(new SaveTextCommand(View.Round.Id, View.Unit?.Id, drafts), ct);
        if (saved.Conflicts.Count == 0) return new SeeOther(Address + "saved=" + saved.Kept.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Find(ct);
        (Conflicts, Drafts) = (saved.Conflicts, drafts.Where(d => saved.Conflicts.Contains(d.Section)).ToDictionary(d => d.Section, d => d.Body));
        return Page();
    }

    public async Task<IActionResult> OnPostOpinion([FromForm] string? theme, [FromForm] int? count, CancellationToken ct)
    {
        if (!await Find(ct) || !MayWrite) return NotFound();
        var named = Typed.Line(theme);
        Opinion = (named, Request.Form["count"]);
        OpinionMistake = named.Length == 0 ? "text.mistake.no-theme" : named.Length > LongestTheme ? "text.mistake.long-theme" : count is null or < 0 or > MostOpinions ? "text.mistake.count" : null;
        if (OpinionMistake is not null) return Page();
        await mediator.Send(new CountOpinionCommand(View.Round.Id, View.Unit?.Id, named, count!.Value), ct);
        return new SeeOther(Address.TrimEnd('?', '&') + "#opinions");
    }
}
