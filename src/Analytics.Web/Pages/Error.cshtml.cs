using System.Globalization;
using Analytics.Domain.Storage;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Errors;
using Analytics.Web.Shared.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages;

/// <summary>
/// The one place where failures end: a designed page, or a problem document where data was asked for. It says what to
/// do and carries an id; what happened inside stays in the log.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
sealed class ErrorModel : PageModel
{
    static readonly int[] Designed = [400, 401, 404, 413, 500, 503];

    public int Status { get; private set; }

    public string Id => ErrorIds.Of(HttpContext);
    public int TextKey => Designed.Contains(Status) ? Status : Status < 500 ? 400 : 500;

    public IActionResult OnGet() => Answer();
    public IActionResult OnPost() => Answer();
    public IActionResult OnPut() => Answer();
    public IActionResult OnDelete() => Answer();

    IActionResult Answer()
    {
        Status = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            StoreException => StatusCodes.Status503ServiceUnavailable,
            BadHttpRequestException bad => bad.StatusCode,
            // Not bound: after a form that cannot be read nothing is, and an answer has to have a status.
            _ => Convert.ToInt32(RouteData.Values["status"], CultureInfo.InvariantCulture),
        };
        Response.StatusCode = Status;
        var (path, query) = Request.Asked();
        return RequestKind.WantsData(path, query) ? new ProblemAnswer(Status) : Page();
    }
}
