using Analytics.Domain.Access;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages;

/// <summary>Sign-in by e-mail and password. Which of the two was wrong is not said, and takes the same time to find out.</summary>
[AllowAnonymous, RequestSizeLimit(RequestLimits.SignIn)]
sealed class SignInModel(SignInManager<User> signIn, UserManager<User> users, CurrentViewer current, AuditTrail audit, IHostEnvironment environment) : PageModel
{
    const int LongestInput = 256;

    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>Key of the text that says what went wrong.</summary>
    public string? Failure { get; private set; }

    public bool ShowSampleAccounts => environment.IsDevelopment();

    public IActionResult OnGet() => current.Viewer is null ? Page() : Onward();

    public async Task<IActionResult> OnPostAsync()
    {
        var email = Email?.Trim() ?? "";
        if (email.Length is 0 or > LongestInput || Password is not { Length: > 0 and <= LongestInput })
        {
            Failure = "sign-in.missing";
            return Page();
        }
        var result = await Check(email, Password);
        audit.Record(email, result.Succeeded ? "sign-in" : "sign-in-failed", "/sign-in", null);
        if (result.Succeeded) return Onward();
        Failure = result.IsLockedOut ? "sign-in.locked" : "sign-in.wrong";
        return Page();
    }

    async Task<Microsoft.AspNetCore.Identity.SignInResult> Check(string email, string password)
    {
        if (await users.FindByNameAsync(email) is { } user)
            return await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        // Hashing costs what a check costs, so that the time taken does not tell whether there is such an account.
        users.PasswordHasher.HashPassword(new User(), password);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
