using System.Globalization;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What a form of a case says.</summary>
/// <param name="Change">Which change: <c>assign</c>, <c>due</c>, <c>pause</c> …</param>
/// <param name="Seen">The revision the page showed.</param>
/// <param name="Text">The reason, the note, or the answer.</param>
/// <param name="Kind">Of what is added; <paramref name="Item"/> is the number of what is finished.</param>
sealed record CaseForm(string? Change, int Seen, string? User, DateOnly? Day, string? Text, string? Outcome, string? Document, DateOnly? DocumentDate, string? DecidedBy, string? Kind, int? Item)
{
    public static IReadOnlyList<string> Changes { get; } = ["assign", "due", "pause", "resume", "on", "back", "conclude", "close", "drop", "reopen", "note", "add", "finish", "file", "detach"];

    /// <summary>Those that end a case or take it up again.</summary>
    public static IReadOnlySet<string> Ending { get; } = new HashSet<string>(StringComparer.Ordinal) { "close", "drop", "reopen" };

    /// <summary>The change as the domain knows it; null for a word that is none.</summary>
    public CaseChange? ToChange() => Change switch
    {
        "assign" => new CaseChange.Assign(Typed.Line(User)),
        "due" => new CaseChange.SetDue(Day, Typed.Line(Text)),
        "pause" => new CaseChange.Pause(Typed.Line(Text)),
        "resume" => new CaseChange.Resume(),
        "on" => new CaseChange.MoveOn(Typed.Lines(Text)),
        "back" => new CaseChange.MoveBack(Typed.Lines(Text)),
        "conclude" => new CaseChange.Conclude(CaseCodes.ParseOutcome(Outcome), Typed.Line(Document), DocumentDate, Typed.Line(DecidedBy)),
        "close" => new CaseChange.Close(Typed.Lines(Text)),
        "drop" => new CaseChange.Drop(Typed.Lines(Text)),
        "reopen" => new CaseChange.Reopen(Typed.Lines(Text)),
        "note" => new CaseChange.AddNote(Typed.Lines(Text)),
        "add" when CaseCodes.ParseItem(Kind) is { } kind => new CaseChange.Add(new CaseItem { Kind = kind, Text = Typed.Lines(Text), Day = Day, Assignee = kind == CaseItemKind.Task ? Typed.Line(User) : "", By = "" }),
        _ => null,
    };

    public bool IsTooLong => Typed.Lines(Text).Length > CaseChange.LongestText || Typed.Line(Document).Length > CaseChange.LongestLine || Typed.Line(DecidedBy).Length > CaseChange.LongestLine;
}

/// <summary>One case: why it is there, where it stands, what is to be done next, everything that happened.</summary>
[Authorize(Policy = Policies.Names), RequestSizeLimit(CaseFiles.MostBytes + (1 << 20))]
sealed class CaseModel(IMediator mediator, CurrentViewer current, QueryContext context) : PageModel
{
    [FromRoute] public int Id { get; set; }
    [FromQuery] public string? Saved { get; set; }

    public Result Data { get; private set; } = null!;
    public IReadOnlyList<string> Reviewers { get; private set; } = [];
    /// <summary>The person's next vote.</summary>
    public NextVote? Next { get; private set; }
    public string? Mistake { get; private set; }
    /// <summary>What others changed since the form was opened; the change waits for a choice.</summary>
    public IReadOnlyList<CaseEvent> Since { get; private set; } = [];
    public CaseForm? Tried { get; private set; }
    public string? FileMistake { get; private set; }

    public DateOnly Today => context.Today;
    public bool MayChange => current.Required.May(Policies.FollowUp);
    public bool MayClose => current.Required.May(Policies.CloseCases);

    public sealed record Query(int Id) : IQuery<Result?>, INamedData;

