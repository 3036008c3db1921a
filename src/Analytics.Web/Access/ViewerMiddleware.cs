using System.Globalization;
using System.Security.Claims;
using Analytics.Web.Shared.AsOf;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Analytics.Web.Access;

/// <summary>
/// After authentication: resolves the viewer, the language and the day of the request. A cookie whose account is gone or was
/// reset counts as not signed in.
/// </summary>
sealed class ViewerMiddleware(RequestDelegate next, ViewerSource source, IOptions<IdentityOptions> identity)
{
    public Task InvokeAsync(HttpContext context, CurrentViewer current, Language language, AsOfDay asOf)
    {
        // While an error page is made the store may be what failed: keep what is known of the request.
        if (context.Features.Get<IExceptionHandlerFeature>() is null && !current.IsResolved) Resolve(context, current);
        language.ChooseFor(context, current.Viewer?.Language);
        // An error page stands in place of what was asked for and has no day of its own.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && !asOf.ChooseFor(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        if (asOf.Date is not null && current.Viewer is { LooksBack: false } viewer) current.Set(viewer with { LooksBack = true });
        return next(context);
    }

    void Resolve(HttpContext context, CurrentViewer current)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            current.Set(null);
            return;
        }
        var claims = identity.Value.ClaimsIdentity;
        var viewer = int.TryParse(context.User.FindFirstValue(claims.UserIdClaimType), CultureInfo.InvariantCulture, out var id)
            ? source.Find(id, context.User.FindFirstValue(claims.SecurityStampClaimType))
            : null;
        current.Set(viewer);
        if (viewer is null) context.User = new ClaimsPrincipal(new ClaimsIdentity());
    }
}
