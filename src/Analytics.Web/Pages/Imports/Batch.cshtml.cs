using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Imports;

/// <summary>How far an upload has come, asked again each second; at the end what became of each file.</summary>
[Authorize(Policy = Policies.ImportHistory), UploadSize, RequestSizeLimit(RequestLimits.Upload)]
sealed class BatchModel(UploadFolders folders, RefusedFiles refused, MarkedFile marked, UploadQueue queue, IMediator mediator, CurrentViewer current) : PageModel
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
    /// <summary>Whether the page has to be looked at again.</summary>
    public bool IsUnderWay { get; private set; }
    public IReadOnlyList<FileRow> Files { get; private set; } = [];
    public bool MayUpload => current.Required.May(Policies.Import);

    /// <param name="Link">Whether the viewer may open the import; it may be somebody else's when nothing changed.</param>
    /// <param name="Problems">The first problems of a refused file; null for others.</param>
    /// <param name="Again">How it may be tried again; null where it may not.</param>
    /// <param name="LoadedAs">The import a later try of it led to.</param>
    /// <param name="Marked">Whether it can be had back with its mistakes marked.</param>
    public sealed record FileRow(FileOutcome Outcome, bool Link, ProblemList? Problems, SecondTry? Again, int? LoadedAs, bool Marked);

    /// <summary>Whether the batch as a whole may be tried again.</summary>
    public bool MayWaitAgain => Outcome is { MayWaitAgain: true } && SecondTry.IsFor(current.Required, Batch);

    /// <summary>What was wrong with a second try that no file's form can tell.</summary>
    public string? Mistake { get; private set; }

    /// <summary>What the batch would change, while it waits for its sender's word; null otherwise.</summary>
    public Proposal? Proposed { get; private set; }
    public int ProposedRows => Proposed?.Of.Files.Sum(f => f.Outcome.Corrected) ?? 0;
    public bool MayAnswer => AnswerProposalCommand.MayAnswer(current.Required, Batch);
    public string? Reason { get => field ?? Batch.Reason; private set; }
    /// <summary>Key of what is wrong with the reason; null when nothing is.</summary>
    public string? ReasonMistake { get; private set; }

    SecondTryInput? sent;
    string? sentMistake;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var viewer = current.Required;
        if (folders.Find(Id) is not { } batch || !(viewer.Scope.AllImports || batch.By == viewer.UserName)) return NotFound();
        Batch = batch;
        Outcome = folders.OutcomeOf(Id);
        if (Outcome is null && folders.Open(Id) is { } open && await mediator.Send(Proposal.QueryFor(viewer, Id, open.Id), ct) is { } proposal)
        {
            Proposed = proposal;
            return Page();
        }
        if (Outcome is null)
        {
            Progress = queue.ProgressOf(Id);
            IsUnderWay = true;
            return Page();
        }
        var rows = new List<FileRow>();
        foreach (var (i, file) in Outcome.Files.Index()) rows.Add(await Row(i, file, viewer, shown: rows.Count(r => r.Problems is not null), ct));
        Files = rows;
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] SecondTryInput input, CancellationToken ct)
    {
        if (input.Way is "save" or "discard") return await Answer(input, ct);
        if (!SecondTry.Ways.Contains(input.Way)) return BadRequest();
        sent = input;
        sentMistake = input.Mistake();
        if (sentMistake is null)
        {
            var outcome = await mediator.Send(new SecondTryCommand(Id, input), ct);
            if (outcome.Batch is { } batch) return new SeeOther($"/imports/batches/{batch}");
            if (outcome.Mistake is not { } mistake) return NotFound();
            Mistake = mistake;
        }
        return await OnGet(ct);
    }

    async Task<IActionResult> Answer(SecondTryInput input, CancellationToken ct)
    {
        Reason = input.Reason?.Trim();
        ReasonMistake = input.Mistake();
        if (ReasonMistake is not null) return await OnGet(ct);
        // Somebody else's, or answered already: the page tells how it stands.
        var answered = await mediator.Send(new AnswerProposalCommand(Id, input.Seen, input.Way == "save" ? Reason : null), ct);
        return answered || folders.Find(Id) is { } batch && AnswerProposalCommand.MayAnswer(current.Required, batch) ? new SeeOther($"/imports/batches/{Id}") : NotFound();
    }

    async Task<FileRow> Row(int index, FileOutcome file, Viewer viewer, int shown, CancellationToken ct)
    {
        if (file.Import is not { } id || await mediator.Send(new DetailsModel.Query(id), ct) is not { } import) return new(file, false, null, null, null, false);
        if (!file.Refused) return new(file, true, null, null, null, false);
        var problems = shown >= ShownFiles ? null : await mediator.Send(ProblemList.QueryFor(viewer, id, severity: "error", rule: null, page: 1, ShownProblems), ct);
        var again = SecondTry.Of(folders, viewer, new(Id, index));
        if (again is not null && sent?.Index == index) again = again with { Mistake = sentMistake, Input = sent };
        var loadedAs = refused.Find(id)?.LoadedAs is { } later && await mediator.Send(new DetailsModel.Query(later), ct) is not null ? later : (int?)null;
        return new(file, true, problems, again, loadedAs, viewer.May(Policies.Names) && marked.IsThere(import.Import, import.Rules.Select(r => r.Rule)));
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
