using System.Globalization;
using Analytics.Web.Access;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Briefings.Pdf;
using Analytics.Web.Briefings.Reports;
using Analytics.Web.Briefings.Sheets;
using Analytics.Web.Pages.Urging;
using Analytics.Web.Shared.Errors;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Officials;

/// <summary>The sheet for one official on one round, as a document; there is no page of it. Recorded as an export like every named file.</summary>
[Authorize(Policy = Policies.Names)]
sealed class SheetModel(IMediator mediator, CurrentViewer current, OfficialSheet sheets, PaperForm form, PdfFonts fonts, Language language, Texts texts, TimeProvider time) : PageModel
{
    [FromRoute] public int Id { get; set; }
    [FromQuery(Name = "round")] public string? RoundCode { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!Request.Query.TryGetValue("format", out var format)) return NotFound();
        // It is handed out once and for all: never as the figures stood some time ago.
        if (current.Required.LooksBack) return new ProblemAnswer(StatusCodes.Status404NotFound, texts["sheet.past"]);
        if (string.IsNullOrEmpty(RoundCode) || await mediator.Send(new SheetQuery(Id, RoundCode), ct) is not { } sheet) return new ProblemAnswer(StatusCodes.Status404NotFound, texts["sheet.none"]);
        // Papers are in Vietnamese, whatever language their maker reads the pages in.
        language.Use(PaperParts.Language);
        // Few words beside tables: the lowest lines the guidance allows keep it on few sheets.
        var (paper, tight, now) = (sheets.Make(sheet), OnePageSummary.Tight(form), time.GetUtcNow().UtcDateTime);
        var name = string.Create(CultureInfo.InvariantCulture, $"sheet-{Id}-{sheet.Round.Round.Code}");
        return string.Equals(format, "pdf", StringComparison.OrdinalIgnoreCase)
            ? File(PdfWriter.Write(paper, tight, fonts, now), PdfWriter.MediaType, PageExport.FileName(name, now, "pdf", sheet.Round.Round.Sample))
            : File(DocxWriter.Write(paper, tight, now), UrgingModel.DocumentType, PageExport.FileName(name, now, "docx", sheet.Round.Round.Sample));
    }
}
