using System.Text.Json.Nodes;
using Analytics.Web.Shared.Resources;
using Microsoft.OpenApi;

namespace Analytics.Web.Api;

/// <summary>Rows and values as JSON schemas.</summary>
sealed class ApiSchemas(Texts texts)
{
    /// <summary>Trend and official rows stand in several tables and are described once.</summary>
    public static string NameOf(ApiPage page, ApiTable table) => ReferenceEquals(table.Columns, ApiRows.Trend) ? "trend-row"
        : ReferenceEquals(table.Columns, ApiRows.Official) ? "official-row"
        : $"{page.Slug}{(table.Name.Length > 0 ? "-" + table.Name : "")}-row";

    public OpenApiSchema Row(string name, ApiTable table) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = table.Columns.ToDictionary(c => c.Name, IOpenApiSchema (c) => Value(c, DescriptionOf(name, c))),
        Required = table.Columns.Where(c => !c.Optional).Select(c => c.Name).ToHashSet(StringComparer.Ordinal),
        AdditionalPropertiesAllowed = false,
    };

    /// <summary>What a column says: in this table, where it says something else than elsewhere.</summary>
    public static string KeyOf(Texts texts, string row, string column) => texts.Has($"api.column.{row}.{column}") ? $"api.column.{row}.{column}" : "api.column." + column;

    string DescriptionOf(string row, ApiColumn column)
    {
        var says = texts[KeyOf(texts, row, column.Name)];
        var empty = column.Nullable ? texts["api.empty"] : "";
        return string.Join(" ", new[] { says, empty, column.Optional ? texts["api.sometimes"] : "" }.Where(s => s.Length > 0));
    }

    public static OpenApiSchema Value(ApiColumn column, string? description = null)
    {
        var schema = Of(column.Type, column.Words);
        schema.Description = description;
        if (!column.Nullable) return schema;
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
        return schema;
    }

    public static OpenApiSchema Of(ApiType type, IReadOnlyList<string>? words = null) => type switch
    {
        ApiType.Count => new() { Type = JsonSchemaType.Integer, Minimum = "0" },
        ApiType.PerYear => InUnit("fraction per year", new() { Type = JsonSchemaType.Number }),
        ApiType.Share => InUnit("fraction", new() { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" }),
        ApiType.Difference => InUnit("fraction", new() { Type = JsonSchemaType.Number, Minimum = "-1", Maximum = "1" }),
        ApiType.Probability => InUnit("probability", new() { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" }),
        ApiType.Percent => InUnit("percent", new() { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "100" }),
        ApiType.Day => new() { Type = JsonSchemaType.String, Format = "date" },
        ApiType.Instant => new() { Type = JsonSchemaType.String, Format = "date-time" },
        ApiType.YesNo => Words(["yes", "no"]),
        _ => words is { Count: > 0 } ? Words(words) : new() { Type = JsonSchemaType.String },
    };

    public static OpenApiSchema Words(IEnumerable<string> words) => new() { Type = JsonSchemaType.String, Enum = words.Select(w => (JsonNode)JsonValue.Create(w)).ToList() };

    static OpenApiSchema InUnit(string unit, OpenApiSchema schema)
    {
        schema.Extensions = new Dictionary<string, IOpenApiExtension> { ["x-unit"] = new JsonNodeExtension(JsonValue.Create(unit)) };
        return schema;
    }
}
