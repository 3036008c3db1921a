using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Loading;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Imports;

/// <summary>How far an upload has come, asked again each second without JavaScript; at the end what became of each file.</summary>
[Authorize(Policy = Policies.ImportHistory)]
sealed class BatchModel(UploadFolders folders, UploadQueue queue, IMediator mediator, CurrentViewer current) : PageModel
{
    /// <summary>Problems of a refused file shown here; the import's own page has all.</summary>
    const int ShownProblems = 20;

    /// <summary>Refused files whose problems are shown here.</summary>
    const int ShownFiles = 10;

    [FromRoute] public Guid Id { get; set; }

    public UploadBatch Batch { get; private set; } = null!;
    public BatchOutcome? Outcome { get; private set; }
    /// <summary>Null while the batch waits for those before it.</summary>
    public ImportProgress? Progress { get; private set; }
    public IReadOnlyList<FileRow> Files { get; private set; } = [];
    public bool MayUpload => current.Required.May(Policies.Import);

    /// <param name="Link">Whether the viewer may open the import; it may be somebody else's when nothing changed.</param>
    /// <param name="Problems">The first problems of a refused file; null for others.</param>
    public sealed record FileRow(FileOutcome Outcome, bool Link, ProblemList? Problems);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var viewer = current.Required;
        if (folders.Find(Id) is not { } batch || !(viewer.Scope.AllImports || batch.By == viewer.UserName)) return NotFound();
        Batch = batch;
        Outcome = folders.OutcomeOf(Id);
        if (Outcome is null)
        {
            Progress = queue.ProgressOf(Id);
            Response.Headers["Refresh"] = "1";
            return Page();
        }
        var rows = new List<FileRow>();
        foreach (var file in Outcome.Files) rows.Add(await Row(file, viewer, shown: rows.Count(r => r.Problems is not null), ct));
        Files = rows;
        return Page();
    }

    async Task<FileRow> Row(FileOutcome file, Viewer viewer, int shown, CancellationToken ct)
    {
        if (file.Import is not { } id || await mediator.Send(new DetailsModel.Query(id), ct) is null) return new(file, false, null);
        if (!file.Refused || shown >= ShownFiles) return new(file, true, null);
        var problems = await mediator.Send(ProblemList.QueryFor(viewer, id, severity: "error", rule: null, page: 1, ShownProblems), ct);
        return new(file, true, problems);
    }

    /// <summary>Share of the work done, 0–1: each file is read and then loaded, and trends come last.</summary>
    public double Done => Progress switch
    {
        null => 0,
        { Stage: "reading" } p => 0.3 * p.FilesDone / Math.Max(1, p.Files),
        { Stage: "trends" or "done" } => 0.9,
        { } p => 0.3 + 0.6 * p.FilesDone / Math.Max(1, p.Files),
    };
}
