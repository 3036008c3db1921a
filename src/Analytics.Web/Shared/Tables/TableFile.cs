using System.Security.Cryptography;
using System.Text;
using Analytics.Web.Access;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Shared.Tables;

/// <summary>
/// A table as the answer to a data request, with a tag by which a program learns that nothing has changed (304). CSV and JSON are
/// tagged by their bytes. A workbook tells when it was made, so two of the same figures differ: it is tagged weakly, by its figures,
/// language and reader, and not written again for somebody who has it.
/// </summary>
static class TableFile
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IActionResult Of(HttpContext context, ExportTable table, TableFormat format, bool sample)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var name = PageExport.FileName(table.Name, now, format, sample);
        if (format == TableFormat.Xlsx) return Workbook(context, TableText.Csv(table), name, () => Workbook(context.RequestServices, table, now, sample));
        var (bytes, type) = format == TableFormat.Csv ? (TableText.Csv(table), "text/csv; charset=utf-8") : (TableText.Json(table), "application/json; charset=utf-8");
        Revalidated(context);
        return new FileContentResult(bytes, type) { FileDownloadName = name, EntityTag = TagOf(bytes) };
    }

    /// <param name="content">What the workbook says, but for when it was made.</param>
    public static IActionResult Workbook(HttpContext context, byte[] content, string name, Func<byte[]> write)
    {
        Revalidated(context);
        var (language, viewer) = (context.RequestServices.GetRequiredService<Language>(), context.RequestServices.GetRequiredService<CurrentViewer>().Required);
        var tag = TagOf([.. content, .. Encoding.UTF8.GetBytes($"|{language.Code}|{viewer.UserName}")], weak: true);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false)))
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return new StatusCodeResult(StatusCodes.Status304NotModified);
        }
        return new FileContentResult(write(), WorkbookType) { FileDownloadName = name, EntityTag = tag };
    }

    /// <summary>From what is answered: equal bytes, equal tags.</summary>
    public static EntityTagHeaderValue TagOf(byte[] bytes, bool weak = false) => new('"' + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan()[..12]) + '"', weak);

    /// <summary>Kept, but asked about each time: what somebody may see, and what is published, changes.</summary>
    public static void Revalidated(HttpContext context) => context.Response.Headers.CacheControl = "private, no-cache";

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
