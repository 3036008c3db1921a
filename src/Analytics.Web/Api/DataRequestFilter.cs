using Analytics.Web.Shared.Errors;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Tables;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Analytics.Web.Api;

/// <summary>
/// Looks at the address of a data request before a page reads anything: is there such a table, such a format, such a page of rows.
/// What is wrong is answered with what was found and what is allowed, never with another table than the one asked for.
/// </summary>
sealed class DataRequestFilter(Texts texts) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Mistake(context.HttpContext) is { } problem) context.Result = problem;
        else await next();
    }

    ProblemAnswer? Mistake(HttpContext http)
    {
        var query = http.Request.Query;
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) || !query.ContainsKey("format")) return null;
        // An error page stands in place of what was asked for.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null) return null;
        if (ApiPages.At((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText) is not { } page)
            return Missing(texts["data-problem.no-table"]);

        var format = query["format"].ToString();
        var isTable = PageExport.FormatOf(format) is not null;
        if (!page.Formats.Contains(format, StringComparer.OrdinalIgnoreCase)) return Missing(texts["data-problem.format", format, string.Join(", ", page.Formats)]);
        var asked = query[page.Selector].ToString();
        if (asked.Length > 0 && page.Tables.Count > 0 && page.Tables.All(t => t.Name != asked))
            return Missing(texts["data-problem.table", page.Selector, asked, string.Join(", ", page.Tables.Select(t => t.Name))]);
        if (isTable && page.MustChoose && asked.Length == 0) return Missing(texts["data-problem.choose", page.Selector, string.Join("|", page.Tables.Select(t => t.Name))]);
        if (RowRange.Of(query) is not { } range)
            return Bad(texts["data-problem.page", query["page"].ToString(), query["size"].ToString(), RowRange.MostSize]);
        if (range.Size is not null && (!isTable || PageExport.FormatOf(format) == TableFormat.Xlsx)) return Bad(texts["data-problem.whole-file", format]);
        return null;
    }

    static ProblemAnswer Missing(string detail) => new(StatusCodes.Status404NotFound, detail);

    static ProblemAnswer Bad(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
