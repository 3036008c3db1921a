using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Web.Shared.AsOf;

/// <summary>
/// While an earlier day is looked at, every link and search form of a page leads to pages of the same day. Done on the finished
/// page, so that no view has to think of it and pages of the present cost nothing.
/// </summary>
sealed partial class AsOfLinks(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, AsOfDay asOf)
    {
        if (asOf.Text is not { } day)
        {
            await next(context);
            return;
        }
        var target = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = target;
        }
        page.Position = 0;
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true)
        {
            await page.CopyToAsync(target, context.RequestAborted);
            return;
        }
        context.Response.ContentLength = null;
        await context.Response.WriteAsync(Carry(Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length), day), context.RequestAborted);
    }

    /// <param name="day">Digits and dashes.</param>
    internal static string Carry(string html, string day)
    {
        var linked = Address().Replace(html, m => Leads(m.Groups["to"].Value) ? m.Groups["before"].Value + With(m.Groups["to"].Value, day) + "\"" : m.Value);
        // A form that searches drops the query of its address: the day goes along as a field.
        return Search().Replace(linked, m => $"{m.Value}<input type=\"hidden\" name=\"{AsOfDay.Parameter}\" value=\"{day}\">");
    }

    static bool Leads(string to) => !to.Contains(AsOfDay.Parameter + "=", StringComparison.Ordinal) && !to.StartsWith("/sign-out", StringComparison.Ordinal);

    static string With(string to, string day)
    {
        var anchor = to.IndexOf('#', StringComparison.Ordinal);
        var (address, rest) = anchor < 0 ? (to, "") : (to[..anchor], to[anchor..]);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&amp;" : "?")}{AsOfDay.Parameter}={day}{rest}";
    }

    /// <summary>The address of a link or of a form; those marked <c>data-present</c> lead to the present.</summary>
    [GeneratedRegex("(?<before><(?:a|form)\\b(?![^>]*data-present)[^>]*?\\s(?:href|action)=\")(?<to>/[^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<form\\b(?=[^>]*method=\"get\")(?![^>]*data-present)[^>]*>")]
    private static partial Regex Search();
}
