using System.Globalization;
using Analytics.Domain.Briefings;
using Analytics.Domain.Dates;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Briefings;
using Analytics.Web.Jobs;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Errors;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Pages.Briefings;

/// <summary>
/// A file of the archive, checked against its SHA-256 and marked as a numbered copy; where it is missing or was changed,
/// a page that says so. Every copy is recorded.
/// </summary>
[Authorize(Policy = Policies.Briefings)]
sealed partial class FileModel(QueryContext context, BriefingArchive archive, AuditTrail audit, Texts texts, Formats formats, Language language, TimeProvider time, ILogger<FileModel> log) : PageModel
{
    /// <summary>The report runs nothing, loads nothing and reaches nothing.</summary>
    public const string ReportPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    [FromRoute] public int Id { get; set; }
    [FromRoute(Name = "file")] public string Name { get; set; } = "";

    public FileState State { get; private set; }
    public string ErrorId => ErrorIds.Of(HttpContext);

    public IActionResult OnGet(bool download)
    {
        if (context.Db.Briefings.SingleOrDefault(b => b.Id == Id) is not { } briefing) return NotFound();
        (State, var bytes) = archive.Read(briefing, Name);
        if (State != FileState.Sound) return Refuse();

        // Of whom the browser holds a copy is part of the tag: the copy bears a name.
        var tag = $"W/\"{(Name == BriefingArchive.Html ? briefing.Sha256 : briefing.ZipSha256)[..16]}-{context.Viewer.Id.ToString(CultureInfo.InvariantCulture)}\"";
        Response.Headers.ETag = tag;
        Response.Headers.CacheControl = "private, no-cache";
        if (Request.Headers.IfNoneMatch == tag) return StatusCode(StatusCodes.Status304NotModified);
        return Copy(briefing, bytes, download || Name != BriefingArchive.Html);
    }

    FileContentResult Copy(Briefing briefing, byte[] archived, bool download)
    {
        var now = time.Now();
        var number = BriefingCopy.NewNumber();
        audit.Record("export", $"/briefings/{Id}/{Name} copy={number}");
        // The copy speaks the language of the report, whatever that of the page it was asked for on.
        language.Use(briefing.Language);
        var note = texts["report.copy", number, context.Viewer.UserName, formats.Instant(now)];
        var isHtml = Name == BriefingArchive.Html;
        if (isHtml) Response.Headers.ContentSecurityPolicy = ReportPolicy;
        var disposition = new ContentDispositionHeaderValue(download ? "attachment" : "inline");
        disposition.SetHttpFileName(FileName(briefing));
        Response.Headers.ContentDisposition = disposition.ToString();
        return isHtml
            ? new FileContentResult(BriefingCopy.OfHtml(archived, note), "text/html; charset=utf-8")
            : new FileContentResult(BriefingCopy.OfZip(archived, texts["readme.copy"], note, TrendReportZip.LocalTime(now)), "application/zip");
    }

    /// <summary>What, of which round, made when; <c>sample-</c> before invented figures. No name of a person.</summary>
    string FileName(Briefing briefing)
    {
        var round = context.Reference.Round(briefing.RoundId);
        var code = string.Concat((round?.Code ?? "").Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var made = VietnamTime.Of(Utc.Of(briefing.CreatedAt)).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        return $"{(round?.Sample == true ? "sample-" : "")}{texts[Name == BriefingArchive.Html ? "briefings.file-name.html" : "briefings.file-name.zip"]}-{code}-{made}{Path.GetExtension(Name)}";
    }

    PageResult Refuse()
    {
        LogNotSound(Name, Id, State, ErrorId);
        audit.Record("export-refused", $"/briefings/{Id}/{Name} {State.ToString().ToLowerInvariant()}");
        Response.StatusCode = State == FileState.Missing ? StatusCodes.Status410Gone : StatusCodes.Status409Conflict;
        return Page();
    }

    [LoggerMessage(LogLevel.Error, "File {File} of briefing {Id} is {State}; error {ErrorId}")]
    partial void LogNotSound(string file, int id, FileState state, string errorId);
}
