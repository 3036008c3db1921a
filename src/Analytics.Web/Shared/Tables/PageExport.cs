using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Web.Access;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Shared.Tables;

/// <summary>
/// Answers <c>?format=csv|xlsx|json</c> with a page's table:
/// <c>if (this.Export(() => Data.ToTable()) is { } file) return file;</c>
/// </summary>
static class PageExport
{
    /// <summary>The table in the format the address asks for; null when it asks for none, 404 for an unknown one.</summary>
    /// <param name="sample">Whether the figures are invented; the file name and the workbook say so.</param>
    public static IActionResult? Export(this PageModel page, Func<ExportTable> table, bool sample = false)
    {
        if (!page.Request.Query.TryGetValue("format", out var asked)) return null;
        return Enum.TryParse<TableFormat>(asked, ignoreCase: true, out var format) && Enum.IsDefined(format) && !int.TryParse(asked, CultureInfo.InvariantCulture, out _)
            ? File(page.HttpContext, table(), format, sample)
            : page.NotFound();
    }

    static FileContentResult File(HttpContext context, ExportTable table, TableFormat format, bool sample)
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (bytes, type) = format switch
        {
            TableFormat.Csv => (TableText.Csv(table), "text/csv; charset=utf-8"),
            TableFormat.Json => (TableText.Json(table), "application/json; charset=utf-8"),
            _ => (Workbook(services, table, now, sample), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        };
        return new FileContentResult(bytes, type) { FileDownloadName = FileName(table.Name, now, format, sample) };
    }

    /// <summary>What and when, in Viet Nam's time: <c>districts-2026-20261123-1240.csv</c>.</summary>
    public static string FileName(string name, DateTime utc, TableFormat format, bool sample) => FileName(name, utc, format.ToString().ToLowerInvariant(), sample);

    /// <param name="extension">Without the dot.</param>
    public static string FileName(string name, DateTime utc, string extension, bool sample)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        var when = VietnamTime.Of(utc).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        return $"{(sample ? "sample-" : "")}{safe}-{when}.{extension}";
    }

    static byte[] Workbook(IServiceProvider services, ExportTable table, DateTime now, bool sample)
    {
        var texts = services.GetRequiredService<Texts>();
        var formats = services.GetRequiredService<Formats>();
        List<(string, string)> about = [(texts["export.marking"], texts["layout.internal"])];
        if (sample) about.Add((texts["export.data"], texts["layout.sample"]));
        about.Add((texts["export.table"], table.Name));
        about.Add((texts["export.rows"], formats.Count(table.Rows.Count)));
        about.Add((texts["export.at"], formats.Instant(now)));
        about.Add((texts["export.by"], services.GetRequiredService<CurrentViewer>().Required.UserName));
        return TableWorkbook.Write(table, texts["export.sheet"], about, texts["export.about"]);
    }
}
