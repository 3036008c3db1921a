using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Web.Access;
using Analytics.Web.Charts;
using Analytics.Web.Shared.Errors;
using Analytics.Web.Shared.Resources;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// Charts as addresses: <c>/charts/{name}.{png|svg|pdf}</c> with the filters of pages, <c>width</c>, <c>height</c>,
/// <c>size</c> (a preset), <c>scale</c>, <c>grey</c>, <c>anonymous</c>, <c>inline</c>, <c>download</c>.
/// </summary>
static class ChartEndpoints
{
    public static void MapCharts(this IEndpointRouteBuilder app) =>
        app.MapGet("/charts/{name}.{extension}", Get).RequireAuthorization(Policies.Results);

    static async Task<IResult> Get(string name, string extension, HttpContext http, ChartImages charts, Texts texts, TimeProvider time, CancellationToken ct)
    {
        if (!Enum.TryParse<ChartFormat>(extension, ignoreCase: true, out var format) || !char.IsLetter(extension[0])) return Missing(texts);
        if (SizeOf(http.Request.Query, out var problem) is not { } size) return Bad(texts, problem);
        var filters = ChartFilters.From(http.Request.Query) with { Outward = Is(http, "anonymous") };
        if (filters.Outward && !charts.MayBeAnonymous(name, filters)) return new ProblemAnswer(StatusCodes.Status400BadRequest, texts["problem.chart.anonymous"]);
        if (await charts.Find(name, filters, ct) is not { } picture) return Missing(texts);
        var options = new ChartOptions(Standalone: !Is(http, "inline"), Grey: Is(http, "grey"));
        if (await Fitting(charts, name, filters, picture, (filters, picture) => charts.Draw(name, filters, picture, format, size, options, embedFont: true), ct) is not { } bytes)
            return new ProblemAnswer(StatusCodes.Status400BadRequest, texts["problem.chart.rows", size.Width.ToString(CultureInfo.InvariantCulture), size.Height.ToString(CultureInfo.InvariantCulture)]);
        // Private: what is drawn depends on the viewer's scope; revalidated, because a publication changes it.
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(bytes, Type(format), Is(http, "download") ? FileName(picture, format, time) : null, entityTag: new EntityTagHeaderValue(ChartImages.ETag(bytes)));
    }

    /// <summary>The picture with all its rows, or with as many of the first as fit it in legible letters: its subtitle then says which. Null where not even one does.</summary>
    static async Task<byte[]?> Fitting(ChartImages charts, string name, ChartFilters filters, ChartPicture? picture, Func<ChartFilters, ChartPicture, byte[]> draw, CancellationToken ct)
    {
        while (picture is not null)
        {
            try
            {
                return draw(filters, picture);
            }
            catch (TooManyRowsException)
            {
                var rows = picture.Table.Rows.Count;
                filters = filters with { Fit = rows * 4 / 5 };
                picture = rows <= 1 || await charts.Find(name, filters, ct) is not { } fewer || fewer.Table.Rows.Count >= rows ? null : fewer;
            }
        }
        return null;
    }

    static string Type(ChartFormat format) => format switch
    {
        ChartFormat.Png => "image/png",
        ChartFormat.Svg => "image/svg+xml",
        _ => "application/pdf",
    };

    static bool Is(HttpContext http, string flag) => http.Request.Query[flag].ToString() is "1" or "yes" or "true";

    /// <summary>Says what and when; codes only, never a person's name.</summary>
    static string FileName(ChartPicture picture, ChartFormat format, TimeProvider time)
    {
        var when = VietnamTime.Of(time.GetUtcNow().UtcDateTime).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        var sample = picture.Text.SampleMark is null ? "" : "sample-";
        return $"{sample}{string.Concat(picture.FileStem.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}-{when}.{format.ToString().ToLowerInvariant()}";
    }

    static ChartSize? SizeOf(IQueryCollection query, out string problem)
    {
        problem = "";
        var named = query["size"].ToString();
        if (ChartPresets.Named(named.Length == 0 ? ChartPresets.Page.Name : named) is not { } preset)
        {
            problem = $"size={named}";
            return null;
        }
        var (width, height, scale) = (Number(query, "width", preset.Width), Number(query, "height", preset.Height), Number(query, "scale", 1));
        if (width is not (>= 1 and <= 20_000) || height is not (>= 1 and <= 20_000) || scale is null)
        {
            problem = $"width={query["width"]} height={query["height"]} scale={query["scale"]}";
            return null;
        }
        var size = new ChartSize((int)width, (int)height, scale.Value);
        problem = size.Problem ?? "";
        return problem.Length == 0 ? size : null;
    }

    static double? Number(IQueryCollection query, string name, double otherwise) => !query.TryGetValue(name, out var text) ? otherwise
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    static ProblemAnswer Missing(Texts texts) => new(StatusCodes.Status404NotFound, texts["problem.chart.missing"]);

    static ProblemAnswer Bad(Texts texts, string problem) => new(StatusCodes.Status400BadRequest, texts["problem.chart.size", problem]);
}
