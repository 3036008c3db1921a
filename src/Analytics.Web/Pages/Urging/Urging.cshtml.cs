using System.Globalization;
using Analytics.Domain.Coverage;
using Analytics.Domain.Dates;
using Analytics.Web.Access;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Briefings.Urging;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Urging;

/// <summary>Who has to be urged in a round, overdue first: letters for all or for one, a list to copy, a record that they went.</summary>
[Authorize(Policy = Policies.OfficeRecords)]
[KeptPage]
sealed class UrgingModel(IMediator mediator, QueryContext context, CurrentViewer current, WorkingCalendar calendar, UrgingLetters letters, PaperForm form, TimeProvider time) : PageModel
{
    /// <summary>Working days a letter gives.</summary>
    const int DaysGiven = 5;

    /// <summary>Bodies shown at once; letters and the list to copy are of all.</summary>
    const int PageSize = 200;

    [FromQuery(Name = "round")] public string? RoundCode { get; set; }
    /// <summary>The day letters ask for; without it five working days from today.</summary>
    [FromQuery(Name = "before")] public DateOnly? AskedBefore { get; set; }
    /// <summary>Code of one reporting body, for its letter alone.</summary>
    [FromQuery] public string? Body { get; set; }
    [FromQuery] public int? Recorded { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, PageSize);
    public RoundView? Round { get; private set; }
    public UrgingView View { get; private set; } = null!;
    public string? Mistake { get; private set; }
    /// <summary>Not while an earlier day is looked at.</summary>
    public bool MayRecord => current.Required.May(Policies.Office);
    /// <summary>What was typed of a letter that could not be recorded.</summary>
    public LetterForm Letter { get; private set; } = new(null, null, null, null);

    /// <param name="Bodies">Ids of the bodies that were chosen; null before anything was.</param>
    public sealed record LetterForm(IReadOnlyList<int>? Bodies, string? Document, DateOnly? On, DateOnly? Promised);
    public DateOnly Today => context.Today;
    public DateOnly Before { get; private set; }

    public const string DocumentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    async Task<bool> Find(CancellationToken ct)
    {
        Before = AskedBefore is { } asked && asked > Today && asked < Today.AddYears(1) ? asked : calendar.After(Today, DaysGiven);
        Round = await mediator.Send(new RoundQuery(RoundCode), ct);
        if (Round is null) return string.IsNullOrEmpty(RoundCode);
        View = await mediator.Send(new UrgingQuery(Round.Round.Code), ct);
        Place = PagePlace.Of(PageNumber ?? 1, View.Owing.Count, PageSize);
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        if (Round is null) return Page();
        if (Request.Query["format"] == "docx") return Letters();
        return this.Export(() => ExportTable.Of("urging-" + Round.Round.Code, View.Bodies, ("body", b => b.Body.Code), ("body_name", b => Committee.Of(b.Body)), ("district", b => b.Area),
            ("units", b => b.Units.Count), ("missing", b => b.Missing.Count), ("missing_units", b => string.Join("; ", b.Missing.Select(u => u.Unit.Name))), ("overdue_days", b => b.OverdueDays(View.Progress.Progress)),
            ("calls", b => b.Urgings.Count(u => u.Urging.Kind == UrgingKind.Call)), ("letters", b => b.Urgings.Count(u => u.Urging.Kind == UrgingKind.Letter)),
            ("last_urged", b => b.Latest?.Urging.On), ("promised", b => b.Latest?.Urging.Promised), ("answer_days", b => b.Latest?.Days)), Round.Round.Sample) ?? Page();
    }

    /// <summary>Plain text for a message: a line for each unit that owes something.</summary>
    public string CopyList(Texts texts) => string.Join('\n', View.Owing.SelectMany(b => b.Missing).Select((unit, i) =>
        $"{i + 1}. {unit.Unit.Name}{(View.Progress.AreaName(unit) is { } area ? $" ({area})" : "")}: {Owes(unit, texts)}{Late(unit, texts)}").Prepend(
        texts["urging.copy.head", PaperParts.Date(View.Progress.Progress.Today), View.Progress.Progress.Taken(CoverageStep.Minutes), View.Progress.Progress.Expected.Count]));

    /// <summary>The first step it has not taken in time, else that minutes are missing.</summary>
    public string Owes(UnitProgress unit, Texts texts) => texts["coverage.next." + (View.Progress.Progress.OverdueOf(unit)?.Step ?? CoverageStep.Minutes).Code()];

    string Late(UnitProgress unit, Texts texts) => View.Progress.Progress.OverdueOf(unit) is { } late && View.Progress.Progress.Today.DayNumber - late.Due.DayNumber is var days
        ? ", " + texts.Counted("coverage.overdue-by", days, days.ToString(CultureInfo.InvariantCulture))
        : "";

    IActionResult Letters()
    {
        var bodies = string.IsNullOrEmpty(Body) ? View.Owing.OrderBy(b => b.Area ?? b.Body.Code, StringComparer.Ordinal).ThenBy(b => b.Body.Code, StringComparer.Ordinal).ToList() : View.Owing.Where(b => b.Body.Code == Body).ToList();
        if (bodies.Count == 0) return NotFound();
        var papers = bodies.Select(body => letters.Letter(body, View.Progress.Progress, View.City, Before)).ToList();
        var now = time.GetUtcNow().UtcDateTime;
        var name = string.IsNullOrEmpty(Body) ? $"letters-{Round!.Round.Code}" : $"letter-{Round!.Round.Code}-{Body}";
        return File(DocxWriter.Write(papers, form, now), DocumentType, PageExport.FileName(name, now, "docx", Round.Round.Sample));
    }

    /// <summary>The letter went to the chosen bodies.</summary>
    public async Task<IActionResult> OnPost([FromForm] List<int> bodies, [FromForm] string? document, [FromForm] DateOnly? on, [FromForm] DateOnly? promised, CancellationToken ct)
    {
        if (!MayRecord || !await Find(ct) || Round is null) return NotFound();
        var (number, known) = (Typed.Line(document), View.Bodies.Select(b => b.Body.Id).ToHashSet());
        var chosen = bodies.Where(known.Contains).ToList();
        Letter = new(chosen, number, on, promised);
        Mistake = chosen.Count == 0 ? "urging.mistake.no-body" : UrgingForm.HasUnreadable(ModelState) ? "urging.mistake.unreadable" : UrgingForm.Mistake(UrgingKind.Letter, on, number, "", promised, "", Today);
        if (Mistake is not null) return Page();
        var made = await mediator.Send(new RecordUrgingCommand(Round.Round.Id, chosen, UrgingKind.Letter, on!.Value, number, "", promised, ""), ct);
        return new SeeOther($"/coverage/urging?round={Uri.EscapeDataString(Round.Round.Code)}&recorded={made.ToString(CultureInfo.InvariantCulture)}#bodies");
    }
}
