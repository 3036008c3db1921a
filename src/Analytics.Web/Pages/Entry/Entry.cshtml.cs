using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Analytics.Web.Access;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Resources;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Entry;

/// <summary>
/// The minutes of one unit in one round: typed in as on paper, with what does not add up beside the row; compared with the paper by
/// a second person; a scan beside them.
/// </summary>
[Authorize(Policy = Policies.Import), RequestSizeLimit(Scans.MostBytes + (1 << 20))]
sealed class EntryModel(IMediator mediator, CurrentViewer current, Language language) : PageModel
{
    [FromRoute] public string Round { get; set; } = "";
    [FromRoute] public string Unit { get; set; } = "";
    /// <summary>Number of the import that has just been made.</summary>
    [FromQuery] public int? Saved { get; set; }
    [FromQuery] public int? Marked { get; set; }

    public EntrySheet Sheet { get; private set; } = null!;
    public EntryForm Form { get; private set; } = null!;
    public EntryProblems Problems { get; private set; } = EntryProblems.None;
    /// <summary>Key of what is wrong with the form as a whole; null when nothing is.</summary>
    public string? Mistake { get; private set; }
    public string? ScanMistake { get; private set; }
    /// <summary>Nothing was wrong and nothing new.</summary>
    public bool Unchanged { get; private set; }

    public bool MayVerify => current.Required.May(Policies.Verify);
    public bool IsOwn(LoadedResult result) => result.By == current.Required.UserName;
    public bool CanMark => MayVerify && Sheet.Results.Any(r => r.Verified is null && !IsOwn(r));
    /// <summary>Somebody looks at minutes that are all there: comparing comes first, typing is folded away.</summary>
    public bool IsForComparing => Sheet.IsComplete && !Problems.Any && Mistake is null;

    string Address => $"/entry/{Uri.EscapeDataString(Sheet.Round.Code)}/{Uri.EscapeDataString(Sheet.Unit.Code)}";

    async Task<bool> Find(CancellationToken ct)
    {
        if (await mediator.Send(new EntrySheetQuery(Round, Unit), ct) is not { } sheet) return false;
        Sheet = sheet;
        Form = EntryForm.Of(sheet);
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] EntryForm form, CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        Form = form;
        Form.Lines.AddRange(Enumerable.Range(0, Math.Max(0, EntryForm.SpareLines - Form.Lines.Count(l => l.IsEmpty))).Select(_ => new EntryFormLine()));
        Mistake = form.TooLong ? "entry.too-long" : form.Written.Count == 0 ? "entry.nothing" : form.Reason is { Length: > 300 } ? "entry.long-reason" : null;
        if (Mistake is not null) return Page();

        var reason = form.Reason?.Trim() is { Length: > 0 } given ? given : null;
        var csv = form.ToCsv(Sheet.Round.Code, Sheet.Unit.Code, Sheet.Regime, language.English ? "typed in from the minutes" : "nhập từ biên bản kiểm phiếu");
        var outcome = await mediator.Send(new EntryCommand(csv, $"bien-ban-{Sheet.Round.Code}-{Sheet.Unit.Code}.csv", reason), ct);
        if (outcome is { Refused: false, Failure: null, Loaded: 0, Corrected: 0 })
        {
            Unchanged = true;
            return Page();
        }
        if (outcome is { Refused: false, Failure: null, Import: { } import })
            return new SeeOther($"{Address}?saved={import.ToString(CultureInfo.InvariantCulture)}");
        Problems = EntryProblems.Of(outcome.Problems, form.Written);
        Mistake = outcome.Failure is not null && outcome.Problems.Count == 0 ? "entry.busy" : Problems.Conflict && reason is null ? "entry.needs-reason" : "entry.refused";
        return Page();
    }

    public async Task<IActionResult> OnPostVerify([FromForm] List<int> results, [FromForm] string? document, [FromForm] bool revoke, CancellationToken ct)
    {
        if (!MayVerify || !await Find(ct)) return NotFound();
        var text = document?.Trim() ?? "";
        if (text.Length > 300) return NotFound();
        var marked = await mediator.Send(new VerifyCommand(Sheet.Round.Id, Sheet.Unit.Id, results, text, revoke), ct);
        return new SeeOther($"{Address}?marked={(revoke ? -marked : marked).ToString(CultureInfo.InvariantCulture)}#compare");
    }

    public async Task<IActionResult> OnPostScan(IFormFile? scan, CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        ScanMistake = scan is null || scan.Length == 0 ? "entry.scan.none-chosen" : await mediator.Send(new AddScanCommand(Sheet.Round.Id, Sheet.Unit.Id, scan), ct);
        return ScanMistake is null ? new SeeOther(Address + "#scans") : Page();
    }

    public async Task<IActionResult> OnPostRemoveScan([FromForm] int scan, CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        return await mediator.Send(new RemoveScanCommand(Sheet.Round.Id, Sheet.Unit.Id, scan), ct) ? new SeeOther(Address + "#scans") : NotFound();
    }
}

/// <summary>What is wrong, by place in the form: <c>-1</c> stands for the fields that hold for the whole meeting.</summary>
sealed record EntryProblems(ILookup<(int Line, string Field), Problem> ByField, IReadOnlyList<Problem> Others)
{
    public static EntryProblems None { get; } = Of([], []);

    static readonly string[] Meeting = ["held_on", "delegates", "invited", "present"];

    public bool Any => ByField.Count > 0 || Others.Count > 0;
    public bool Conflict { get; private init; }

    public static EntryProblems Of(IReadOnlyList<Problem> problems, IReadOnlyList<int> written)
    {
        (int, string)? PlaceOf(Problem p) => p is not { Row: { } row, Column: { } column } || row - 2 is var at && (at < 0 || at >= written.Count) ? null
            : Meeting.Contains(column) ? (-1, column)
            : (written[at], column is "no_confidence" ? "low" : column);

        var placed = problems.Select(p => (Place: PlaceOf(p), Problem: p)).ToList();
        return new(
            placed.Where(p => p.Place is not null).DistinctBy(p => (p.Place, p.Problem.MessageVi)).ToLookup(p => p.Place!.Value, p => p.Problem),
            placed.Where(p => p.Place is null).Select(p => p.Problem).ToList())
        { Conflict = problems.Any(p => p.Rule == "conflicts-with-loaded") };
    }

    public IEnumerable<Problem> At(int line, string field) => ByField[(line, field)];

    /// <summary>All of one row of officials, the fields in their order.</summary>
    public IReadOnlyList<Problem> Of(int line) => ByField.Where(g => g.Key.Line == line).SelectMany(g => g).ToList();
}
