using System.Globalization;
using Analytics.Web.Shared.AsOf;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Tables;
using Microsoft.OpenApi;

namespace Analytics.Web.Api;

/// <summary>What an address takes: its path, its filters, format and page.</summary>
sealed class ApiParameters(Texts texts)
{
    public IEnumerable<IOpenApiParameter> Of(ApiPage page)
    {
        foreach (var part in page.Route.Split('/').Where(p => p.StartsWith('{')).Select(p => p.Trim('{', '}').Split(':')))
            yield return Path(part[0], ApiSchemas.Of(part.Length > 1 ? ApiType.Count : ApiType.Text));
        yield return Query("format", ApiSchemas.Words(page.Formats), required: true);
        if (page.Tables.Count > 1)
        {
            var choice = ApiSchemas.Words(page.Tables.Select(t => t.Name));
            if (!page.MustChoose) choice.Default = page.Tables[0].Name;
            yield return Query(page.Selector, choice, page.MustChoose, string.Join("\n", page.Tables.Select(t => $"- `{t.Name}`: {texts[$"api.table.{page.Slug}.{t.Name}"]}").Prepend(texts["api.choose"])));
        }
        foreach (var filter in page.Filters)
        {
            var value = ApiSchemas.Of(filter.Type, filter.Words);
            yield return Query(filter.Name, filter.Repeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value);
        }
        if (page.Tables.Count > 0)
        {
            yield return Query("size", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = RowRange.MostSize.ToString(CultureInfo.InvariantCulture) });
            yield return Query("page", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Default = 1 });
        }
        foreach (var parameter in Everywhere()) yield return parameter;
    }

    /// <summary>What every address takes.</summary>
    public IEnumerable<IOpenApiParameter> Everywhere()
    {
        yield return Query(AsOfDay.Parameter, ApiSchemas.Of(ApiType.Day));
        yield return Query(Language.Parameter, ApiSchemas.Words(["vi", "en"]));
        yield return new OpenApiParameter
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = texts["api.param.if-none-match"],
            Schema = ApiSchemas.Of(ApiType.Text),
        };
    }

    public OpenApiParameter Path(string name, OpenApiSchema schema) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Description = texts["api.path." + name],
        Schema = schema,
    };

    public OpenApiParameter Query(string name, OpenApiSchema schema, bool required = false, string? description = null) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Required = required,
        Description = description ?? texts["api.param." + name],
        Schema = schema,
    };
}
