using Analytics.Domain.Briefings;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Briefings;
using Analytics.Web.Briefings.Reports;
using Analytics.Web.Pages.RoundTexts;
using Analytics.Web.Pages.Urging;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Reports;

/// <summary>One report: where it stands, what happened to it, the document as it is now and as it was at each step.</summary>
[Authorize(Policy = Policies.Office)]
sealed class ReportModel(IMediator mediator, QueryContext context, ReportMaker maker, ReportFiles files, AuditTrail audit, TimeProvider time) : PageModel
{
    const int LongestNote = 4000;
    const int HighestNumber = 99_999;

    [FromRoute] public int Id { get; set; }
    /// <summary>Event whose file is asked for.</summary>
    [FromQuery(Name = "file")] public int? FileOf { get; set; }

    public RoundReport Report { get; private set; } = null!;
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<ReportEvent> Events { get; private set; } = [];
    /// <summary>Sections that have to be written first: codes.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];
    public string? Mistake { get; private set; }
    public ReportStep? Tried { get; private set; }
    public string? Note { get; private set; }
    public int? Number { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public DateOnly Today => context.Today;

    public sealed record Query(int Id) : IQuery<Result?>;

    public sealed record Result(RoundReport Report, IReadOnlyList<ReportEvent> Events);

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request) => context.Db.RoundReports.AsNoTracking().SingleOrDefault(r => r.Id == request.Id) is not { } report ? null
            : new(report, context.Db.ReportEvents.AsNoTracking().Where(e => e.ReportId == report.Id).OrderByDescending(e => e.Id).ToList());
    }

    async Task<bool> Find(CancellationToken ct)
    {
        if (await mediator.Send(new Query(Id), ct) is not { } found || context.Reference.Round(found.Report.RoundId) is not { } round) return false;
        (Report, Events, Round) = (found.Report, found.Events, round);
        if (await mediator.Send(new TextQuery(round.Code, null), ct) is { } text) Missing = ReportGaps.Of(text, Report.Kind);
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        if (FileOf is { } id) return Kept(id);
        if (Request.Query["format"] != "docx") return Page();
        if (Report.Stage == ReportStage.Issued) return NotFound();
        if (await maker.Make(Report, Round.Code, ct) is not { } made) return NotFound();
        audit.Record("export", Invariant($"/reports/{Id} draft={Report.Draft}"));
        return File(made.Bytes, UrgingModel.DocumentType, FileName(Report.Draft, time.GetUtcNow().UtcDateTime));
    }

    IActionResult Kept(int id)
    {
        if (Events.FirstOrDefault(e => e.Id == id && e.File is not null) is not { } kept) return NotFound();
        if (files.Read(kept) is not { } bytes)
        {
            audit.Record("export-refused", Invariant($"/reports/{Id} event={id}"));
            Mistake = "reports.file.changed";
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        audit.Record("export", Invariant($"/reports/{Id} event={id}"));
        return File(bytes, UrgingModel.DocumentType, FileName(kept.Draft, kept.At));
    }

    string FileName(int draft, DateTime at) => PageExport.FileName(Invariant($"{(Report.Kind == ReportKind.SummingUp ? "summing-up" : "summary")}-{Round.Code}-draft{draft}"), at, "docx", Round.Sample);

    public async Task<IActionResult> OnPost([FromForm] string? step, [FromForm] ReportStage stage, [FromForm] int draft, [FromForm] string? note, [FromForm] int? number, [FromForm] DateOnly? signedOn, CancellationToken ct)
    {
        if (!await Find(ct) || ReportSteps.Parse(step) is not { } known) return NotFound();
        (Tried, Note, Number, SignedOn) = (known, Typed.Lines(note), number, signedOn);
        Mistake = stage != Report.Stage || draft != Report.Draft ? "reports.mistake.moved" : MistakeOf(known);
        if (Mistake is not null) return Page();
        KeptFile? file = null;
        if (ReportSteps.KeepsFile(known))
        {
            // As it will be after the step: without the draft's mark once it is laid before who signs.
            var then = new RoundReport { Id = Report.Id, RoundId = Report.RoundId, Kind = Report.Kind, Stage = ReportSteps.To(known), Draft = Report.Draft, Number = Report.Number, SignedOn = Report.SignedOn, CreatedBy = Report.CreatedBy };
            if (await maker.Make(then, Round.Code, ct) is not { } made) return NotFound();
            if (known == ReportStep.Issue && !IsWhatWasSigned(made.Bytes))
            {
                Mistake = "reports.mistake.changed";
                return Page();
            }
            file = new(ReportFiles.NameOf(then, then.Stage), BriefingArchive.Hash(made.Bytes), made.DataVersion);
            files.Keep(file.Name, made.Bytes);
        }
        if (await mediator.Send(new AdvanceReportCommand(Id, stage, draft, known, Note, number, signedOn, file), ct)) return new SeeOther("/reports/" + Invariant($"{Id}"));
        if (file is not null) files.Drop(file.Name);
        await Find(ct);
        Mistake = "reports.mistake.moved";
        return Page();
    }

    /// <summary>But for number and day it says what was laid before who signs.</summary>
    bool IsWhatWasSigned(byte[] document) => Events.FirstOrDefault(e => e.Stage == ReportStage.ForSignature && e.File is not null) is { } signed
        && files.Read(signed) is { } kept && ReportText.IsSame(kept, document);

    string? MistakeOf(ReportStep step)
    {
        if (!ReportSteps.From(Report.Stage).Contains(step)) return "reports.mistake.moved";
        if (Note!.Length > LongestNote) return "reports.mistake.long";
        return step switch
        {
            ReportStep.OpinionsReceived when Note.Length == 0 => "reports.mistake.no-opinion",
            ReportStep.ToSignature when Missing.Count > 0 => "reports.mistake.gaps",
            ReportStep.Number when Number is null or < 1 or > HighestNumber => "reports.mistake.number",
            ReportStep.Number when SignedOn is not { } day || day > Today.AddDays(1) || day < Round.HeldFrom => "reports.mistake.date",
            _ => null,
        };
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
