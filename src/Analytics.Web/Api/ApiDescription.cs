using System.Net.Http;
using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Shared.Resources;
using Microsoft.OpenApi;

namespace Analytics.Web.Api;

/// <summary>
/// The tables and charts of the program as one OpenAPI document in the language asked for. It is the same for every account: it tells
/// what there is and who may have it, and holds no figure and no name.
/// </summary>
static class ApiDescription
{
    const string Cookie = "session";

    /// <param name="charts">The names of all charts.</param>
    public static OpenApiDocument Of(Texts texts, IEnumerable<string> charts)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = texts["api.title"], Version = Product.Version, Description = texts["api.description"] },
            Servers = [new OpenApiServer { Url = "/" }],
            Paths = [],
        };
        document.AddComponent(Cookie, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = SignInAnswers.CookieName, Description = texts["api.cookie"] });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] }];

        var (schemas, parameters, answers) = (new ApiSchemas(texts), new ApiParameters(texts), new ApiAnswers(texts, document));
        answers.AddShared();
        foreach (var page in ApiPages.All)
        {
            foreach (var table in page.Tables)
                if (ApiSchemas.NameOf(page, table) is var name && document.Components?.Schemas?.ContainsKey(name) != true) document.AddComponent(name, schemas.Row(name, table));
            document.Paths[PathOf(page)] = Get(new OpenApiOperation
            {
                OperationId = page.Slug,
                Summary = texts["api.page." + page.Slug],
                Description = RightOf(texts, page.Right) + (page.Named ? " " + texts["api.named"] : ""),
                Parameters = parameters.Of(page).ToList(),
                Responses = answers.Of(page),
            });
        }
        document.Paths[ApiCharts.Path] = Get(new ApiCharts(texts, parameters, answers).Describe(charts));
        return document;
    }

    /// <summary>A route without what kind of value it takes.</summary>
    public static string PathOf(ApiPage page) => "/" + string.Join('/', page.Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => p.StartsWith('{') ? p.Split(':')[0].TrimEnd('}') + "}" : p));

    public static string RightOf(Texts texts, string right) => texts["api.right", string.Join(", ", Policies.RolesOf[right])];

    static OpenApiPathItem Get(OpenApiOperation operation) => new() { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };
}
