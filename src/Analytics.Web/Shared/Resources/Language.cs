using System.Globalization;

namespace Analytics.Web.Shared.Resources;

/// <summary>
/// Language of the request: <c>?lang=</c>, else the cookie that remembers it, else the account's, else Vietnamese.
/// Numbers and dates follow it only through <see cref="Formatting.Formats"/>; the thread's culture stays invariant.
/// </summary>
public sealed class Language
{
    public const string Parameter = "lang";
    const string Cookie = "analytics-lang";

    bool chosen;

    public string Code { get; private set; } = "vi";

    public bool English => Code == "en";

    /// <summary>For what is rendered without a request. Anything but <c>en</c> is Vietnamese.</summary>
    public void Use(string? code)
    {
        Code = code == "en" ? "en" : "vi";
        chosen = true;
    }

    internal void ChooseFor(HttpContext context, string? accountLanguage)
    {
        // An error page is made by a second pass over the same request, whose query is no longer the user's.
        if (chosen) return;
        var asked = Known(context.Request.Query[Parameter]);
        Use(asked ?? Known(context.Request.Cookies[Cookie]) ?? accountLanguage);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // A picture or table asked for in another language says nothing about the pages.
        if (context.Request.WantsData()) return;
        if (asked is null || context.Request.Cookies[Cookie] == asked || context.Response.HasStarted) return;
        context.Response.Cookies.Append(Cookie, asked, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
    }

    static string? Known(string? code) => code is "vi" or "en" ? code : null;
}
