using Analytics.Web.Hosting;
using Analytics.Web.Shared;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Analytics.Web.Pages.Imports;

/// <summary>
/// Answers an upload that is too large with the form and a message. Without this the token check would be the first to
/// read the body, fail, and call it an expired form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class UploadSizeAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>A browser shows the answer only after it has sent everything; beyond this the connection is cut instead.</summary>
    const long ReadAtMost = 10 * RequestLimits.Upload;

    public const string Query = "too-large";

    /// <summary>Before the check of the form's token (1000).</summary>
    public int Order => 0;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength is not > RequestLimits.Upload) return;
        if (request.ContentLength > ReadAtMost)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
        context.Result = new SeeOther("/imports?upload=" + Query + "#upload");
    }
}
