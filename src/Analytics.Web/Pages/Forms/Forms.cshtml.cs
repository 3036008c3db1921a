using System.Globalization;
using Analytics.Web.Access;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Forms;
using Analytics.Web.Pages.Urging;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Forms;

/// <summary>The five forms of a round on screen, and as files to print and send.</summary>
[Authorize(Policy = Policies.Names)]
[KeptPage]
sealed class FormsModel(IMediator mediator, FormFiles files, FormPaper papers, PaperForm partyForm, TimeProvider time) : PageModel
{
    public const int PageSize = 200;

    /// <summary>Form 4 of more officials is shown by area; as a workbook it is had whole.</summary>
    public const int MostOfficialsShown = 2_000;

    /// <summary>How many officials form 4 would list, where these are too many to show at once; null otherwise.</summary>
    public int? TooMany { get; private set; }

    [FromQuery(Name = "round")] public string? RoundCode { get; set; }
    [FromQuery] public string? District { get; set; }
    [FromQuery(Name = "form")] public int? Number { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public FormScope? Scope { get; private set; }
    public FormTable? Form { get; private set; }
    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, PageSize);

    public IEnumerable<FormRow> Rows => Form!.Rows.Skip(Place.Skip).Take(PageSize);
    /// <summary>The last row stands at the end of the whole form.</summary>
    public bool ShowsTotal => Form is { TotalLabel: not null } && Place.Number == Place.Count;

    /// <summary>More rows than a document is made of.</summary>
    public bool TooLong => TooMany is not null || Form?.Rows.Count > FormPaper.MostRows;

    public int Shown => Form?.Number ?? Number ?? 1;

    /// <summary>The same round and area in another form.</summary>
    public string AddressOf(int number) => "/forms" + QueryString.Create(new Dictionary<string, string?>
    {
        ["form"] = number.ToString(CultureInfo.InvariantCulture),
        ["round"] = Scope?.Round.Code,
        ["district"] = Scope?.Area,
        ["as-of"] = Request.Query["as-of"],
    }.Where(q => !string.IsNullOrEmpty(q.Value)));

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var (number, area) = (Number ?? 1, string.IsNullOrEmpty(District) ? null : District);
        if (!FormNumbers.All.Contains(number)) return NotFound();
        Scope = await FormScope.Of(mediator, RoundCode, area, ct);
        if (Scope is null) return string.IsNullOrEmpty(RoundCode) && area is null ? Page() : NotFound();
        if (number == 4 && area is null && !Request.Query.ContainsKey("format") && await mediator.Send(new ResultCountQuery(Scope.Round.Code), ct) is > MostOfficialsShown and var all)
        {
            TooMany = all;
            return Page();
        }
        Form = await mediator.Form(number, Scope.Round.Code, area, ct);
        if (Form is null) return NotFound();
        Place = PagePlace.Of(PageNumber ?? 1, Form.Rows.Count, PageSize);
        var sample = Scope.Round.Sample;
        if (Request.Query["format"] == "xlsx")
        {
            PageLinks.Write(HttpContext, RowRange.Whole, Form.Lines.Count());
            return TableFile.Workbook(HttpContext, files.Content(Form, sample), FileName("xlsx"), () => files.Workbook(Form, sample));
        }
        if (Request.Query["format"] == "docx" && !TooLong)
            return File(DocxWriter.Write(papers.Alone(Form, Scope.View.City, sample), partyForm, time.GetUtcNow().UtcDateTime), UrgingModel.DocumentType, FileName("docx"));
        if (Request.Query["format"] == "docx") return Page();
        return this.Export(() => FormFiles.Data(Form, Scope.Round.Code), sample) ?? Page();
    }

    string FileName(string extension) => PageExport.FileName($"form-{Form!.Number}-{Scope!.Round.Code}{(Scope.Area is { } area ? "-" + area : "")}", time.GetUtcNow().UtcDateTime, extension, Scope.Round.Sample);
}
