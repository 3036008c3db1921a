using Analytics.Web.Shared;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Analytics.Web.Access;

/// <summary>
/// How the cookie scheme answers: a page leads to the sign-in form, data and pictures get 401, and what lies outside
/// somebody's scope does not exist for them: 404, never 403.
/// </summary>
static class SignInAnswers
{
    public const string CookieName = "analytics";

    public static void Set(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(9);
        options.SlidingExpiration = true;
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Plain http is served on loopback only; behind https the cookie is marked secure.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.WantsData() || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
