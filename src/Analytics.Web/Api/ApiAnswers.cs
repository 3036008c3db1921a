using Analytics.Web.Shared.Errors;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Tables;
using Microsoft.OpenApi;

namespace Analytics.Web.Api;

/// <summary>What an address answers: rows, files, that nothing has changed, or why there is nothing.</summary>
sealed class ApiAnswers(Texts texts, OpenApiDocument document)
{
    const string Problem = "problem";
    static readonly int[] Failures = [400, 401, 404, 413, 500, 503];

    /// <summary>Puts what all addresses share into the document.</summary>
    public void AddShared()
    {
        document.AddComponent(Problem, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = texts["api.problem"],
            Required = new HashSet<string> { "title", "status", "detail", "id" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["title"] = Described(ApiSchemas.Of(ApiType.Text), "api.problem.title"),
                ["status"] = Described(ApiSchemas.Of(ApiType.Count), "api.problem.status"),
                ["detail"] = Described(ApiSchemas.Of(ApiType.Text), "api.problem.detail"),
                ["id"] = Described(new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9A-F]{8}$" }, "api.problem.id"),
            },
        });
        foreach (var status in Failures) document.AddComponent("problem-" + status, new OpenApiResponse
        {
            Description = texts["api.answer." + status],
            Content = new Dictionary<string, IOpenApiMediaType> { [ProblemAnswer.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, document) } },
        });
        document.AddComponent("unchanged", new OpenApiResponse
        {
            Description = texts["api.answer.304"],
            Headers = Headers("ETag"),
        });
    }

    public OpenApiResponses Of(ApiPage page)
    {
        var content = new Dictionary<string, IOpenApiMediaType>();
        if (page.Tables.Count > 0)
        {
            var rows = page.Tables.Select(t => ApiSchemas.NameOf(page, t)).Distinct().Select(IOpenApiSchema (name) => Rows(name)).ToList();
            content["application/json"] = new OpenApiMediaType { Schema = rows.Count == 1 ? rows[0] : new OpenApiSchema { AnyOf = rows } };
            content["text/csv"] = new OpenApiMediaType { Schema = ApiSchemas.Of(ApiType.Text) };
            content[TableFile.WorkbookType] = new OpenApiMediaType();
        }
        if (page.Documents.Contains("docx")) content[Pages.Urging.UrgingModel.DocumentType] = new OpenApiMediaType();
        if (page.Documents.Contains("pdf")) content[Briefings.Pdf.PdfWriter.MediaType] = new OpenApiMediaType();
        var answers = Around(texts["api.answer.200"], content, page.Tables.Count > 0 ? [PageLinks.TotalHeader, "Link", "ETag", "Content-Disposition"] : ["Content-Disposition"]);
        if (page.Tables.Count == 0) answers.Remove("304");
        return answers;
    }

    /// <summary>An answer of this content, and all that may come in its place.</summary>
    public OpenApiResponses Around(string description, Dictionary<string, IOpenApiMediaType> content, params string[] headers)
    {
        var answers = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = description, Content = content, Headers = Headers(headers) },
            ["304"] = new OpenApiResponseReference("unchanged", document),
        };
        foreach (var status in Failures) answers[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponseReference("problem-" + status, document);
        return answers;
    }

    OpenApiSchema Rows(string name) => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(name, document) };

    Dictionary<string, IOpenApiHeader> Headers(params string[] names) => names.ToDictionary(n => n, IOpenApiHeader (n) => new OpenApiHeader
    {
        Description = texts["api.header." + n.ToLowerInvariant()],
        Schema = ApiSchemas.Of(n == PageLinks.TotalHeader ? ApiType.Count : ApiType.Text),
    });

    OpenApiSchema Described(OpenApiSchema schema, string key)
    {
        schema.Description = texts[key];
        return schema;
    }
}
