using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Shared.Frame;

/// <summary>The address the user asked for, also while an error page stands in its place, and variations of it.</summary>
static class RequestAddress
{
    public static (PathString Path, QueryString Query) Asked(this HttpRequest request)
    {
        var features = request.HttpContext.Features;
        if (features.Get<IStatusCodeReExecuteFeature>() is { } reExecuted)
            return (new PathString(reExecuted.OriginalPath), new QueryString(reExecuted.OriginalQueryString));
        if (features.Get<IExceptionHandlerPathFeature>() is { } failed)
            return (new PathString(failed.Path), request.QueryString);
        return (request.Path, request.QueryString);
    }

    /// <summary>The same address with one query value replaced, or removed where null; everything else is kept.</summary>
    public static string AskedWith(this HttpRequest request, string key, string? value)
    {
        var (path, query) = request.Asked();
        var kept = QueryHelpers.ParseQuery(query.Value).Where(q => !q.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        if (value is not null) kept = kept.Append(KeyValuePair.Create<string, string?>(key, value));
        return path.ToUriComponent() + QueryString.Create(kept).ToUriComponent();
    }

    /// <summary>Query values of the address except those named: for a form that has to carry the rest along.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AskedExcept(this HttpRequest request, params string[] keys) =>
        QueryHelpers.ParseQuery(request.Asked().Query.Value)
            .Where(q => !keys.Contains(q.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""));
}
