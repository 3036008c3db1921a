using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Hosting;

/// <summary>Headers that keep a page from running, framing or leaking anything of others. Nothing loads from outside.</summary>
static class SecurityHeaders
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>What an endpoint sets itself (a chart its cache time, a foreign dashboard its own policy) is left as it is.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, Policy);
            headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
            headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            headers.TryAdd(HeaderNames.CacheControl, "private, no-store");
            return Task.CompletedTask;
        });
        return next(context);
    });
}
