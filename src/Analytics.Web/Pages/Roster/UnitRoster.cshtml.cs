using System.Globalization;
using Analytics.Web.Access;
using Analytics.Web.Pages.Entry;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Roster;

/// <summary>The roster of one unit in one round: who is put to the vote, who is exempt, which posts are vacant or do not exist.</summary>
[Authorize(Policy = Policies.Names)]
sealed class UnitRosterModel(IMediator mediator, CurrentViewer current) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";
    [FromRoute] public string Unit { get; set; } = "";
    /// <summary>Number of the import that has just been made.</summary>
    [FromQuery] public int? Saved { get; set; }
    /// <summary>Lines that have just been taken off.</summary>
    [FromQuery] public int? Removed { get; set; }
    /// <summary>Lines that were to be taken off and did not stand any more.</summary>
    [FromQuery] public int? Gone { get; set; }

    public RosterSheet Sheet { get; private set; } = null!;
    public RosterForm Form { get; private set; } = new();
    public EntryProblems Problems { get; private set; } = EntryProblems.None;
    /// <summary>Key of what is wrong with the form as a whole; null when nothing is.</summary>
    public string? Mistake { get; private set; }
    /// <summary>Nothing was wrong and nothing new.</summary>
    public bool Unchanged { get; private set; }

    /// <summary>The first line of a round changes what is expected of all its units, which is for the office to decide.</summary>
    public bool MayWrite => current.Required.May(Policies.Import) && (Sheet.RoundHasRoster || current.Required.May(Policies.Office)) && !IsTooLong;

    /// <summary>More lines than a form can hold: only a file changes them.</summary>
    public bool IsTooLong => Sheet.Lines.Count > RosterForm.MostLines;

    string Address => $"/rounds/{Uri.EscapeDataString(Sheet.Round.Code)}/roster/{Uri.EscapeDataString(Sheet.Unit.Code)}";

    async Task<bool> Find(CancellationToken ct)
    {
        if (await mediator.Send(new RosterSheetQuery(Code, Unit), ct) is not { } sheet) return false;
        (Sheet, Form) = (sheet, RosterForm.Of(sheet));
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] RosterForm form, CancellationToken ct)
    {
        if (!await Find(ct) || !MayWrite) return NotFound();
        Form = form;
        var reason = Typed.Line(form.ChangeReason) is { Length: > 0 } given ? given : null;
        Mistake = MistakeOf(form, reason);
        if (Mistake is not null) return Again();

        var saved = await mediator.Send(new SaveRosterCommand(Sheet.Round.Id, Sheet.Unit.Id, form.ToCsv(Sheet.Round.Code, Sheet.Unit.Code),
            $"danh-sach-{Sheet.Round.Code}-{Sheet.Unit.Code}.csv", form.Versions, form.Removed, reason), ct);
        if (saved.Loaded is { Refused: true } or { Failure: not null })
        {
            Problems = EntryProblems.Of(saved.Loaded.Problems, form.Written);
            Mistake = saved.Loaded.Problems.Count == 0 ? "roster.busy" : Problems.Conflict && reason is null ? "roster.needs-reason" : "roster.refused";
            return Again();
        }
        var gone = form.Removed.Count - saved.Removed;
        Unchanged = saved.ChangedNothing && gone == 0;
        return Unchanged ? Again() : new SeeOther(string.Create(CultureInfo.InvariantCulture, $"{Address}?saved={(saved.Loaded is { Import: { } import } ? import : 0)}&removed={saved.Removed}&gone={gone}"));
    }

    PageResult Again()
    {
        Form.AddSpareLines();
        return Page();
    }

    string? MistakeOf(RosterForm form, string? reason)
    {
        if (form.TooLong) return "roster.too-long";
        if (form.Written.Count == 0 && form.Removed.Count == 0) return "roster.nothing";
        if (reason?.Length > RosterForm.LongestReason) return "roster.long-reason";
        if (form.Removed.Count > 0 && reason is null) return "roster.needs-reason";
        if (form.ContradictsItself) return "roster.contradiction";
        return !Sheet.RoundHasRoster && !form.Begin ? "roster.begin.needed" : null;
    }
}
