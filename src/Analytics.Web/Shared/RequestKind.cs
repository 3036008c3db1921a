namespace Analytics.Web.Shared;

/// <summary>What a request is for: a page for a person, or data and pictures for a program.</summary>
static class RequestKind
{
    public static bool WantsData(this HttpRequest request) => WantsData(request.Path, request.QueryString);

    public static bool WantsData(PathString path, QueryString query) =>
        path.StartsWithSegments("/charts", StringComparison.OrdinalIgnoreCase)
        || path.Equals("/openapi.json", StringComparison.OrdinalIgnoreCase)
        || Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value).ContainsKey("format");
}
