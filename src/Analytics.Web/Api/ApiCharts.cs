using System.Globalization;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Shared.Resources;
using Microsoft.OpenApi;

namespace Analytics.Web.Api;

/// <summary>The address of pictures: which charts there are, at which sizes, with which filters.</summary>
sealed class ApiCharts(Texts texts, ApiParameters parameters, ApiAnswers answers)
{
    public const string Path = "/charts/{name}.{extension}";

    public static IReadOnlyList<string> Flags { get; } = ["grey", "anonymous", "inline", "download"];

    /// <param name="names">Of all charts there are.</param>
    public OpenApiOperation Describe(IEnumerable<string> names) => new()
    {
        OperationId = "chart",
        Summary = texts["api.page.chart"],
        Description = ApiDescription.RightOf(texts, Access.Policies.Results),
        Parameters = Parameters(names).ToList(),
        Responses = answers.Around(texts["api.answer.picture"], new()
        {
            ["image/png"] = new OpenApiMediaType(),
            ["image/svg+xml"] = new OpenApiMediaType { Schema = ApiSchemas.Of(ApiType.Text) },
            ["application/pdf"] = new OpenApiMediaType(),
        }, "ETag", "Content-Disposition"),
    };

    IEnumerable<IOpenApiParameter> Parameters(IEnumerable<string> names)
    {
        yield return parameters.Path("name", ApiSchemas.Words(names.Order(StringComparer.Ordinal)));
        yield return parameters.Path("extension", ApiSchemas.Words(Enum.GetNames<ChartFormat>().Select(f => f.ToLowerInvariant())));
        foreach (var filter in ChartFilters.Names) yield return parameters.Query(filter, ApiSchemas.Of(filter == "at" ? ApiType.Day : ApiType.Text), description: texts["api.chart." + filter]);
        var size = ApiSchemas.Words(ChartPresets.All.Select(p => p.Name));
        size.Default = ChartPresets.Page.Name;
        yield return parameters.Query("size", size, description: texts["api.chart.size", string.Join(", ", ChartPresets.All.Select(p => $"{p.Name} {Whole(p.Width)}×{Whole(p.Height)}"))]);
        yield return parameters.Query("width", Side(), description: texts["api.chart.width"]);
        yield return parameters.Query("height", Side(), description: texts["api.chart.height"]);
        yield return parameters.Query("scale", new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "1", Maximum = "4", Default = 1 }, description: texts["api.chart.scale", Whole(ChartSize.PixelCap / 1_000_000)]);
        foreach (var flag in Flags) yield return parameters.Query(flag, ApiSchemas.Words(["1", "yes", "true"]), description: texts["api.chart." + flag]);
        foreach (var parameter in parameters.Everywhere()) yield return parameter;
    }

    static OpenApiSchema Side() => new() { Type = JsonSchemaType.Integer, Minimum = Whole(ChartSize.SmallestSide), Maximum = "20000" };

    static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
