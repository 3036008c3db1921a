using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Admin;

/// <summary>Units, reorganisations, posts and rounds: what is there, as files that load again, and the form that loads a changed one.</summary>
[Authorize(Policy = Policies.Administration), RequestSizeLimit(RequestLimits.Form)]
sealed class ReferenceModel(IMediator mediator, QueryContext context) : PageModel
{
    /// <summary>Problems shown on the page.</summary>
    public const int ShownProblems = 50;

    [FromForm] public string? Kind { get; set; }
    [FromForm] public string? Reason { get; set; }

    public ReferenceData Reference => context.Reference;
    public LoadOutcome? Outcome { get; private set; }
    public IReadOnlyDictionary<string, string> Mistakes { get; private set; } = new Dictionary<string, string>();

    public IActionResult OnGet(string? table)
    {
        return this.Export(() => ReferenceTables.Of(Reference, table!), Reference.Rounds.Any(r => r.Sample)) ?? Page();
    }

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken ct)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file is null || file.Length == 0) mistakes["file"] = "imports.upload.no-file";
        if (Kind is null || !ReferenceTables.Kinds.Contains(Kind)) mistakes["kind"] = "imports.upload.unknown-kind";
        var reason = Typed.Line(Reason);
        if (reason.Length > UploadForm.LongestReason) mistakes["reason"] = "imports.upload.long-reason";
        Mistakes = mistakes;
        if (mistakes.Count == 0) Outcome = await mediator.Send(new LoadReferenceCommand(file!, Kind!, reason.Length == 0 ? null : reason), ct);
        return Page();
    }
}
