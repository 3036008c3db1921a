using System.Globalization;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Coverage;

/// <summary>The way of one unit through one round: each step with its day and who wrote it down, what was taken back, a form for the next.</summary>
[Authorize(Policy = Policies.Results)]
sealed class UnitStepsModel(IMediator mediator, CurrentViewer current, QueryContext context) : PageModel
{
    const int LongestNote = 300;

    [FromRoute] public string Round { get; set; } = "";
    [FromRoute] public string Unit { get; set; } = "";
    [FromQuery] public bool? Saved { get; set; }

    public Result Data { get; private set; } = null!;
    public string? Mistake { get; private set; }
    public string? Step { get; private set; }
    public string On { get; private set; } = "";
    public string Note { get; private set; } = "";

    public bool MayRecord => current.Required.May(Policies.Import) && current.Required.Scope.Holds(Data.Progress.Unit.Id);
    /// <summary>Key of a text that tells who did something, or of the one that does not.</summary>
    public string Who(string key) => SeesWho ? key : key + ".unnamed";

    /// <summary>Accounts that recorded something are told to those who see names.</summary>
    public bool SeesWho => current.Required.May(Policies.Names);
    string Address => $"/coverage/{Uri.EscapeDataString(Data.Round.Code)}/{Uri.EscapeDataString(Data.Progress.Unit.Code)}";

    /// <param name="Records">Everything that was written down, the latest first.</param>
    public sealed record Result(Round Round, RoundPlan? Plan, DateOnly Today, UnitProgress Progress, string? AreaName, IReadOnlyList<StepRecord> Records, Silence? Silence)
    {
        public StepRecord? Standing(CoverageStep step) => Records.FirstOrDefault(r => r.Step == step && r.RemovedAt is null);
    }

    public sealed record Query(string Round, string Unit) : IQuery<Result?>;

    public sealed class Handler(IMediator mediator, QueryContext context) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (context.Reference.Round(request.Round) is not { } round) return null;
            var view = await mediator.Send(new ProgressViewQuery(round.Code), cancellationToken);
            if (view.Progress.Units.FirstOrDefault(u => u.Unit.Code == request.Unit) is not { } unit) return null;
            var until = context.LookEnd ?? DateTime.MaxValue;
            var records = context.Db.StepRecords.AsNoTracking().Where(s => s.RoundId == round.Id && s.UnitId == unit.Unit.Id && s.At < until).ToList();
            foreach (var record in records.Where(r => r.RemovedAt >= until)) (record.RemovedAt, record.RemovedBy) = (null, null);
            return new(round, view.Progress.Plan, view.Progress.Today, unit, view.AreaName(unit), records.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToList(),
                view.Silent.FirstOrDefault(s => s.Unit.Unit.Id == unit.Unit.Id));
        }
    }

    async Task<bool> Find(CancellationToken ct)
    {
        if (await mediator.Send(new Query(Round, Unit), ct) is not { } data) return false;
        Data = data;
        On = context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Step = CoverageSteps.Recorded.FirstOrDefault(s => !data.Progress[s].Taken).Code();
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        return this.Export(() => ExportTable.Of($"steps-{Data.Round.Code}-{Data.Progress.Unit.Code}", Data.Records, ("step", r => r.Step.Code()), ("on", r => r.On), ("note", r => r.Note),
            ("at", r => r.At), ("by", r => SeesWho ? r.By : null), ("import", r => r.ImportId), ("row", r => r.RowNumber), ("removed_at", r => r.RemovedAt), ("removed_by", r => SeesWho ? r.RemovedBy : null)), Data.Round.Sample) ?? Page();
    }

    public async Task<IActionResult> OnPost([FromForm] string? step, [FromForm] DateOnly? on, [FromForm] string? note, CancellationToken ct)
    {
        if (!await Find(ct) || !MayRecord) return NotFound();
        if (CoverageSteps.Parse(step) is not { } known || !CoverageSteps.Recorded.Contains(known)) return NotFound();
        (Step, On, Note) = (step, on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", note?.Trim() ?? "");
        Mistake = Note.Length > LongestNote ? "coverage.record.long-note" : RecordStepsCommand.Mistake(known, on, context.Today);
        if (Mistake is not null) return Page();
        var made = await mediator.Send(new RecordStepsCommand(Data.Round.Id, [Data.Progress.Unit.Id], known, on!.Value, Note), ct);
        return new SeeOther(Address + (made > 0 ? "?saved=true" : "?saved=false"));
    }

    public async Task<IActionResult> OnPostRemove([FromForm] int record, CancellationToken ct)
    {
        if (!await Find(ct) || !MayRecord) return NotFound();
        return await mediator.Send(new RemoveStepCommand(Data.Round.Id, Data.Progress.Unit.Id, record), ct) ? new SeeOther(Address) : NotFound();
    }
}
