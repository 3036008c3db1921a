using System.Globalization;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Urging;

/// <summary>One reporting body in a round: what it owes, whom to reach, every call and letter with how long the answer took.</summary>
[Authorize(Policy = Policies.OfficeRecords)]
sealed class BodyModel(IMediator mediator, QueryContext context, CurrentViewer current) : PageModel
{
    [FromRoute] public string RoundCode { get; set; } = "";
    [FromRoute] public string BodyCode { get; set; } = "";
    [FromQuery] public string? Saved { get; set; }

    public Round Round { get; private set; } = null!;
    public UrgingView View { get; private set; } = null!;
    public BodyProgress Body { get; private set; } = null!;
    public string? CallMistake { get; private set; }
    public string? ContactMistake { get; private set; }
    public CallForm Call { get; private set; } = new(null, null, null, null);
    public ContactForm Contact { get; private set; } = new(null, null, null, null);
    public DateOnly Today => context.Today;
    /// <summary>Not while an earlier day is looked at.</summary>
    public bool MayRecord => current.Required.May(Policies.Office);

    public sealed record CallForm(DateOnly? On, string? Answered, DateOnly? Promised, string? Note);

    public sealed record ContactForm(string? Name, string? Post, string? Phone, string? Email);

    string Address => $"/coverage/urging/{Uri.EscapeDataString(RoundCode)}/{Uri.EscapeDataString(BodyCode)}";

    async Task<bool> Find(CancellationToken ct)
    {
        if (context.Reference.Round(RoundCode) is not { } round) return false;
        Round = round;
        View = await mediator.Send(new UrgingQuery(round.Code), ct);
        if (View.Bodies.FirstOrDefault(b => b.Body.Code == BodyCode) is not { } body) return false;
        Body = body;
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCall([FromForm] CallForm form, CancellationToken ct)
    {
        if (!MayRecord || !await Find(ct)) return NotFound();
        Call = form;
        var (answered, note) = (Typed.Line(form.Answered), Typed.Line(form.Note));
        CallMistake = UrgingForm.HasUnreadable(ModelState) ? "urging.mistake.unreadable" : UrgingForm.Mistake(UrgingKind.Call, form.On, "", answered, form.Promised, note, Today);
        if (CallMistake is not null) return Page();
        await mediator.Send(new RecordUrgingCommand(Round.Id, [Body.Body.Id], UrgingKind.Call, form.On!.Value, "", answered, form.Promised, note), ct);
        return new SeeOther(Address + "?saved=call");
    }

    public async Task<IActionResult> OnPostContact([FromForm] ContactForm form, CancellationToken ct)
    {
        if (!MayRecord || !await Find(ct)) return NotFound();
        Contact = form;
        var (name, post, phone, email) = (Typed.Line(form.Name), Typed.Line(form.Post), Typed.Line(form.Phone), Typed.Line(form.Email));
        ContactMistake = UrgingForm.Mistake(name, post, phone, email);
        if (ContactMistake is not null) return Page();
        await mediator.Send(new AddContactCommand(Body.Body.Id, name, post, phone, email), ct);
        return new SeeOther(Address + "?saved=contact");
    }

    public Task<IActionResult> OnPostRemoveContact([FromForm] int id, CancellationToken ct) => Remove(id, isContact: true, ct);

    public Task<IActionResult> OnPostRemoveUrging([FromForm] int id, CancellationToken ct) => Remove(id, isContact: false, ct);

    async Task<IActionResult> Remove(int id, bool isContact, CancellationToken ct)
    {
        if (!MayRecord || !await Find(ct) || !await mediator.Send(new RemoveUrgingDataCommand(Body.Body.Id, id, isContact), ct)) return NotFound();
        return new SeeOther(Address + "?saved=removed");
    }

    public string DayValue(DateOnly? day) => (day ?? Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
