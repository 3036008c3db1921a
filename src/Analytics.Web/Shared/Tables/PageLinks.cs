using System.Globalization;
using Analytics.Web.Shared.Frame;

namespace Analytics.Web.Shared.Tables;

/// <summary>How many rows a table has, and where the other pages of it are (RFC 8288), as headers of the answer.</summary>
static class PageLinks
{
    public const string TotalHeader = "X-Total-Count";

    public static void Write(HttpContext context, RowRange range, int total)
    {
        var headers = context.Response.Headers;
        headers[TotalHeader] = total.ToString(CultureInfo.InvariantCulture);
        if (range.Size is null) return;
        var last = range.Pages(total);
        List<string> links = [To(context.Request, 1, "first")];
        if (range.Page > 1) links.Add(To(context.Request, range.Page - 1, "prev"));
        if (range.Page < last) links.Add(To(context.Request, range.Page + 1, "next"));
        links.Add(To(context.Request, last, "last"));
        headers.Link = string.Join(", ", links);
    }

    static string To(HttpRequest request, int page, string relation) => $"<{request.AskedWith("page", page.ToString(CultureInfo.InvariantCulture))}>; rel=\"{relation}\"";
}
