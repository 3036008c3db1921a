using Analytics.Domain.Coverage;
using Analytics.Domain.Dates;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Calendar;

/// <summary>The plan of one round: its document and the last day of each step.</summary>
[Authorize(Policy = Policies.Office)]
sealed class PlanModel(IMediator mediator, QueryContext context, WorkingCalendar calendar) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";
    [FromQuery] public bool? Saved { get; set; }

    public Round Round { get; private set; } = null!;
    public RoundPlan? Plan { get; private set; }
    public PlanForm Form { get; private set; } = PlanForm.Of(null);
    public IReadOnlyDictionary<string, string> Mistakes { get; private set; } = new Dictionary<string, string>();
    public WorkingCalendar Working => calendar;

    bool Find()
    {
        if (context.Reference.Round(Code) is not { } round) return false;
        Round = round;
        Plan = context.Db.RoundPlans.AsNoTracking().SingleOrDefault(p => p.RoundId == round.Id);
        return true;
    }

    public IActionResult OnGet()
    {
        if (!Find()) return NotFound();
        Form = PlanForm.Of(Plan);
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] PlanForm form, CancellationToken ct)
    {
        if (!Find()) return NotFound();
        Form = form;
        var unreadable = ModelState.Where(s => s.Value!.Errors.Count > 0).Select(s => s.Key).ToList();
        Mistakes = unreadable.Count > 0 ? unreadable.ToDictionary(FieldOf, _ => "calendar.plan.unreadable") : form.Mistakes(Round);
        if (Mistakes.Count > 0) return Page();
        var changed = await mediator.Send(new SavePlanCommand(Round.Id, form), ct);
        return new SeeOther($"/rounds/{Uri.EscapeDataString(Round.Code)}/plan?saved={(changed ? "true" : "false")}");
    }

    static string FieldOf(string property) => property.Split('.')[^1] switch
    {
        nameof(PlanForm.PlannedDue) => "planned",
        nameof(PlanForm.SelfReviewDue) => "self-review",
        nameof(PlanForm.ConferenceDue) => "conference",
        nameof(PlanForm.MinutesDue) => "minutes",
        nameof(PlanForm.VerifiedDue) => "verified",
        nameof(PlanForm.OpinionsDue) => "opinions",
        nameof(PlanForm.ReviewDue) => "review",
        nameof(PlanForm.OutcomeDue) => "outcome",
        nameof(PlanForm.CouncilSession) => "session",
        nameof(PlanForm.DocumentDate) => "document-date",
        _ => "document",
    };
}
