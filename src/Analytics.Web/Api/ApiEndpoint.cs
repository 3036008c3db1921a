using System.Collections.Concurrent;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Tables;
using Microsoft.OpenApi;

namespace Analytics.Web.Api;

/// <summary><c>/openapi.json</c>: for whoever is signed in. Written once a language.</summary>
static class ApiEndpoint
{
    public const string Address = "/openapi.json";

    static readonly ConcurrentDictionary<string, byte[]> Written = new(StringComparer.Ordinal);

    public static void MapApiDescription(this IEndpointRouteBuilder app) => app.MapGet(Address, Get).RequireAuthorization();

    static async Task<IResult> Get(HttpContext http, Language language, Texts texts, IEnumerable<IChartSource> charts, CancellationToken ct)
    {
        if (!Written.TryGetValue(language.Code, out var bytes))
        {
            using var text = new MemoryStream();
            await ApiDescription.Of(texts, charts.Select(c => c.Name)).SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1, ct);
            Written[language.Code] = bytes = text.ToArray();
        }
        TableFile.Revalidated(http);
        return Results.File(bytes, "application/json; charset=utf-8", entityTag: TableFile.TagOf(bytes));
    }
}