    /// <param name="Line">The official's result as judged; null while a correction waits to be published.</param>
    /// <param name="Events">The latest first.</param>
    /// <param name="Items">Tasks, explanations and requests in the order they came.</param>
    /// <param name="Due">Last day of the stage; <paramref name="Planned"/> that of the plan or the rule.</param>
    public sealed record Result(FollowUpCase Case, OfficialLine? Line, string Name, Round Round, Regime Regime, FollowUpRule Rule, Domain.Units.Unit Unit, Position Post, string? Area, string? AreaName,
        DateOnly? Due, DateOnly? Planned, IReadOnlyList<CaseEvent> Events, IReadOnlyList<CaseItem> Items, IReadOnlyList<CaseFile> Files) : IRowCount
    {
        public int RowCount => 1;
        public bool IsOverdue(DateOnly today) => !Case.IsClosed && Case.PausedAt is null && Due < today;
    }

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request)
        {
            var (db, reference) = (context.Db, context.Reference);
            if (db.Cases.AsNoTracking().SingleOrDefault(c => c.Id == request.Id) is not { } known) return null;
            var (round, unit) = (reference.Round(known.RoundId)!, reference.Units.ById(known.UnitId)!);
            var regime = reference.RegimeOf(round);
            var rule = FollowUpRule.Of(regime);
            var planned = rule.DueOf(db.RoundPlans.AsNoTracking().SingleOrDefault(p => p.RoundId == round.Id), known.Stage);
            var line = OfficialLines.Of(context, round, [known.ResultId]).SingleOrDefault();
            var area = reference.Units.AreaOf(unit, round.HeldFrom);
            return new Result(known, line, line?.Row.Result.OfficialName ?? db.Persons.Where(p => p.Id == known.PersonId).Select(p => p.Name).SingleOrDefault() ?? "", round, regime, rule, unit,
                reference.Position(known.PositionId)!, area, area is null ? null : reference.Units.Nearest(area, round.HeldFrom)?.Name ?? area, known.DueOn ?? planned, planned,
                db.CaseEvents.AsNoTracking().Where(e => e.CaseId == known.Id).OrderByDescending(e => e.Id).ToList(),
                db.CaseItems.AsNoTracking().Where(i => i.CaseId == known.Id).OrderBy(i => i.Id).ToList(),
                db.CaseFiles.AsNoTracking().Where(f => f.CaseId == known.Id && f.RemovedAt == null).OrderBy(f => f.Id).ToList());
        }
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (current.Required.LooksBack || !await Load(ct)) return NotFound();
        return this.Export(() => ExportTable.Of("case-" + Number(Id), Data.Events.Reverse(),
            ("at", e => e.At), ("by", e => e.By), ("kind", e => e.Kind.Code()), ("old", e => e.Old), ("new", e => e.New), ("note", e => e.Note), ("revision", e => e.Revision)), Data.Round.Sample) ?? Page();
    }

    public async Task<IActionResult> OnPost([FromForm] CaseForm form, CancellationToken ct)
    {
        var change = form.ToChange();
        if (!MayChange || (change is null && (form.Change is not ("finish" or "detach") || form.Item is null)) || (CaseForm.Ending.Contains(form.Change!) && !MayClose) || !await Load(ct)) return NotFound();
        Tried = form;
        if (ModelState.Any(s => s.Value is { Errors.Count: > 0, AttemptedValue.Length: > 0 })) Mistake = "follow-up.mistake.unreadable";
        else if (form.IsTooLong) Mistake = "follow-up.mistake.long";
        else if (form.Change is "assign" or "add" && Typed.Line(form.User) is { Length: > 0 } user && !Reviewers.Contains(user)) Mistake = "follow-up.assign.who";
        if (Mistake is not null) return Page();
        var outcome = await mediator.Send<ChangeOutcome>(change is not null ? new ChangeCaseCommand(Id, form.Seen, change)
            : form.Change == "finish" ? new FinishItemCommand(Id, form.Seen, form.Item!.Value, Typed.Lines(form.Text))
            : new DetachFileCommand(Id, form.Seen, form.Item!.Value, Typed.Lines(form.Text)), ct);
        if (!outcome.Found) return NotFound();
        if (outcome.Done) return new SeeOther($"/follow-up/{Number(Id)}?saved={form.Change}");
        if (!await Load(ct)) return NotFound();
        (Mistake, Since) = (outcome.Refusal is { } why ? MistakeOf(why, form.Change!) : null, outcome.Since);
        // The form stands again as typed, beside the case as it is now: sending it once more puts it on top of that.
        return Page();
    }

    public async Task<IActionResult> OnPostFile(IFormFile? file, CancellationToken ct)
    {
        if (!MayChange || current.Required.LooksBack) return NotFound();
        var outcome = file is null ? null : await mediator.Send(new AttachFileCommand(Id, file), ct);
        if (outcome is { Change.Found: false }) return NotFound();
        if (outcome is { Mistake: null, Change.Done: true }) return new SeeOther($"/follow-up/{Number(Id)}?saved=file#files");
        if (!await Load(ct)) return NotFound();
        FileMistake = outcome is null ? "follow-up.file.mistake.none" : outcome.Mistake ?? (outcome.Change.Refusal == CaseRefusal.FileThere ? "follow-up.file.mistake.there" : "follow-up.file.mistake.many");
        return Page();
    }

    async Task<bool> Load(CancellationToken ct)
    {
        if (await mediator.Send(new Query(Id), ct) is not { } found) return false;
        Data = found;
        Next = (await mediator.Send(new NextVotesQuery(found.Round.Code, Id), ct)).All is [var next] ? next : null;
        if (MayChange) Reviewers = (await mediator.Send(new ReviewersQuery(), ct)).Users;
        return true;
    }

    static string MistakeOf(CaseRefusal why, string change) => "follow-up.mistake." + (why switch
    {
        CaseRefusal.Closed => "closed",
        CaseRefusal.NothingToChange => "same",
        CaseRefusal.NoSuchStep => "no-step",
        CaseRefusal.ReasonNeeded => change switch { "note" or "add" => "note", "finish" => "answer", _ => "reason" },
        CaseRefusal.RequestOpen => "request",
        CaseRefusal.OutOfReach => "out-of-reach",
        CaseRefusal.OutcomeNotForeseen => "outcome",
        CaseRefusal.NotYet => "not-yet",
        CaseRefusal.DocumentNeeded => change == "drop" ? "drop" : "document",
        CaseRefusal.DayOutOfRange => "day",
        _ => "paused",
    });

    /// <summary>What was typed into a form that was not taken; the page's own value else.</summary>
    public string? Typing(string change, Func<CaseForm, string?> of, string? own = null) => Tried?.Change == change ? of(Tried) : own;

    public bool HasTried(string change) => Tried?.Change == change;

    public static string DayValue(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
