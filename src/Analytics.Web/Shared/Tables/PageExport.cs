using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Web.Shared.Errors;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Shared.Tables;

/// <summary>
/// Answers <c>?format=csv|xlsx|json</c> with a page's table:
/// <c>if (this.Export(() => Data.ToTable()) is { } file) return file;</c>
/// The address has been checked before a page is asked (<see cref="Api.DataRequestFilter"/>).
/// </summary>
static class PageExport
{
    /// <summary>The rows a page has to read: as the address of a data request asks for; of the whole no more than may be answered.</summary>
    /// <param name="page">Page and size while the page is shown and not asked for data.</param>
    public static (int Page, int Size) RowsToRead(this PageModel model, int? page, int size)
    {
        if (!model.Request.Query.ContainsKey("format")) return (page ?? 1, size);
        var range = RowRange.Of(model.Request.Query) ?? RowRange.Whole;
        return (range.Page, range.Size ?? model.HttpContext.RequestServices.GetRequiredService<DataLimits>().WholeRows);
    }

    /// <summary>The table in the format the address asks for; null when it asks for none.</summary>
    /// <param name="sample">Whether the figures are invented; the file name and the workbook say so.</param>
    /// <param name="total">How many rows there are, where <paramref name="table"/> holds only those of <see cref="RowsToRead"/>.</param>
    public static IActionResult? Export(this PageModel page, Func<ExportTable> table, bool sample = false, int? total = null)
    {
        if (!page.Request.Query.TryGetValue("format", out var asked)) return null;
        if (FormatOf(asked) is not { } format) return new ProblemAnswer(StatusCodes.Status404NotFound);
        var range = RowRange.Of(page.Request.Query) ?? RowRange.Whole;
        var full = table();
        var rows = total ?? full.Rows.Count;
        var texts = page.HttpContext.RequestServices.GetRequiredService<Texts>();
        if (range.Size is null && full.Rows.Count < rows)
            return new ProblemAnswer(StatusCodes.Status413PayloadTooLarge, texts["data-problem.too-many", Text(rows), Text(full.Rows.Count), Text(RowRange.MostSize)]);
        if (range.Page > range.Pages(rows))
            return new ProblemAnswer(StatusCodes.Status400BadRequest, texts["data-problem.past-the-end", Text(range.Page), Text(range.Pages(rows)), Text(rows)]);
        PageLinks.Write(page.HttpContext, range, rows);
        return TableFile.Of(page.HttpContext, total is null ? full with { Rows = range.Of(full.Rows) } : full, format, sample);
    }

    /// <summary>Null for a word that is none of the formats.</summary>
    public static TableFormat? FormatOf(string? asked) =>
        Enum.GetValues<TableFormat>().Cast<TableFormat?>().FirstOrDefault(f => string.Equals(f.ToString(), asked, StringComparison.OrdinalIgnoreCase));

    /// <summary>What and when, in Viet Nam's time: <c>districts-2026-20261123-1240.csv</c>.</summary>
    public static string FileName(string name, DateTime utc, TableFormat format, bool sample) => FileName(name, utc, format.ToString().ToLowerInvariant(), sample);

    /// <param name="extension">Without the dot.</param>
    public static string FileName(string name, DateTime utc, string extension, bool sample)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        var when = VietnamTime.Of(utc).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        return $"{(sample ? "sample-" : "")}{safe}-{when}.{extension}";
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
