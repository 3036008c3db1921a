using System.Globalization;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Shared;
using Analytics.Web.Shared.AsOf;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Queries;

/// <summary>
/// A page that shows nothing but answers to queries, and so stays the same until something changes that they depend on: the finished bytes are kept,
/// for one account in one browser, because a form in them holds a token of both.
/// </summary>
/// <remarks>Whoever is shown a kept page has passed the same rights as before, and each look at named officials is written down again.</remarks>
[AttributeUsage(AttributeTargets.Class)]
sealed class KeptPageAttribute : Attribute, IOutputCachePolicy
{
    internal const string FormCookie = "analytics-form";

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        context.EnableOutputCaching = IsPlain(http);
        if (!context.EnableOutputCaching) return ValueTask.CompletedTask;
        context.CacheVaryByRules.CacheKeyPrefix = KeyOf(http);
        context.CacheVaryByRules.HeaderNames = HeaderNames.AcceptEncoding;
        context.AllowCacheStorage = true;
        // Without knowing whom it names a page is not shown again.
        context.AllowCacheLookup = Looks(http).Find(KeyOf(http)) is not null;
        context.ResponseExpirationTimeSpan = Longest;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var audit = context.HttpContext.RequestServices.GetRequiredService<AuditTrail>();
        foreach (var rows in Looks(context.HttpContext).Find(KeyOf(context.HttpContext)) ?? []) audit.RecordLook(rows);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var (http, answer) = (context.HttpContext, context.HttpContext.Response);
        // Who gets a cookie with it is seen for the first time: the next request has another key.
        context.AllowCacheStorage = answer.StatusCode == StatusCodes.Status200OK && answer.Headers.SetCookie.Count == 0 && answer.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
        if (context.AllowCacheStorage) Looks(http).Keep(KeyOf(http), [.. http.RequestServices.GetRequiredService<RequestLooks>().Rows]);
        return ValueTask.CompletedTask;
    }

    /// <summary>A page of the present, asked for by somebody, not an error page in place of one.</summary>
    static bool IsPlain(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && !http.Request.WantsData() && http.Request.Cookies.ContainsKey(FormCookie)
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null
        && http.RequestServices.GetRequiredService<CurrentViewer>().Viewer is not null && http.RequestServices.GetRequiredService<AsOfDay>().Date is null;

    static KeptLooks Looks(HttpContext http) => http.RequestServices.GetRequiredService<KeptLooks>();

    /// <remarks>The address as it was written: the framework's own key would take two values of one name in any order, and capitals, for the same.</remarks>
    static string KeyOf(HttpContext http)
    {
        var (services, viewer) = (http.RequestServices, http.RequestServices.GetRequiredService<CurrentViewer>().Required);
        var answers = services.GetRequiredService<QueryContext>().KeyOf("page", services.GetRequiredService<Language>().Code);
        return string.Create(CultureInfo.InvariantCulture, $"{viewer.Id}|{viewer.UserName}|{http.Request.Cookies[FormCookie]}|{answers}|{http.Request.Path}{http.Request.QueryString}");
    }
}
